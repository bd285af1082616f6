//! Documented redirects (RFC 9110, section 15.4): a success where nothing else is, and a typed error beside a success.

use redirects_case::generated::models::Problem;
use redirects_case::generated::operations::untagged::{
    AnyRequest, CachedError, EitherError, EitherRequest, ExportError, ExportRequest, LinkError, LinkRequest, UnchangedError,
};
use redirects_case::probe::*;

const JSON: &str = "application/json";
const TARGET: &str = "https://files.example.com/7?signature=a%2Cb";

fn moved(status: u16) -> Reply {
    empty_reply(status).header("location", TARGET)
}

#[test]
fn the_only_documented_answer_is_a_success_with_its_headers() {
    let (client, transport) = client_and_transport(|client| client);
    transport.reply(moved(302).header("x-expires-in", "60"));
    let response = block_on(client.export(7).send()).expect("a redirect is the success");
    assert_eq!(response.status(), StatusCode::FOUND);
    assert_eq!(response.header(ExportRequest::LOCATION).expect("it is text"), Some(TARGET.to_owned()));
    assert_eq!(response.header(ExportRequest::X_EXPIRES_IN).expect("it is a number"), Some(60));
    assert_eq!(transport.requests().len(), 1, "it is not followed");
    answered(moved(302), |client| client.export(7)).expect("a redirect is the success");
}

fn problem(title: &str) -> Problem {
    with(Problem::new(), |problem| problem.title = Some(title.to_owned()))
}

#[test]
fn an_error_beside_a_redirect_is_an_error() {
    let missing = error(reply(404, JSON, r#"{"title":"gone"}"#), |client| client.export(7));
    assert_eq!(missing, Some(ExportError::NotFound(Box::new(problem("gone")))));
    assert_eq!(error(moved(307), |client| client.export(7)), None, "another redirect is not documented");
    let failed = error(reply(503, JSON, r#"{"title":"busy"}"#), |client| client.link());
    assert_eq!(failed, Some(LinkError::Default(Box::new(problem("busy")))));
}

#[test]
fn redirects_of_one_body_are_one_type() {
    for status in [301, 308] {
        let (client, transport) = client_and_transport(|client| client);
        transport.reply(moved(status).header("content-type", JSON).body(r#"{"target":"here"}"#));
        let response = block_on(client.link().send()).expect("a redirect is the success");
        assert_eq!(response.header(LinkRequest::LOCATION).expect("it is text"), Some(TARGET.to_owned()));
        assert_eq!(response.body().target, "here");
    }
}

#[test]
fn a_range_of_redirects_has_a_body_and_headers() {
    let (client, transport) = client_and_transport(|client| client);
    transport.reply(moved(307).header("content-type", "text/plain").body("over there"));
    let response = block_on(client.any().send()).expect("a redirect is the success");
    assert_eq!(response.header(AnyRequest::LOCATION).expect("it is text"), Some(TARGET.to_owned()));
    assert_eq!(response.body(), "over there");
    for body in ["over there", "7"] {
        transport.reply(moved(307).header("content-type", "text/plain").body(body));
        assert_eq!(block_on(client.any().send().bytes()).expect("a redirect is the success").body(), body);
        transport.reply(moved(307).body(body));
        let mut stream = block_on(client.any().send().stream()).expect("a redirect is the success");
        assert_eq!(block_on(stream.next()).expect("a piece came").expect("it is whole"), body);
        transport.reply(moved(307));
        let mut lines = block_on(client.any().send().lines::<Value>()).expect("a redirect is the success");
        assert!(block_on(lines.next()).is_none());
    }
}

#[test]
fn a_redirect_beside_a_success_is_an_error_with_its_headers() {
    assert_eq!(answered(reply(200, JSON, r#""it""#), |client| client.either()).expect("it is the success"), "it");
    let other = answered(moved(303), |client| client.either()).expect_err("the success is documented");
    assert_eq!(other.header(EitherRequest::LOCATION).expect("it is text"), Some(TARGET.to_owned()));
    assert_eq!(other.api().and_then(ApiError::typed), Some(&EitherError::SeeOther));
}

#[test]
fn what_has_not_changed_is_an_error() {
    assert_eq!(answered(reply(200, JSON, r#"["a"]"#), |client| client.cached()).expect("it is the success"), ["a"]);
    assert_eq!(error(empty_reply(304), |client| client.cached().if_none_match("\"1\"")), Some(CachedError::NotModified));
    assert_eq!(answered(reply(200, JSON, r#"["a"]"#), |client| client.unchanged()).expect("it is the success"), ["a"]);
    assert_eq!(error(empty_reply(304), |client| client.unchanged()), Some(UnchangedError::NotModified));
}
