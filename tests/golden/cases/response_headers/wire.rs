//! Headers of responses, by the types that the description gives them.

use response_headers_case::generated::models::{Cost, PetsXKind};
use response_headers_case::generated::operations::untagged::{FilesRequest, PetsRequest};
use response_headers_case::probe::*;

fn with_headers(status: u16, headers: &[(&'static str, &'static str)]) -> (Client, MemoryTransport) {
    let (client, transport) = client_and_transport(|client| client.retries(0));
    let empty = reply(status, "application/json", "[]");
    transport.reply(headers.iter().fold(empty, |reply, (name, value)| reply.header(*name, *value)));
    (client, transport)
}

fn pets(headers: &[(&'static str, &'static str)]) -> Response<Vec<String>> {
    block_on(with_headers(200, headers).0.pets().send()).expect("it is a success")
}

#[test]
fn headers_have_the_types_that_the_description_says() {
    let link = "<https://api.example.com/pets?page=2>; rel=\"next\"";
    let response = pets(&[
        ("link", link),
        ("x-rate-limit", "59"),
        ("x-next-window", "2026-01-02T03:04:05Z"),
        ("x-kind", "dog"),
        ("x-names", "Rex, Fido"),
        ("x-cost", "unit,EUR,amount,1.5,is_final,true"),
        ("x-exploded-cost", "unit=100,amount=2"),
        ("x-meta", r#"{"pages": [1, 2]}"#),
    ]);
    assert_eq!(response.header(PetsRequest::LINK), Ok(Some(link.to_owned())));
    assert_eq!(response.header(PetsRequest::X_RATE_LIMIT), Ok(Some(59)));
    let window = response.header(PetsRequest::X_NEXT_WINDOW).expect("it is a time").expect("it is there");
    assert_eq!(window.timestamp(), 1_767_323_045);
    assert_eq!(response.header(PetsRequest::X_KIND), Ok(Some(PetsXKind::Dog)));
    assert_eq!(response.header(PetsRequest::X_NAMES), Ok(Some(vec!["Rex".to_owned(), "Fido".to_owned()])));
    let cost = with(Cost::new("EUR"), |cost| (cost.amount, cost.is_final) = (Some(1.5), Some(true)));
    assert_eq!(response.header(PetsRequest::X_COST), Ok(Some(cost)));
    let cost = with(Cost::new("100"), |cost| cost.amount = Some(2.0));
    assert_eq!(response.header(PetsRequest::X_EXPLODED_COST), Ok(Some(cost)));
    let meta = response.header(PetsRequest::X_META).expect("it is JSON").expect("it is there");
    assert_eq!(meta.pages, Some(vec![1, 2]));
}

#[test]
fn a_header_that_is_missing_is_none_and_one_that_is_malformed_fails_whoever_asks() {
    let response = pets(&[("x-rate-limit", "many"), ("x-cost", "amount,1")]);
    assert_eq!(response.header(PetsRequest::LINK), Ok(None));
    let error = response.header(PetsRequest::X_RATE_LIMIT).expect_err("it is no number").to_string();
    assert!(error.contains("expected an integer, found \"many\""), "{error}");
    let error = response.header(PetsRequest::X_COST).expect_err("it has no unit").to_string();
    assert!(error.contains("unit: expected a string, the property is missing"), "{error}");
    assert!(response.body().is_empty());
}

#[test]
fn a_header_that_comes_in_several_lines_is_one_list() {
    // RFC 9110, section 5.3.
    let response = pets(&[("x-names", "Rex"), ("x-names", "Fido, Mia")]);
    let names = response.header(PetsRequest::X_NAMES).expect("it is a list").expect("it is there");
    assert_eq!(names, ["Rex", "Fido", "Mia"]);
}

#[test]
fn errors_and_downloads_have_headers_too() {
    let (client, _) = with_headers(429, &[("retry-after", "7"), ("x-rate-limit", "none")]);
    let error = block_on(client.pets().send()).expect_err("it is an error");
    assert_eq!(error.header(PetsRequest::RETRY_AFTER), Ok(Some(7)));
    let api = error.api().expect("the server answered");
    assert_eq!(api.header(PetsRequest::X_RATE_LIMIT_TOO_MANY_REQUESTS), Ok(Some("none".to_owned())));
    let (client, _) = with_headers(200, &[("link", "</>")]);
    let download = block_on(client.files().stream()).expect("it is a success");
    assert_eq!(FilesRequest::LINK.read(download.headers()), Ok(Some("</>".to_owned())));
}
