//! Slow answers and the time a call is given.

use std::time::{Duration, Instant};

use minapp_client::models::NewCloudFunction;
use minapp_client::transport::Reply;
use minapp_client::{Client, ErrorKind, MemoryTransport, json};
use tests::minapp_server::{Fault, MinappServer};

use crate::fixture::{ECHO, Outcome, assert_kind, client, connected};

#[tokio::test]
async fn slow_answers_run_into_the_timeout() {
    let server = MinappServer::start();
    let functions = client(&server, |builder| builder.timeout(Duration::from_millis(100)).retries(0));
    for fault in [Fault::late, Fault::slow_head, Fault::slow_body] {
        server.fault(fault(Duration::from_secs(20)));
        let begin = Instant::now();
        let error = functions.list().await.expect_err("it is too slow");
        assert_kind!(&error, Timeout);
        assert!(error.is_retryable());
        assert!(begin.elapsed() < Duration::from_secs(5));
    }
}

#[tokio::test]
async fn a_trickle_that_never_pauses_long_runs_into_it_too() {
    let server = MinappServer::start();
    let functions = client(&server, |builder| builder.timeout(Duration::from_millis(200)).retries(0));
    server.fault(Fault::slow_body(Duration::from_millis(20)));
    assert_kind!(functions.list().await.expect_err("it is too slow"), Timeout);
}

#[tokio::test]
async fn slow_answers_within_the_timeout_are_answers() -> Outcome {
    let (server, functions) = connected();
    for fault in [Fault::late, Fault::slow_head, Fault::slow_body] {
        server.fault(fault(Duration::from_millis(1)));
        functions.list().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_post_that_times_out_is_not_sent_again() {
    let server = MinappServer::start();
    let functions = client(&server, |builder| builder.timeout(Duration::from_millis(100)));
    server.fault(Fault::late(Duration::from_secs(20)));
    let error = functions.create(NewCloudFunction::new("hello", ECHO)).await.expect_err("it is too slow");
    assert_kind!(&error, Timeout);
    assert_eq!(server.attempts(), 1);
}

#[tokio::test]
async fn a_whole_call_has_a_limit_of_its_own() {
    let server = MinappServer::start();
    let functions = client(&server, |builder| builder.overall_timeout(Duration::from_millis(100)));
    server.add_function("hello", ECHO);
    server.fault(Fault::late(Duration::from_secs(20)));
    let error = functions.invoke("hello", json!({})).await.expect_err("it is too slow");
    assert!(matches!(error.kind(), ErrorKind::Timeout(error) if error.is_overall()), "{error}");
}

/// The service itself stops a synchronous call after five seconds; its answer that it did must not be missed.
#[tokio::test]
async fn a_synchronous_call_is_given_more_than_five_seconds() {
    let transport = MemoryTransport::answering(|_| Reply::never());
    let client = Client::builder().transport(transport.clone()).timeout(Duration::from_secs(1)).build();
    let functions = client.expect("the settings are valid").cloud_functions();
    let error = functions.invoke("hello", json!({})).await.expect_err("there is no answer");
    let ErrorKind::Timeout(timeout) = error.kind() else { panic!("{error}") };
    assert!(timeout.limit() > Duration::from_secs(5), "{error}");
    assert_eq!(transport.sleeps(), [timeout.limit()]);
    assert_eq!(transport.requests().len(), 1);
}

#[tokio::test]
async fn dropping_a_call_ends_it() {
    let (server, functions) = connected();
    server.fault(Fault::late(Duration::from_secs(20)));
    let call = tokio::time::timeout(Duration::from_millis(100), functions.list().into_future()).await;
    assert!(call.is_err(), "it is too slow");
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(server.attempts(), 1, "nothing is repeated behind the caller's back");
}
