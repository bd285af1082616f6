//! Slow answers and the time a call is given.

use std::time::{Duration, Instant};

use minapp_client::{ErrorKind, json};
use tests::minapp_server::{Fault, MinappServer};

use crate::fixture::{ECHO, Outcome, client, connected};

#[tokio::test]
async fn slow_answers_run_into_the_timeout() {
    let server = MinappServer::start();
    let functions = client(&server, |builder| builder.timeout(Duration::from_millis(100)).max_retries(0));
    for fault in [Fault::late, Fault::slow_head, Fault::slow_body] {
        server.fault(fault(Duration::from_secs(20)));
        let begin = Instant::now();
        let error = functions.list().await.expect_err("it is too slow");
        assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
        assert!(error.is_retryable());
        assert!(begin.elapsed() < Duration::from_secs(5));
    }
}

#[tokio::test]
async fn a_trickle_that_never_pauses_long_runs_into_it_too() {
    let server = MinappServer::start();
    let functions = client(&server, |builder| builder.timeout(Duration::from_millis(200)).max_retries(0));
    server.fault(Fault::slow_body(Duration::from_millis(20)));
    assert_eq!(functions.list().await.expect_err("it is too slow").kind(), ErrorKind::Timeout);
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
    server.add_function("hello", ECHO);
    server.fault(Fault::late(Duration::from_secs(20)));
    let error = functions.enqueue("hello", json!({})).await.expect_err("it is too slow");
    assert_eq!((error.kind(), server.attempts()), (ErrorKind::Timeout, 1));
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
