//! Limits: of time, per attempt and per call, and of the size of bodies.

use std::time::Duration;

use serde_json::json;

use super::{client, client_with, function, ok, transport};
use crate::generated::operations::cloud_functions::GetError;
use crate::runtime::{ClientBuilder, Error, ErrorKind, MemoryTransport, Reply, StatusCode};

const SECOND: Duration = Duration::from_secs(1);

fn timeout<E>(error: Error<E>) -> (Duration, bool) {
    match error.into_kind() {
        ErrorKind::Timeout(timeout) => (timeout.limit(), timeout.is_overall()),
        _ => panic!("it is no timeout"),
    }
}

#[tokio::test]
async fn an_attempt_takes_half_a_minute_at_most() {
    let transport = transport([Reply::never()]);
    let error = client(&transport).cloud_functions().get("a").await.expect_err("there is no reply");
    assert!(error.is_retryable());
    assert_eq!(error.to_string(), "GET https://api.example.test/cloud-function/{name}/: no whole response within 30s");
    assert_eq!(timeout(error), (30 * SECOND, false));
    assert_eq!(transport.sleeps(), [30 * SECOND]);
}

#[tokio::test]
async fn the_limit_covers_the_body() {
    let transport = transport([ok(&function(1)).then_nothing()]);
    let client = client_with(&transport, |client| client.timeout(2 * SECOND));
    let error = client.cloud_functions().get("a").await.expect_err("the body does not end");
    assert_eq!(timeout(error), (2 * SECOND, false));
}

#[tokio::test]
async fn the_operations_own_limit_goes_first() {
    for seconds in [1, 300] {
        let transport = transport([Reply::never()]);
        let client = client_with(&transport, |client| client.timeout(seconds * SECOND));
        let error = client.cloud_functions().invoke("a", json!({})).await.expect_err("there is no reply");
        assert_eq!(timeout(error), (10 * SECOND, false));
    }
}

#[tokio::test]
async fn the_whole_call_has_a_limit() {
    let transport = transport([Reply::never()]);
    let client = client_with(&transport, |client| client.overall_timeout(3 * SECOND));
    let error = client.cloud_functions().invoke("a", json!({})).await.expect_err("there is no reply");
    assert_eq!(
        error.to_string(),
        "POST https://api.example.test/cloud-function/{name}/job/: no whole response within 3s, retries included"
    );
    assert_eq!(timeout(error), (3 * SECOND, true));
    assert_eq!(transport.sleeps(), [3 * SECOND]);
}

#[tokio::test]
async fn the_limit_that_is_over_first_counts() {
    let transport = transport([Reply::never()]);
    let client = client_with(&transport, |client| client.overall_timeout(9 * SECOND).timeout(2 * SECOND));
    let error = client.cloud_functions().get("a").await.expect_err("there is no reply");
    assert_eq!(timeout(error), (2 * SECOND, false));
}

#[tokio::test]
async fn a_later_attempt_gets_only_the_time_that_is_left() {
    let set = |client: ClientBuilder| client.overall_timeout(20 * SECOND).timeout(None);
    let transport = transport([Reply::new(StatusCode::SERVICE_UNAVAILABLE).header("retry-after", "15"), Reply::never()]);
    let error = client_with(&transport, set).cloud_functions().get("a").await.expect_err("there is no reply");
    assert_eq!(timeout(error), (20 * SECOND, true));
    assert_eq!(transport.sleeps(), [15 * SECOND, 5 * SECOND]);
}

#[tokio::test]
async fn without_limits_a_call_waits() {
    let transport = transport([Reply::never()]);
    let client = client_with(&transport, |client| client.timeout(None));
    let call = client.cloud_functions().get("a").into_future();
    let outcome = tokio::time::timeout(Duration::from_millis(20), call).await;
    assert!(outcome.is_err() && transport.sleeps().is_empty());
}

/// What a body of `pieces` gives under a cap of 100 bytes.
async fn capped(status: StatusCode, content_length: &str, pieces: &[&str]) -> Result<i64, Error<GetError>> {
    let mut reply = Reply::new(status).header("content-length", content_length);
    for piece in pieces {
        reply = reply.body((*piece).to_owned());
    }
    let transport = transport([reply]);
    let client = client_with(&transport, |client| client.max_body(100));
    client.cloud_functions().get("a").await.map(|function| function.id)
}

#[tokio::test]
async fn a_body_is_cut_where_it_gets_too_long() {
    let (start, end) = (r#"{"id":1,"name":""#, r#""}"#);
    let room = 100 - start.len() - end.len();
    let fits = "x".repeat(room);
    assert_eq!(capped(StatusCode::OK, "5", &[start, &fits, end]).await.ok(), Some(1));
    assert_eq!(capped(StatusCode::OK, "99999999999", &[start, &fits, end]).await.ok(), Some(1), "the header is only a hint");
    let long = "x".repeat(room + 1);
    let error = capped(StatusCode::OK, "5", &[start, &long, end]).await.expect_err("the body is too long");
    assert_eq!(
        error.to_string(),
        "GET https://api.example.test/cloud-function/{name}/: 200 OK, but the body has more than 100 bytes"
    );
    assert!(matches!(error.kind(), ErrorKind::Decode(undecodable) if undecodable.bytes().is_empty()));
}

#[tokio::test]
async fn a_long_body_does_not_hide_an_error() {
    let error = capped(StatusCode::NOT_FOUND, "5", &["a", &"b".repeat(1000)]).await.expect_err("404 is an error");
    assert_eq!(error.status(), Some(StatusCode::NOT_FOUND));
    assert_eq!(error.api().map(|api| api.bytes().len()), Some(100));
    // Errors are cut at a megabyte even where successes may be longer.
    let transport = transport([Reply::new(StatusCode::NOT_FOUND).body(vec![b'x'; 2 << 20])]);
    let error = client(&transport).cloud_functions().get("a").await.expect_err("404 is an error");
    assert_eq!(error.api().map(|api| api.bytes().len()), Some(1 << 20));
}

#[tokio::test]
async fn a_body_without_end_is_left_early() {
    // Were it read to the end, the test would run into the attempt's limit.
    let transport = transport([Reply::new(StatusCode::OK).body("x".repeat(101)).then_nothing()]);
    let client = client_with(&transport, |client| client.max_body(100));
    let error = client.cloud_functions().get("a").await.expect_err("the body is too long");
    assert!(matches!(error.kind(), ErrorKind::Decode(_)));
    assert!(MemoryTransport::sleeps(&transport).is_empty());
}
