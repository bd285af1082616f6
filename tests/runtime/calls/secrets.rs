//! Secrets: what a client is given as a credential shows nowhere.

use std::error::Error as _;
use std::fmt::Debug;

use http::header::{COOKIE, SET_COOKIE};

use super::{client_with, function, ok, transport};
use crate::generated::models::CloudFunction;
use crate::runtime::{Client, ClientBuilder, MemoryTransport, Operation, Reply, StatusCode};

const SECRET: &str = "hunter2";

fn set(client: ClientBuilder) -> ClientBuilder {
    client
        .header("x-api-key", SECRET)
        .header("Authorization", format!("Bearer {SECRET}"))
        .header("cookie", format!("session={SECRET}"))
}

fn assert_hides(value: &dyn Debug) {
    for text in [format!("{value:?}"), format!("{value:#?}")] {
        assert!(!text.contains(SECRET), "{text}");
    }
}

#[test]
fn clients_and_requests_hide_credentials() {
    let transport = MemoryTransport::new();
    assert_hides(&set(Client::builder()));
    assert_hides(&Client::builder().base_url(format!("https://user:{SECRET}@a.test")));
    assert_hides(&Client::builder().header("x-key", format!("{SECRET}\n")));
    let client = client_with(&transport, set);
    assert_hides(&client);
    assert!(format!("{client:?}").contains("x-api-key"), "names are no secret");
    let functions = client.cloud_functions();
    assert_hides(&functions);
    assert_hides(&functions.list());
    // What is sent may be secret, too: a name may be a token.
    assert_eq!(format!("{:?}", functions.get(SECRET)), "GetRequest(GET /cloud-function/{name}/)");
    assert_hides(&functions.create(CloudFunction::new(1, SECRET)));
    let request = functions.create(CloudFunction::new(1, SECRET)).into_request().expect("the request is valid");
    assert_hides(&request);
    assert!(request.body().as_bytes().is_some_and(|body| body.windows(SECRET.len()).any(|piece| piece == SECRET.as_bytes())));
    assert_eq!(request.headers()[COOKIE], format!("session={SECRET}"));
}

#[tokio::test]
async fn errors_hide_credentials() {
    for reply in [
        Reply::new(StatusCode::UNAUTHORIZED).header(SET_COOKIE, format!("session={SECRET}")),
        Reply::json(StatusCode::OK, &"something else").header(SET_COOKIE, format!("session={SECRET}")),
        Reply::connect_failure("refused"),
        Reply::never(),
    ] {
        let client = client_with(&transport([reply]), |client| set(client).retries(0));
        let error = client.cloud_functions().get("a").await.expect_err("the reply is an error");
        assert_hides(&error);
        assert!(!error.to_string().contains(SECRET));
        let mut source = error.source();
        while let Some(cause) = source {
            assert_hides(&cause);
            assert!(!cause.to_string().contains(SECRET));
            source = cause.source();
        }
    }
}

#[tokio::test]
async fn responses_hide_what_servers_hand_out() {
    let transport = transport([ok(&function(1)).header(SET_COOKIE, format!("session={SECRET}"))]);
    let response = client_with(&transport, set).cloud_functions().get("a").send().await.expect("it is a success");
    assert_hides(&response);
    assert_eq!(response.headers()[SET_COOKIE], format!("session={SECRET}"));
}

#[tokio::test]
async fn credentials_are_sent() {
    let transport = transport([ok(&function(1))]);
    client_with(&transport, set).cloud_functions().get("a").await.expect("it is a success");
    let request = &transport.requests()[0];
    assert_eq!(request.headers["x-api-key"], SECRET);
    assert_eq!(request.headers["authorization"], format!("Bearer {SECRET}"));
    assert_hides(&transport);
}

#[tokio::test]
async fn redirects_are_not_followed() {
    let transport = transport([Reply::new(StatusCode::TEMPORARY_REDIRECT).header("location", "https://evil.test/")]);
    let error = client_with(&transport, set).cloud_functions().get("a").await.expect_err("a redirect is no success");
    assert_eq!(error.status(), Some(StatusCode::TEMPORARY_REDIRECT));
    assert_eq!(transport.requests().len(), 1);
}
