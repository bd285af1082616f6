//! Bodies that are not what they should be.

use minapp_client::StatusCode;
use minapp_client::models::NewCloudFunction;
use tests::minapp_server::{Answer, Fault, MinappServer};

use crate::fixture::{ECHO, Outcome, assert_kind, client, connected, connected_once};

#[tokio::test]
async fn a_login_page_with_status_200_is_a_decode_error() {
    let (server, functions) = connected_once();
    server.fault(Fault::html());
    let error = functions.list().await.expect_err("it is no JSON");
    assert_kind!(&error, Decode);
    assert_eq!(error.status(), Some(StatusCode::OK));
    assert!(error.to_string().contains("text/html"), "{error}");
    assert!(!error.is_retryable());
}

#[tokio::test]
async fn what_is_not_json_is_a_decode_error() {
    let (server, functions) = connected_once();
    let deep = "[".repeat(200_000);
    for body in ["", "nul", "{", "[]", "7", "null", "{}", "{} {}", "\"\\ud800\"", &deep] {
        server.fault(Fault::answer(Answer::new(200, "application/json", body)));
        let error = functions.list().await.expect_err("it is no page");
        assert_kind!(&error, Decode);
    }
    server.fault(Fault::answer(Answer::new(200, "application/json", &b"\xFF\xFE"[..])));
    assert_kind!(functions.list().await.expect_err("it is no text"), Decode);
}

#[tokio::test]
async fn a_truncated_body_is_a_transport_error() {
    let (server, functions) = connected_once();
    server.add_function("hello", ECHO);
    server.fault(Fault::truncated());
    let error = functions.get("hello").await.expect_err("half is missing");
    assert_kind!(&error, Transport);
    assert!(functions.get("hello").await.is_ok(), "the next call takes a new connection");
}

#[tokio::test]
async fn json_under_another_media_type_is_read_all_the_same() -> Outcome {
    let (server, functions) = connected();
    server.add_function("hello", ECHO);
    for content_type in ["text/plain", "application/json; charset=utf-8", "application/vnd.minapp+json", "TEXT/JSON"] {
        server.fault(Fault::content_type(content_type));
        assert_eq!(functions.get("hello").await?.name, "hello", "{content_type}");
    }
    server.fault(Fault::edit(|answer| answer.headers.clear()));
    assert_eq!(functions.get("hello").await?.name, "hello");
    Ok(())
}

#[tokio::test]
async fn a_byte_order_mark_does_no_harm() -> Outcome {
    let (server, functions) = connected();
    server.add_function("hello", ECHO);
    server.fault(Fault::byte_order_mark());
    assert_eq!(functions.get("hello").await?.name, "hello");
    Ok(())
}

#[tokio::test]
async fn bytes_after_a_204_do_no_harm() -> Outcome {
    let (server, functions) = connected();
    server.add_function("hello", ECHO);
    server.fault(Fault::edit(|answer| answer.body = b"surprise".to_vec()));
    functions.delete("hello").await?;
    assert_eq!(functions.list().await?.meta.total_count, 0);
    Ok(())
}

#[tokio::test]
async fn a_body_past_the_cap_is_given_up() {
    let server = MinappServer::start();
    let functions = client(&server, |builder| builder.max_body(10_000).retries(0));
    server.fault(Fault::padded(10_000));
    assert!(functions.list().await.is_ok(), "the cap itself is allowed");
    for fault in [Fault::padded(10_001), Fault::padded(50_000_000), Fault::endless()] {
        server.fault(fault);
        let error = functions.list().await.expect_err("it is too long");
        assert!(error.to_string().contains("10000"), "the cap is named: {error}");
        assert!(!error.is_retryable());
    }
    assert!(functions.list().await.is_ok(), "the client goes on");
}

#[tokio::test]
async fn an_endless_body_ends_at_the_default_cap() {
    let (server, functions) = connected_once();
    server.fault(Fault::endless());
    assert!(functions.create(NewCloudFunction::new("hello", ECHO)).await.is_err());
}

#[tokio::test]
async fn a_long_error_body_is_no_worse() {
    let server = MinappServer::start();
    let functions = client(&server, |builder| builder.max_body(1_000).retries(0));
    server.fault(Fault::answer(Answer::new(400, "text/plain", "x".repeat(5_000_000))));
    assert!(functions.list().await.is_err());
}
