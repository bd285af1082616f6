//! Lists in headers: where one item ends, and which header is none.

use header_lists_case::generated::operations::untagged::{LoginRequest, LogoutRequest};
use header_lists_case::probe::*;

fn login(headers: &[(&'static str, &'static str)]) -> Response<()> {
    let (client, transport) = client_and_transport(|client| client.retries(0));
    transport.reply(headers.iter().fold(Reply::new(StatusCode::NO_CONTENT), |reply, (name, value)| reply.header(*name, *value)));
    block_on(client.login().send()).expect("it is a success")
}

fn texts(texts: &[&str]) -> Result<Option<Vec<String>>, DecodeError> {
    Ok(Some(texts.iter().map(ToString::to_string).collect()))
}

const SESSION: &str = "id=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Path=/";
const LANGUAGE: &str = "lang=a,b; Expires=Thu, 22-Oct-2026 07:28:00 GMT";

/// RFC 9110, section 5.3: the lines of `Set-Cookie` are no list.
#[test]
fn each_line_of_set_cookie_is_a_value() {
    let both = [("set-cookie", SESSION), ("set-cookie", LANGUAGE)];
    assert_eq!(login(&both).header(LoginRequest::SET_COOKIE), texts(&[SESSION, LANGUAGE]));
    assert_eq!(login(&both[..1]).header(LoginRequest::SET_COOKIE), texts(&[SESSION]));
    assert_eq!(login(&[]).header(LoginRequest::SET_COOKIE), Ok(None));
}

#[test]
fn no_cookie_is_lost_where_one_is_described() {
    let (client, transport) = client_and_transport(|client| client);
    transport.reply(Reply::new(StatusCode::NO_CONTENT).header("set-cookie", SESSION).header("set-cookie", LANGUAGE));
    let response = block_on(client.logout().send()).expect("it is a success");
    assert_eq!(response.header(LogoutRequest::SET_COOKIE), texts(&[SESSION, LANGUAGE]));
}

/// RFC 9110, section 5.6.1, and RFC 8288, section 3.
#[test]
fn commas_in_quotations_and_addresses_separate_no_items() {
    let response = login(&[
        ("link", r#"<https://a.example/?x=1,2>; rel="next"; title="a, \"b\", c", </b>; rel=last"#),
        ("link", "<c,d>,<e>"),
        ("etag", r#""a,b", W/"c,d" ,,"e""#),
    ]);
    let links = [r#"<https://a.example/?x=1,2>; rel="next"; title="a, \"b\", c""#, "</b>; rel=last", "<c,d>", "<e>"];
    assert_eq!(response.header(LoginRequest::LINK), texts(&links));
    assert_eq!(response.header(LoginRequest::E_TAG), texts(&[r#""a,b""#, r#"W/"c,d""#, r#""e""#]));
    // A mark of inches, or one that nothing closes, begins no quotation.
    assert_eq!(
        login(&[("etag", r#"5" wide, 6" high, "open, b"#)]).header(LoginRequest::E_TAG),
        texts(&[r#"5" wide"#, r#"6" high"#, r#""open"#, "b"])
    );
}

#[test]
fn an_item_with_a_comma_is_sent_in_quotation_marks_only() {
    let items = |items: &[&str]| items.iter().map(ToString::to_string).collect::<Vec<_>>();
    let sent = |texts: &[&str]| header("if-match", |client| client.login().if_match(items(texts)));
    assert_eq!(sent(&[r#""a,b""#, r#"W/"c""#]).as_deref(), Some(r#""a,b",W/"c""#));
    assert!(refusal(|client| client.login().if_match(items(&["a,b"]))).contains("an item holds a comma"));
    assert!(refusal(|client| client.login().if_match(items(&[r#""a",b"#]))).contains("an item holds a comma"));
}
