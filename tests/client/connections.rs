//! Connections that end when they should not.

use minapp_client::models::NewCloudFunction;
use minapp_client::{Client, json};
use tests::minapp_server::{Fault, Phase};

use crate::fixture::{ECHO, Outcome, assert_kind, connected, connected_once};

const PHASES: [Phase; 5] = [Phase::BeforeRequest, Phase::InRequest, Phase::BeforeAnswer, Phase::InHead, Phase::InBody];

#[tokio::test]
async fn a_reset_is_a_transport_error_in_every_phase() {
    for phase in PHASES {
        let (server, functions) = connected_once();
        server.fault(Fault::reset(phase));
        let error = functions.list().await.expect_err("the connection is reset");
        assert_kind!(&error, Transport, "{phase:?}");
        assert_eq!(server.attempts(), 1, "{phase:?}");
        assert!(functions.list().await.is_ok(), "{phase:?}: the next call takes a new connection");
    }
}

#[tokio::test]
async fn an_answer_that_never_comes_is_a_transport_error() {
    let (server, functions) = connected_once();
    server.fault(Fault::closed());
    assert_kind!(functions.list().await.expect_err("there is no answer"), Transport);
}

#[tokio::test]
async fn what_is_not_http_is_a_transport_error() {
    for bytes in ["banana\r\n\r\n", "HTTP/1.1 banana\r\n\r\n", "HTTP/1.1 200 OK\r\nno colon\r\n\r\n", "\0\0\0\0"] {
        let (server, functions) = connected_once();
        server.fault(Fault::raw(bytes));
        assert_kind!(functions.list().await.expect_err("it is no HTTP"), Transport, "{bytes:?}");
    }
}

#[tokio::test]
async fn a_lost_post_is_never_sent_again() {
    for phase in PHASES {
        let (server, functions) = connected();
        server.fault(Fault::reset(phase));
        let error = functions.create(NewCloudFunction::new("hello", ECHO)).await.expect_err("the connection is reset");
        assert_kind!(&error, Transport, "{phase:?}");
        assert_eq!(server.attempts(), 1, "{phase:?}");
    }
    let (server, functions) = connected();
    server.add_function("hello", ECHO);
    server.fault(Fault::closed());
    assert!(functions.invoke("hello", json!({})).await.is_err());
    assert_eq!(server.attempts(), 1);
}

#[tokio::test]
async fn a_connection_closed_while_idle_is_replaced() -> Outcome {
    let (server, functions) = connected();
    server.fault(Fault::raw("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}"));
    assert_kind!(functions.list().await.expect_err("it is no page"), Decode);
    tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    functions.create(NewCloudFunction::new("hello", ECHO)).await?;
    Ok(())
}

#[tokio::test]
async fn a_server_that_is_not_there_is_a_transport_error() {
    let (server, _) = connected();
    let url = server.url();
    drop(server);
    let client = Client::builder().base_url(url).retries(0).build().expect("the URL is valid");
    let error = client.cloud_functions().list().await.expect_err("nobody listens");
    assert_kind!(&error, Transport);
    assert!(error.is_retryable());
}
