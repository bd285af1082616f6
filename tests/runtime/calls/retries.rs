//! Retries: what is repeated, how often, and when.

use std::time::Duration;

use serde_json::json;

use super::{client, client_with, function, ok, transport};
use crate::generated::models::CloudFunction;
use crate::generated::operations::cloud_functions::{CreateError, GetError};
use crate::runtime::{
    Body, Call, Client, Endpoint, Error, Failure, MemoryTransport, Method, Operation, Received, Reply, Request, RequestError,
    RetryPolicy, StatusCode,
};

async fn get(client: &Client) -> Result<CloudFunction, Error<GetError>> {
    client.cloud_functions().get("a").await
}

async fn create(client: &Client) -> Result<(), Error<CreateError>> {
    client.cloud_functions().create(CloudFunction::new(1, "a")).await
}

fn unavailable() -> Reply {
    Reply::new(StatusCode::SERVICE_UNAVAILABLE)
}

fn millis(range: std::ops::RangeInclusive<u64>, duration: Duration) -> bool {
    range.contains(&(duration.as_millis() as u64))
}

#[tokio::test]
async fn idempotent_requests_are_repeated() {
    for first in [
        Reply::new(StatusCode::REQUEST_TIMEOUT),
        Reply::new(StatusCode::TOO_MANY_REQUESTS),
        Reply::new(StatusCode::BAD_GATEWAY),
        unavailable(),
        Reply::new(StatusCode::GATEWAY_TIMEOUT),
        Reply::connect_failure("refused"),
        Reply::failure("reset"),
        ok(&function(1)).then_failure("reset"),
    ] {
        let transport = transport([first, ok(&function(1))]);
        assert_eq!(get(&client(&transport)).await.expect("the second attempt succeeds").id, 1);
        assert_eq!((transport.requests().len(), transport.sleeps().len()), (2, 1));
    }
}

#[tokio::test]
async fn other_outcomes_are_not_repeated() {
    for first in
        [Reply::new(StatusCode::INTERNAL_SERVER_ERROR), Reply::new(StatusCode::NOT_FOUND), ok(&json!({})), Reply::never()]
    {
        let transport = transport([first, ok(&function(1))]);
        assert!(get(&client(&transport)).await.is_err());
        assert_eq!(transport.requests().len(), 1);
    }
}

#[tokio::test]
async fn a_post_is_repeated_only_if_it_was_surely_not_sent() {
    for first in [unavailable(), Reply::new(StatusCode::TOO_MANY_REQUESTS), Reply::failure("reset")] {
        let transport = transport([first, Reply::new(StatusCode::CREATED)]);
        assert!(create(&client(&transport)).await.is_err());
        assert_eq!(transport.requests().len(), 1);
    }
    let transport = transport([Reply::connect_failure("refused"), Reply::new(StatusCode::CREATED)]);
    create(&client(&transport)).await.expect("the second attempt succeeds");
    assert_eq!(transport.requests().len(), 2);
    assert_eq!(transport.requests()[0].body, transport.requests()[1].body);
    assert!(!transport.requests()[1].body.is_empty());
}

#[tokio::test]
async fn attempts_are_counted() {
    for (retries, attempts) in [(0, 1), (1, 2), (4, 5)] {
        let transport = MemoryTransport::answering(|_| unavailable());
        let client = client_with(&transport, |client| client.retries(retries));
        let error = get(&client).await.expect_err("it never succeeds");
        assert_eq!(error.status(), Some(StatusCode::SERVICE_UNAVAILABLE));
        assert_eq!((transport.requests().len(), transport.sleeps().len()), (attempts, attempts - 1));
    }
    let transport = MemoryTransport::answering(|_| unavailable());
    assert!(get(&client(&transport)).await.is_err());
    assert_eq!(transport.requests().len(), 3, "two retries are the default");
}

#[tokio::test]
async fn delays_double_up_to_a_limit_by_chance_a_bit_less() {
    let transport = MemoryTransport::answering(|_| unavailable());
    let policy = RetryPolicy::new(6).first_delay(Duration::from_millis(100)).max_delay(Duration::from_millis(500));
    let client = client_with(&transport, |client| client.retries(policy));
    assert!(get(&client).await.is_err());
    let sleeps = transport.sleeps();
    let ranges = [50..=100, 100..=200, 200..=400, 250..=500, 250..=500, 250..=500];
    assert_eq!(sleeps.len(), ranges.len());
    for (sleep, range) in sleeps.iter().zip(ranges) {
        assert!(millis(range, *sleep), "{sleeps:?}");
    }
    // By chance: three delays of the same range are not the same.
    assert!(sleeps[3] != sleeps[4] || sleeps[4] != sleeps[5], "{sleeps:?}");
    // A policy of extremes neither panics nor waits for ages.
    let transport = MemoryTransport::answering(|_| unavailable());
    let policy = RetryPolicy::new(70).first_delay(Duration::MAX).max_delay(Duration::from_secs(1));
    assert!(get(&client_with(&transport, |client| client.retries(policy))).await.is_err());
    assert!(transport.sleeps().iter().all(|sleep| millis(500..=1000, *sleep)));
}

#[tokio::test]
async fn retry_after_is_kept_to() {
    for (value, sleep) in [("7", 7000..=7000), ("60", 60_000..=60_000), ("0", 250..=500), ("-3", 250..=500), ("soon", 250..=500)]
    {
        let transport = transport([unavailable().header("retry-after", value), ok(&function(1))]);
        assert!(get(&client(&transport)).await.is_ok());
        assert!(transport.sleeps().len() == 1 && millis(sleep, transport.sleeps()[0]), "{value}: {:?}", transport.sleeps());
    }
    let date =
        unavailable().header("date", "Wed, 21 Oct 2015 07:28:00 GMT").header("retry-after", "Wed, 21 Oct 2015 07:28:09 GMT");
    let transport = transport([date, ok(&function(1))]);
    assert!(get(&client(&transport)).await.is_ok());
    assert_eq!(transport.sleeps(), [Duration::from_secs(9)]);
}

#[tokio::test]
async fn who_asks_for_too_long_gets_no_retry() {
    for value in ["61", "99999999999999999999"] {
        let transport = transport([unavailable().header("retry-after", value), ok(&function(1))]);
        let error = get(&client(&transport)).await.expect_err("the server asks for more than a minute");
        assert!(error.retry_after() > Some(Duration::from_secs(60)));
        assert_eq!((transport.requests().len(), transport.sleeps().len()), (1, 0));
    }
    let transport = transport([unavailable().header("retry-after", "61"), ok(&function(1))]);
    let policy = RetryPolicy::default().max_retry_after(Duration::from_secs(100));
    assert!(get(&client_with(&transport, |client| client.retries(policy))).await.is_ok());
}

#[tokio::test]
async fn no_retry_outlasts_the_call() {
    let with_limit = |transport: &MemoryTransport, seconds| {
        client_with(transport, |client| client.overall_timeout(Duration::from_secs(seconds)).retries(5))
    };
    // A wait that ends with the call or later is pointless.
    for (seconds, attempts) in [(6, 2), (5, 1), (4, 1)] {
        let transport = transport([unavailable().header("retry-after", "5"), ok(&function(1))]);
        let result = get(&with_limit(&transport, seconds)).await;
        assert_eq!((result.is_ok(), transport.requests().len()), (attempts == 2, attempts), "{seconds} s");
    }
    // What the first waits took counts.
    let transport = MemoryTransport::answering(|_| unavailable().header("retry-after", "5"));
    let error = get(&with_limit(&transport, 12)).await.expect_err("it never succeeds");
    assert_eq!(error.status(), Some(StatusCode::SERVICE_UNAVAILABLE), "the last answer says more than a timeout");
    assert_eq!((transport.requests().len(), transport.sleeps().len()), (3, 2));
}

/// A `PUT` of a body that may not be repeatable.
struct Upload {
    client: Client,
    body: Body,
}

impl Operation for Upload {
    type Output = ();
    type Error = ();
    const ENDPOINT: Endpoint = Endpoint::new(Method::PUT, "/upload");

    fn client(&self) -> &Client {
        &self.client
    }

    fn into_request(self) -> Result<Request, RequestError> {
        let mut request = Request::new(self.body);
        *request.uri_mut() = http::Uri::from_static("https://api.example.test/upload");
        Ok(request)
    }

    fn decode(response: &Received) -> Result<(), Failure<()>> {
        response.undocumented(Received::empty)
    }
}

#[tokio::test]
async fn a_body_that_streams_once_is_sent_once() {
    let upload = async |body: Body| {
        let transport = transport([unavailable(), Reply::new(StatusCode::OK)]);
        let result = Call::new(Upload { client: client(&transport), body }).await;
        let bodies: Vec<_> = transport.requests().into_iter().map(|request| request.body).collect();
        (result.is_ok(), bodies)
    };
    assert_eq!(upload(Body::from("data")).await, (true, vec!["data".into(); 2]));
    assert_eq!(upload(Body::factory(|| Body::from("data").into_stream())).await, (true, vec!["data".into(); 2]));
    assert_eq!(upload(Body::once(Body::from("data").into_stream())).await, (false, vec!["data".into()]));
}
