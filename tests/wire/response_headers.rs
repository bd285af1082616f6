//! How the headers that the golden case `response_headers` documents are read.

#[path = "../golden/cases/response_headers/expected/mod.rs"]
pub mod generated;
#[path = "../../codegen/runtime/mod.rs"]
pub mod runtime;

use generated::models::{Cost, PetsXKind};
use generated::operations::untagged::{FilesRequest, PetsRequest};
use runtime::{Client, MemoryTransport, Reply, Response, StatusCode};

/// A client that is answered with these headers.
fn client(status: StatusCode, headers: &'static [(&'static str, &'static str)]) -> Client {
    let transport = MemoryTransport::answering(move |_| {
        let reply = Reply::json(status, &Vec::<String>::new());
        headers.iter().fold(reply, |reply, (name, value)| reply.header(*name, *value))
    });
    Client::builder().retries(0).transport(transport).build().expect("the settings are valid")
}

async fn pets(headers: &'static [(&'static str, &'static str)]) -> Response<Vec<String>> {
    client(StatusCode::OK, headers).pets().send().await.expect("it is a success")
}

#[tokio::test]
async fn headers_have_the_types_that_the_description_says() {
    let response = pets(&[
        ("link", "<https://api.example.com/pets?page=2>; rel=\"next\""),
        ("x-rate-limit", "59"),
        ("x-next-window", "2026-01-02T03:04:05Z"),
        ("x-kind", "dog"),
        ("x-names", "Rex, Fido"),
        ("x-cost", "unit,EUR,amount,1.5,is_final,true"),
        ("x-exploded-cost", "unit=100,amount=2"),
        ("x-meta", r#"{"pages": [1, 2]}"#),
    ])
    .await;
    let link = response.header(PetsRequest::LINK).expect("it is text");
    assert_eq!(link.as_deref(), Some("<https://api.example.com/pets?page=2>; rel=\"next\""));
    assert_eq!(response.header(PetsRequest::X_RATE_LIMIT), Ok(Some(59)));
    let window = response.header(PetsRequest::X_NEXT_WINDOW).expect("it is a time").expect("it is there");
    assert_eq!(window.timestamp(), 1_767_323_045);
    assert_eq!(response.header(PetsRequest::X_KIND), Ok(Some(PetsXKind::Dog)));
    assert_eq!(response.header(PetsRequest::X_NAMES), Ok(Some(vec!["Rex".to_owned(), "Fido".to_owned()])));
    assert_eq!(response.header(PetsRequest::X_COST), Ok(Some(Cost::new("EUR").amount(1.5).is_final(true))));
    assert_eq!(response.header(PetsRequest::X_EXPLODED_COST), Ok(Some(Cost::new("100").amount(2.0))));
    let meta = response.header(PetsRequest::X_META).expect("it is JSON").expect("it is there");
    assert_eq!(meta.pages, Some(vec![1, 2]));
}

#[tokio::test]
async fn a_header_that_is_missing_is_none_and_one_that_is_malformed_fails_whoever_asks() {
    let response = pets(&[("x-rate-limit", "many"), ("x-cost", "amount,1")]).await;
    assert_eq!(response.header(PetsRequest::LINK), Ok(None));
    let error = response.header(PetsRequest::X_RATE_LIMIT).expect_err("it is no number").to_string();
    assert!(error.contains("x-rate-limit") || error.contains("X-Rate-Limit"), "{error}");
    assert!(error.contains("expected an integer, found \"many\""), "{error}");
    let error = response.header(PetsRequest::X_COST).expect_err("it has no unit").to_string();
    assert!(error.contains("unit: the property is missing"), "{error}");
    assert!(response.body().is_empty());
}

#[tokio::test]
async fn a_header_that_comes_in_several_lines_is_one_list() {
    let transport = MemoryTransport::answering(|_| {
        let mut reply = Reply::json(StatusCode::OK, &Vec::<String>::new());
        for names in ["Rex", "Fido, Mia"] {
            reply = reply.header("x-names", names);
        }
        reply
    });
    let client = Client::builder().transport(transport).build().expect("the settings are valid");
    let response = client.pets().send().await.expect("it is a success");
    let names = response.header(PetsRequest::X_NAMES).expect("it is a list").expect("it is there");
    assert_eq!(names, ["Rex", "Fido", "Mia"]);
}

#[tokio::test]
async fn errors_and_downloads_have_headers_too() {
    let error = client(StatusCode::TOO_MANY_REQUESTS, &[("retry-after", "7"), ("x-rate-limit", "none")]).pets().await;
    let error = error.expect_err("it is an error");
    assert_eq!(error.header(PetsRequest::RETRY_AFTER), Ok(Some(7)));
    let api = error.api().expect("the server answered");
    assert_eq!(api.header(PetsRequest::X_RATE_LIMIT_TOO_MANY_REQUESTS), Ok(Some("none".to_owned())));

    let download = client(StatusCode::OK, &[("link", "</>")]).files().stream().await.expect("it is a success");
    assert_eq!(FilesRequest::LINK.read(download.headers()), Ok(Some("</>".to_owned())));
}
