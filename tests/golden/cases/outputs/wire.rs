//! Several successes as an enum, media types other than JSON, and downloads.

use outputs_case::generated::models::Pet;
use outputs_case::generated::operations::untagged::{MediaTypesOutput, OnlyDefaultError, SeveralError, SeveralOutput};
use outputs_case::probe::*;

const JSON: &str = "application/json";
const REX: &str = r#"{"name":"Rex"}"#;

fn rex() -> Pet {
    with(Pet::new(), |pet| pet.name = Some("Rex".to_owned()))
}

#[test]
fn each_status_is_a_variant() {
    let several = |reply| answered(reply, |client| client.several()).expect("it is a success");
    assert_eq!(several(reply(200, JSON, REX)), SeveralOutput::Ok(Box::new(rex())));
    assert_eq!(several(reply(202, JSON, r#"["later"]"#)), SeveralOutput::Accepted(vec!["later".to_owned()]));
    assert_eq!(several(empty_reply(204)), SeveralOutput::NoContent);
    let gone = error(reply(404, "text/plain; charset=utf-8", "é"), |client| client.several());
    assert_eq!(gone, Some(SeveralError::NotFound("é".to_owned())));
}

#[test]
fn each_media_type_is_a_variant() {
    let read = |media_type, body: &'static [u8]| {
        answered(reply(200, media_type, body), |client| client.media_types()).expect("it is described")
    };
    assert_eq!(read(JSON, REX.as_bytes()), MediaTypesOutput::OkJson(Box::new(rex())));
    assert_eq!(read("application/json; charset=utf-8", REX.as_bytes()), MediaTypesOutput::OkJson(Box::new(rex())));
    assert_eq!(read("Text/CSV", b"a;b"), MediaTypesOutput::OkCsv("a;b".to_owned()));
    let picture = b"\x89PNG\xff";
    assert_eq!(read("image/png", picture), MediaTypesOutput::OkImage(Bytes::from_static(picture)));
    let accept = header("accept", |client| client.media_types()).unwrap_or_default();
    for media_type in [JSON, "text/csv", "image/*"] {
        assert!(accept.contains(media_type), "{accept}");
    }
}

#[test]
fn the_caller_can_ask_for_one_of_them() {
    let accept = header("accept", |client| client.media_types().accept("text/csv"));
    assert_eq!(accept.as_deref(), Some("text/csv"));
    let streamed = |accept: Option<&str>| {
        let (client, transport) = client_and_transport(|client| client);
        let request = client.media_types();
        let request = accept.map_or(request.clone(), |accept| request.accept(accept));
        drop(block_on(request.stream()));
        header_of(&transport.requests()[0], "accept")
    };
    assert_eq!(streamed(None).as_deref(), Some("text/csv"));
    assert_eq!(streamed(Some("image/png")).as_deref(), Some("image/png"));
}

#[test]
fn json_of_which_nothing_is_said_is_any_json_or_none() {
    let untold = |text| answered(reply(200, JSON, text), |client| client.untold()).expect("it is a success");
    assert_eq!(untold(r#"{"a": [1]}"#), json!({"a": [1]}));
    assert_eq!(untold(""), Value::Null);
}

#[test]
fn text_is_a_string_and_anything_else_bytes() {
    let text = |media_type, body: &'static [u8]| answered(reply(200, media_type, body), |client| client.text());
    assert_eq!(text("text/html; charset=utf-8", "<é>".as_bytes()).expect("it is text"), "<é>");
    assert_eq!(text("text/html; charset=ISO-8859-1", b"<\xe9>").expect("it is text"), "<é>");
    text("text/html", b"\xff").expect_err("it is no text");
    let picture = answered(reply(200, "image/jpeg", &b"\xff\xd8"[..]), |client| client.picture()).expect("it is bytes");
    assert_eq!(picture, &b"\xff\xd8"[..]);
}

#[test]
fn alike_successes_are_the_plain_type() {
    for status in [200, 201] {
        assert_eq!(answered(reply(status, JSON, REX), |client| client.alike()).expect("it is a success"), rex());
    }
}

#[test]
fn the_default_is_the_success_and_the_error() {
    assert_eq!(answered(reply(200, JSON, REX), |client| client.only_default()).expect("it is a success"), rex());
    let failed = error(reply(500, JSON, REX), |client| client.only_default());
    assert_eq!(failed, Some(OnlyDefaultError::Default(Box::new(rex()))));
}

#[test]
fn a_download_comes_in_pieces() {
    let (client, transport) = client_and_transport(|client| client);
    transport.reply(reply(200, "image/png", "one").body("two").header("content-length", "6"));
    let mut download = block_on(client.picture().stream()).expect("it is a success");
    assert_eq!((download.status(), download.content_length()), (StatusCode::OK, Some(6)));
    let mut next = || block_on(download.next()).transpose().expect("the connection holds");
    assert_eq!([next(), next(), next()], [Some(Bytes::from("one")), Some(Bytes::from("two")), None]);
}

#[test]
fn a_download_has_a_file_name() {
    let (client, transport) = client_and_transport(|client| client);
    let disposition = "attachment; filename=\"cat.png\"; filename*=UTF-8''..%2Fk%C3%A4tzchen.png";
    let answer = || reply(200, "image/png", "one").header("content-disposition", disposition);
    transport.reply(answer()).reply(answer());
    let download = block_on(client.picture().stream()).expect("it is a success");
    assert_eq!(download.file_name().as_deref(), Some("kätzchen.png"));
    assert_eq!(block_on(client.picture().send()).expect("it is a success").file_name().as_deref(), Some("kätzchen.png"));
}

#[test]
fn a_download_that_breaks_off_is_an_error() {
    let (client, transport) = client_and_transport(|client| client);
    transport.reply(reply(200, "image/png", "one").then_failure("reset"));
    let mut download = block_on(client.picture().stream()).expect("it is a success");
    block_on(download.next()).expect("a piece came").expect("it is whole");
    block_on(download.next()).expect("the end is told").expect_err("it is no end");
    transport.reply(empty_reply(404));
    let refused = block_on(client.picture().stream()).expect_err("an error is no download");
    assert_eq!(refused.status(), Some(StatusCode::NOT_FOUND));
}

#[test]
fn each_call_has_another_way_to_be_read() {
    let (client, transport) = client_and_transport(|client| client);
    let odd = || transport.reply(reply(200, "text/plain", r#"{"name":7}"#));
    odd();
    assert_eq!(block_on(client.several().send().bytes()).expect("it is a success").body(), r#"{"name":7}"#);
    odd();
    assert_eq!(*block_on(client.alike().send().json::<Value>()).expect("it is JSON").body(), json!({"name": 7}));
    odd();
    let mut lines = block_on(client.picture().send().lines::<Value>()).expect("it is a success");
    assert_eq!(block_on(lines.next()).expect("a line came").expect("it is JSON"), json!({"name": 7}));
    odd();
    let mut stream = block_on(client.text().send().header("accept", "a/b").query("q", "ä").stream()).expect("it is a success");
    assert_eq!(block_on(stream.next()).expect("a piece came").expect("it is whole"), r#"{"name":7}"#);
    let request = transport.requests().pop().expect("it was sent");
    assert_eq!((header_of(&request, "accept").as_deref(), request.uri.query()), (Some("a/b"), Some("q=%C3%A4")));
    transport.reply(reply(404, "text/plain", "gone"));
    let refused = block_on(client.several().send().bytes()).expect_err("the error stays the call's own");
    assert_eq!(refused.api().and_then(|error| error.typed()), Some(&SeveralError::NotFound("gone".to_owned())));
}
