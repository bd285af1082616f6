//! Headers reach the server with every request, and appear nowhere else.

use std::error::Error;
use std::time::Duration;

use minapp_client::models::NewCloudFunction;
use minapp_client::{Client, json};
use tests::minapp_server::{Fault, MinappServer, Phase};

use crate::fixture::{ECHO, Outcome, client};

const COOKIE: &str = "sessionid=hunter2";

#[tokio::test]
async fn a_session_is_sent_with_every_call() -> Outcome {
    let server = MinappServer::start();
    server.require_cookie(COOKIE);
    let functions = client(&server, |builder| builder.header("cookie", COOKIE).header("x-team", "blue"));
    functions.create(NewCloudFunction::new("hello", ECHO)).await?;
    functions.list().await?;
    functions.invoke("hello", json!({})).await?;
    functions.jobs("hello").await?;
    functions.delete("hello").await?;
    assert!(server.requests().iter().all(|request| request.header("cookie") == Some(COOKIE)));
    assert!(server.requests().iter().all(|request| request.header("x-team") == Some("blue")));
    Ok(())
}

#[tokio::test]
async fn without_a_session_the_service_says_so() {
    let server = MinappServer::start();
    server.require_cookie(COOKIE);
    let error = client(&server, |builder| builder).list().await.expect_err("it is refused");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(401));
    assert!(server.last_request().header("cookie").is_none());
}

#[tokio::test]
async fn nothing_prints_a_secret() {
    let server = MinappServer::start();
    let set = |builder: minapp_client::ClientBuilder| {
        let builder = builder.header("cookie", COOKIE).header("authorization", "Bearer hunter2").header("x-key", "hunter2");
        builder.timeout(Duration::from_millis(200)).retries(0)
    };
    let builder = set(Client::builder().base_url(server.url()));
    let mut printed = vec![format!("{builder:?} {builder:#?}")];
    let client = builder.build().expect("the settings are valid");
    printed.push(format!("{client:?} {client:#?}"));
    let functions = client.cloud_functions();
    printed.push(format!("{functions:?} {functions:#?}"));
    printed.push(format!("{:?} {:?}", functions.list(), functions.get("hello")));
    for fault in [
        Fault::html(),
        Fault::unavailable(1),
        Fault::redirect("http://127.0.0.1:1/"),
        Fault::truncated(),
        Fault::reset(Phase::BeforeAnswer),
        Fault::late(Duration::from_secs(20)),
        Fault::edit_json(|json| json["objects"] = json!(7)),
        Fault::edit(|answer| answer.status = 401),
    ] {
        let fault_name = format!("{fault:?}");
        server.fault(fault);
        let error = functions.list().send().await.expect_err(&fault_name);
        printed.push(describe(&error));
        printed.push(describe(&minapp_client::AnyError::from(error)));
    }
    let response = functions.list().send().await.expect("nothing is wrong any more");
    printed.push(format!("{response:?}"));
    printed.push(describe(&functions.get("..").await.expect_err("it is refused")));
    for text in printed {
        assert!(!text.contains("hunter2"), "{text}");
    }
}

#[test]
fn a_header_that_cannot_be_sent_is_refused_without_being_shown() {
    let builder = Client::builder().header("cookie", "hunter2\r\nx-evil: 1");
    let error = builder.build().expect_err("a line end is no part of a header");
    assert!(!describe(&error).contains("hunter2"), "{error}");
    assert!(error.to_string().contains("cookie"), "{error}");
}

#[test]
fn an_address_with_a_password_never_shows_it() {
    for address in ["http://user:hunter2@127.0.0.1:1/", "http://hunter2@127.0.0.1:1/", "ftp://user:hunter2@host/"] {
        let builder = Client::builder().base_url(address);
        let mut printed = format!("{builder:?}");
        match builder.build() {
            Ok(client) => printed += &format!("{client:?} {:?}", client.cloud_functions().list()),
            Err(error) => printed += &describe(&error),
        }
        assert!(!printed.contains("hunter2"), "{printed}");
    }
}

/// An error and its causes, in every way they can be printed.
fn describe(error: &(dyn Error + 'static)) -> String {
    let mut text = String::new();
    let mut next = Some(error);
    while let Some(error) = next {
        text += &format!("{error} {error:?} {error:#?}\n");
        next = error.source();
    }
    text
}
