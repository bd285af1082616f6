//! What is sent again, when, and what never is.

use std::time::{Duration, Instant};

use minapp_client::models::{CloudFunctionPatch, NewCloudFunction};
use minapp_client::{RetryPolicy, StatusCode, json};
use tests::minapp_server::{Answer, Fault, MinappServer, Phase};

use crate::fixture::{ECHO, Outcome, client, connected};

#[tokio::test]
async fn a_get_waits_as_long_as_retry_after_says() -> Outcome {
    let (server, functions) = connected();
    server.add_function("hello", ECHO);
    server.fault(Fault::unavailable(1));
    let begin = Instant::now();
    assert_eq!(functions.get("hello").await?.name, "hello");
    assert!(begin.elapsed() >= Duration::from_secs(1));
    assert_eq!(server.attempts(), 2);
    Ok(())
}

#[tokio::test]
async fn a_get_is_repeated_after_every_passing_failure() -> Outcome {
    let server = MinappServer::start();
    let functions = client(&server, |builder| builder.retries(RetryPolicy::new(1).first_delay(Duration::from_millis(10))));
    server.add_function("hello", ECHO);
    for status in [408, 429, 502, 503, 504] {
        server.fault(Fault::answer(Answer::new(status, "text/plain", "later")));
        assert_eq!(functions.get("hello").await?.name, "hello", "{status}");
    }
    for fault in [Fault::reset(Phase::BeforeAnswer), Fault::closed()] {
        server.fault(fault);
        assert_eq!(functions.get("hello").await?.name, "hello");
    }
    assert_eq!(server.attempts(), 14);
    Ok(())
}

#[tokio::test]
async fn a_delete_is_repeated() -> Outcome {
    let (server, functions) = connected();
    server.add_function("hello", ECHO);
    server.fault(Fault::answer(Answer::empty(502)));
    functions.delete("hello").await?;
    assert_eq!(server.attempts(), 2);
    Ok(())
}

#[tokio::test]
async fn a_post_or_patch_is_not_repeated() {
    let (server, functions) = connected();
    server.add_function("hello", ECHO);
    for status in [429, 502, 503] {
        let fault = || Fault::answer(Answer::new(status, "text/plain", "later").header("retry-after", "0"));
        let before = server.attempts();
        server.fault(fault());
        let error = functions.create(NewCloudFunction::new("new", ECHO)).await.expect_err("it is refused");
        assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
        server.fault(fault());
        assert!(functions.invoke("hello", json!({})).await.is_err());
        server.fault(fault());
        assert!(functions.enqueue("hello", json!({})).await.is_err());
        server.fault(fault());
        assert!(functions.update("hello", CloudFunctionPatch::new()).await.is_err());
        assert_eq!(server.attempts(), before + 4, "{status}");
    }
}

#[tokio::test]
async fn other_errors_are_not_repeated() {
    let (server, functions) = connected();
    for status in [400, 401, 403, 404, 409, 422, 500, 501] {
        let before = server.attempts();
        server.fault(Fault::answer(Answer::new(status, "text/plain", "no")));
        assert!(functions.list().await.is_err());
        assert_eq!(server.attempts(), before + 1, "{status}");
    }
}

#[tokio::test]
async fn patience_ends_and_the_last_error_is_told() {
    let server = MinappServer::start();
    let functions = client(&server, |builder| builder.retries(RetryPolicy::new(2).first_delay(Duration::from_millis(10))));
    for number in 1..=5 {
        server.fault(Fault::answer(Answer::new(503, "text/plain", format!("no. {number}")).header("retry-after", "0")));
    }
    let error = functions.list().await.expect_err("it stays down");
    assert_eq!(error.status(), Some(StatusCode::SERVICE_UNAVAILABLE));
    assert_eq!(error.api().map(|api| &api.bytes()[..]), Some(&b"no. 3"[..]));
    assert_eq!(server.attempts(), 3);
}

#[tokio::test]
async fn an_error_tells_when_to_come_back() {
    let server = MinappServer::start();
    let functions = client(&server, |builder| builder.retries(0));
    server.fault(Fault::unavailable(120));
    let error = functions.list().await.expect_err("it is down");
    assert!(error.is_retryable());
    assert_eq!(error.retry_after(), Some(Duration::from_secs(120)));
}

#[tokio::test]
async fn an_unreasonable_retry_after_is_not_waited_for() {
    let (server, functions) = connected();
    server.fault(Fault::unavailable(86_400));
    let begin = Instant::now();
    let error = functions.list().await.expect_err("it is down for a day");
    assert_eq!(error.retry_after(), Some(Duration::from_secs(86_400)));
    assert!(begin.elapsed() < Duration::from_secs(5));
}
