//! Errors: what they tell, keep and weigh.

use std::error::Error as _;
use std::time::{Duration, SystemTime};

use serde_json::json;

use super::{client, client_with, function, ok, transport};
use crate::generated::models::CloudFunction;
use crate::generated::operations::cloud_functions::{GetError, ListError};
use crate::runtime::{AnyError, Error, ErrorKind, MemoryTransport, Reply, RetryPolicy, StatusCode};

/// The error of a `get` that is answered so.
async fn error(reply: Reply) -> Error<GetError> {
    let transport = transport([reply]);
    let client = client_with(&transport, |client| client.retries(RetryPolicy::none()));
    client.cloud_functions().get("a").await.expect_err("the reply is an error")
}

#[test]
fn an_error_is_as_large_as_a_pointer() {
    assert_eq!(size_of::<Error<()>>(), size_of::<usize>());
    assert_eq!(size_of::<Result<(), Error<[u64; 100]>>>(), size_of::<usize>());
    assert_eq!(size_of::<AnyError>(), size_of::<usize>());
}

#[tokio::test]
async fn an_api_error_keeps_the_whole_answer() {
    let error = error(
        Reply::json(StatusCode::NOT_FOUND, &json!({"message": "no such function"}))
            .header("x-request-id", "r1")
            .header("retry-after", "3"),
    )
    .await;
    assert_eq!(error.status(), Some(StatusCode::NOT_FOUND));
    assert_eq!(error.request_id(), Some("r1"));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(3)));
    assert!(!error.is_retryable());
    let api = error.api().expect("the server answered");
    assert!(matches!(api.typed(), Some(GetError::NotFound(problem)) if problem.message == "no such function"));
    assert_eq!(api.bytes(), r#"{"message":"no such function"}"#);
    assert_eq!(api.headers()["retry-after"], "3");
    assert_eq!(
        error.to_string(),
        r#"GET https://api.example.test/cloud-function/{name}/: 404 Not Found: {"message":"no such function"}"#
    );
    assert_eq!(error.endpoint().path(), "/cloud-function/{name}/");
    let ErrorKind::Api(api) = error.into_kind() else { panic!("the server answered") };
    assert!(matches!(api.into_typed(), Some(GetError::NotFound(_))));
}

#[tokio::test]
async fn an_error_page_keeps_the_status() {
    let error = error(Reply::new(StatusCode::NOT_FOUND).header("content-type", "text/html").body("<h1>\r\n Not here</h1>")).await;
    assert_eq!(error.status(), Some(StatusCode::NOT_FOUND));
    assert!(error.api().is_some_and(|api| api.typed().is_none() && api.bytes() == "<h1>\r\n Not here</h1>"));
    assert_eq!(error.to_string(), "GET https://api.example.test/cloud-function/{name}/: 404 Not Found: <h1> Not here</h1>");
}

#[tokio::test]
async fn foreign_text_is_cleaned_and_cut() {
    let body = format!("\u{1b}[31m\u{202e}red\n\0{}", "é".repeat(2000));
    let error = error(Reply::new(StatusCode::IM_A_TEAPOT).body(body)).await;
    let message = error.to_string();
    assert!(
        message
            .starts_with(r"GET https://api.example.test/cloud-function/{name}/: 418 I'm a teapot: \u{1b}[31m\u{202e}red \u{0}éé"),
        "{message}"
    );
    assert!(message.ends_with("é..."), "{message}");
    assert!(message.chars().count() < 400 && !message.contains(char::is_control));
    let invalid = self::error(Reply::new(StatusCode::IM_A_TEAPOT).body(&b"a\xff\xfeb"[..])).await;
    assert!(invalid.to_string().ends_with("a\u{fffd}\u{fffd}b"), "{invalid}");
    let empty = self::error(Reply::new(StatusCode::IM_A_TEAPOT)).await;
    assert_eq!(empty.to_string(), "GET https://api.example.test/cloud-function/{name}/: 418 I'm a teapot");
}

#[tokio::test]
async fn a_body_that_is_something_else_is_a_decode_error() {
    let error = error(ok(&json!({"id": 1, "name": 7})).header("x-request-id", "r2")).await;
    assert!(matches!(error.kind(), ErrorKind::Decode(_)));
    assert_eq!(
        error.to_string(),
        "GET https://api.example.test/cloud-function/{name}/: 200 OK, but name: expected a string, found 7; amend the description, read \
         the body with `.send().json::<T>()`, take it from this error's `bytes()`, or read with `Reading::Lenient`"
    );
    assert_eq!((error.status(), error.request_id()), (Some(StatusCode::OK), Some("r2")));
    assert!(!error.is_retryable());
    let ErrorKind::Decode(undecodable) = error.kind() else { panic!("it is a decode error") };
    assert_eq!(undecodable.bytes(), r#"{"id":1,"name":7}"#);
    assert_eq!(undecodable.decode_error().to_string(), "name: expected a string, found 7");
}

#[tokio::test]
async fn a_transport_error_names_its_cause() {
    let error = error(Reply::connect_failure("connection refused")).await;
    assert_eq!(error.to_string(), "GET https://api.example.test/cloud-function/{name}/: could not connect: connection refused");
    assert!(error.is_retryable() && error.status().is_none() && error.headers().is_none() && error.api().is_none());
    assert_eq!(error.retry_after(), None);
    assert_eq!(error.source().expect("there is a cause").to_string(), "connection refused");
    let error = self::error(ok(&function(1)).then_failure("reset by peer")).await;
    assert_eq!(error.to_string(), "GET https://api.example.test/cloud-function/{name}/: the connection failed: reset by peer");
}

#[tokio::test]
async fn a_request_error_reaches_no_network() {
    let transport = MemoryTransport::new();
    let error = client(&transport).cloud_functions().get("..").await.expect_err("the name climbs");
    assert!(matches!(error.kind(), ErrorKind::Request(_)));
    assert!(!error.is_retryable());
    assert!(
        error.to_string().starts_with("GET https://api.example.test/cloud-function/{name}/: path parameter `name`: "),
        "{error}"
    );
    let error = client(&transport).cloud_functions().invoke("a", json!([1])).await.expect_err("the data are no object");
    assert_eq!(
        error.to_string(),
        "POST https://api.example.test/cloud-function/{name}/job/: body: data: expected an object, found an array"
    );
    assert!(transport.requests().is_empty());
}

#[tokio::test]
async fn any_error_crosses_operations() {
    async fn several(transport: &MemoryTransport) -> Result<CloudFunction, AnyError> {
        let functions = client(transport).cloud_functions();
        functions.list().await?;
        Ok(functions.get("a").await?)
    }
    let page = ok(&json!({"meta": {"next": null}, "objects": []}));
    let missing = Reply::json(StatusCode::NOT_FOUND, &json!({"message": "m"}));
    let error = several(&transport([page, missing])).await.expect_err("the function is missing");
    assert_eq!(error.status(), Some(StatusCode::NOT_FOUND));
    assert!(matches!(error.typed(), Some(GetError::NotFound(problem)) if problem.message == "m"));
    assert_eq!(error.typed::<ListError>(), None);
    assert_eq!(error.to_string(), r#"GET https://api.example.test/cloud-function/{name}/: 404 Not Found: {"message":"m"}"#);
    assert!(format!("{error:?}").contains("NotFound(Problem"), "{error:?}");
    let error = several(&transport([Reply::new(StatusCode::BAD_REQUEST)])).await.expect_err("the list is refused");
    assert_eq!(error.typed(), Some(&ListError::BadRequest));
    let broken = transport([]);
    let error = several(&broken).await.expect_err("there is no reply");
    assert!(error.typed::<ListError>().is_none() && error.is_retryable());
    let boxed: Box<dyn std::error::Error + Send + Sync> = error.into();
    assert_eq!(boxed.source().expect("there is a cause").to_string(), "the transport has no reply left");
}

#[tokio::test]
async fn statuses_that_pass_are_retryable() {
    for (status, retryable) in
        [(408, true), (429, true), (502, true), (503, true), (504, true), (400, false), (500, false), (501, false)]
    {
        let status = StatusCode::from_u16(status).expect("it is a status");
        assert_eq!(error(Reply::new(status)).await.is_retryable(), retryable, "{status}");
    }
}

#[tokio::test]
async fn retry_after_is_read_in_all_its_forms() {
    let retry_after = async |value: &str, date: Option<&str>| {
        let mut reply = Reply::new(StatusCode::SERVICE_UNAVAILABLE).header("retry-after", value);
        if let Some(date) = date {
            reply = reply.header("date", date);
        }
        error(reply).await.retry_after()
    };
    let seconds = |seconds| Some(Duration::from_secs(seconds));
    assert_eq!(retry_after("120", None).await, seconds(120));
    assert_eq!(retry_after(" 0 ", None).await, seconds(0));
    assert_eq!(retry_after("-5", None).await, seconds(0));
    assert_eq!(retry_after("99999999999999999999999", None).await, seconds(u64::MAX));
    for nonsense in ["", "-", "+5", "1.5", "soon", "5 s", "0x10"] {
        assert_eq!(retry_after(nonsense, None).await, None, "{nonsense}");
    }
    // Dates are compared with the server's clock, so that a wrong one here does not matter.
    let date = "Wed, 21 Oct 2015 07:28:00 GMT";
    assert_eq!(retry_after("Wed, 21 Oct 2015 07:28:30 GMT", Some(date)).await, seconds(30));
    assert_eq!(retry_after("Wednesday, 21-Oct-15 07:28:30 GMT", Some(date)).await, seconds(30));
    assert_eq!(retry_after("Wed, 21 Oct 2015 07:27:00 GMT", Some(date)).await, seconds(0));
    assert_eq!(retry_after("Wed, 21 Oct 2015 07:28:30 GMT", None).await, seconds(0));
    let soon = httpdate::fmt_http_date(SystemTime::now() + Duration::from_secs(100));
    let wait = retry_after(&soon, None).await.expect("the date is valid");
    assert!(wait > Duration::from_secs(90) && wait <= Duration::from_secs(100), "{wait:?}");
    assert_eq!(retry_after(&soon, Some("nonsense")).await.map(|wait| wait > Duration::from_secs(90)), Some(true));
}

#[tokio::test]
async fn a_body_that_breaks_off_does_not_hide_an_error() {
    let reply = Reply::json(StatusCode::NOT_FOUND, &json!({"message": "no such function"})).header("x-request-id", "r1");
    let error = error(reply.then_failure("reset by peer")).await;
    let api = error.api().expect("there was an answer");
    assert_eq!(api.status(), StatusCode::NOT_FOUND);
    assert_eq!(&api.bytes()[..], br#"{"message":"no such function"}"#);
    assert_eq!(error.request_id(), Some("r1"));
    let error = self::error(Reply::new(StatusCode::CONFLICT).body("{\"mess").then_failure("reset by peer")).await;
    assert_eq!(error.to_string(), "GET https://api.example.test/cloud-function/{name}/: 409 Conflict: {\"mess");
    assert!(error.api().is_some_and(|api| api.typed().is_none()));
}
