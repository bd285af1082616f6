//! What answers mean by their status: successes, documented errors, ranges, and the rest.

use responses_case::generated::models::Problem;
use responses_case::generated::operations::untagged::{CreateError, DeleteError, PetsError};
use responses_case::probe::*;

const JSON: &str = "application/json";

fn problem(title: &str) -> Problem {
    with(Problem::new(), |problem| problem.title = Some(title.to_owned()))
}

#[test]
fn a_success_is_the_body() {
    let pets = answered(reply(200, JSON, r#"["Rex"]"#), |client| client.pets()).expect("it is a success");
    assert_eq!(pets, ["Rex"]);
    for status in [201, 202, 204] {
        answered(empty_reply(status), |client| client.create()).expect("it is a success");
    }
    for status in [200, 299] {
        let now = answered(reply(status, JSON, r#"{"title":"a"}"#), |client| client.replace()).expect("the range has it");
        assert_eq!(now, problem("a"));
    }
    answered(empty_reply(204), |client| client.delete()).expect("a success that is not described is one all the same");
}

#[test]
fn the_exact_status_goes_before_the_range_and_the_range_before_the_default() {
    let error = |reply| error(reply, |client| client.pets());
    assert_eq!(error(empty_reply(400)), Some(PetsError::BadRequest));
    let no_pets = reply(404, "application/problem+json", r#"{"title":"no pets"}"#);
    assert_eq!(error(no_pets), Some(PetsError::NotFound(Box::new(problem("no pets")))));
    assert_eq!(error(reply(499, JSON, r#""why""#)), Some(PetsError::ClientError("why".to_owned())));
    assert_eq!(error(empty_reply(500)), Some(PetsError::Default));
    assert_eq!(error(empty_reply(302)), Some(PetsError::Default));
}

#[test]
fn an_undocumented_error_keeps_what_came() {
    let failed = answered(reply(500, "text/plain", "oops"), |client| client.create()).expect_err("it is an error");
    let api = failed.api().expect("the server answered");
    assert_eq!((api.status(), &api.bytes()[..], api.typed()), (StatusCode::INTERNAL_SERVER_ERROR, &b"oops"[..], None));
    assert_eq!(error(empty_reply(418), |client| client.create()), Some(CreateError::Status418));
    assert_eq!(error(empty_reply(500), |client| client.delete()), Some(DeleteError::Default));
}

#[test]
fn a_documented_error_with_another_body_is_as_an_undocumented_one() {
    assert_eq!(error(reply(404, "text/html", "<h1>404</h1>"), |client| client.pets()), None);
    assert_eq!(error(reply(404, JSON, "[]"), |client| client.pets()), None);
}

#[test]
fn a_success_with_another_body_says_what_is_wrong_and_where() {
    let refused = |reply| answered(reply, |client| client.pets()).expect_err("it is no list of texts").to_string();
    let mistyped = refused(reply(200, JSON, r#"["a", 7]"#));
    assert!(
        mistyped
            .starts_with("GET https://api.example.com/pets: 200 OK, but [1]: expected a string, found 7; amend the description"),
        "{mistyped}"
    );
    assert_eq!(
        refused(empty_reply(200)),
        "GET https://api.example.com/pets: 200 OK, but expected a JSON body, found an empty one"
    );
    let page = refused(reply(200, "text/html", "<h1>Log in</h1>"));
    assert_eq!(page, "GET https://api.example.com/pets: 200 OK, but expected a JSON body, found one of type text/html");
}

#[test]
fn a_response_keeps_its_status_and_headers() {
    let (client, transport) = client_and_transport(|client| client);
    transport.reply(reply(200, JSON, "[]").header("x-total", "7").header("x-request-id", "r-1"));
    let response = block_on(client.pets().send()).expect("it is a success");
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(response.headers()["x-total"], "7");
    assert_eq!(response.request_id(), Some("r-1"));
}

#[test]
fn the_server_is_told_what_can_be_read() {
    let accept = header("accept", |client| client.pets()).unwrap_or_default();
    assert!(accept.contains(JSON), "{accept}");
}
