//! Responses: how each status and body is read.

use http::HeaderMap;
use http::header::{CONTENT_TYPE, HeaderValue};
use serde_json::json;

use super::{client, function, ok, transport};
use crate::generated::models::{CloudFunction, Problem};
use crate::generated::operations::cloud_functions::{GetError, GetRequest, InvokeError, ListRequest};
use crate::runtime::{Bytes, Failure, Method, Operation, Reading, Received, Reply, StatusCode};

fn received(status: u16, content_type: Option<&'static str>, body: &'static str) -> Received {
    let mut headers = HeaderMap::new();
    if let Some(content_type) = content_type {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    }
    Received::new(StatusCode::from_u16(status).expect("it is a status"), headers, body)
}

fn get(received: &Received) -> Result<i64, Failure<GetError>> {
    GetRequest::decode(received).map(|function| function.id)
}

fn message(received: &Received) -> String {
    match get(received) {
        Err(Failure::Decode(error)) => error.to_string(),
        other => panic!("{other:?}"),
    }
}

const FUNCTION: &str = r#"{"id":1,"name":"a"}"#;

#[test]
fn json_is_read_under_any_type_that_may_be_json() {
    for content_type in [
        None,
        Some("application/json"),
        Some("Application/JSON; charset=utf-8"),
        Some("application/hal+json"),
        Some("text/plain"),
        Some("application/octet-stream"),
        Some("nonsense"),
        Some(""),
    ] {
        assert_eq!(get(&received(200, content_type, FUNCTION)), Ok(1), "{content_type:?}");
    }
}

#[test]
fn json_under_another_type_is_read_with_a_deviation() {
    for content_type in ["text/html; charset=utf-8", "TEXT/HTML", "application/xml", "image/png", "text/csv"] {
        let found = received(200, Some(content_type), FUNCTION);
        assert_eq!(get(&found), Ok(1), "{content_type}");
        let named = content_type.split(';').next().expect("there is a first part").to_ascii_lowercase();
        let deviations: Vec<_> = found.deviations().iter().map(ToString::to_string).collect();
        assert_eq!(deviations, [format!("expected a media type of JSON, found {named}")]);
        let strict = message(&received(200, Some(content_type), FUNCTION).reading(Reading::Strict));
        assert_eq!(strict, format!("expected a JSON body, found one of type {named}"));
    }
}

#[test]
fn text_for_json_is_read_whatever_its_type() {
    let text = |content_type, body| received(200, content_type, body).json::<String, ()>();
    for content_type in [None, Some("application/json"), Some("text/plain"), Some("application/octet-stream")] {
        assert_eq!(text(content_type, "it's done\n"), Ok("it's done\n".to_owned()), "{content_type:?}");
        assert_eq!(text(content_type, "\"done\""), Ok("done".to_owned()), "{content_type:?}");
        let strict = received(200, content_type, "done").reading(Reading::Strict);
        assert!(strict.json::<String, ()>().is_err(), "{content_type:?}");
    }
    // Other JSON than the described is no text, nor is what begins as JSON does and ends too soon.
    for body in ["7", "null", " true", "[]", "{}"] {
        for content_type in [None, Some("application/json"), Some("application/octet-stream")] {
            assert!(text(content_type, body).is_err(), "{body} as {content_type:?}");
        }
    }
    for body in ["\"done", "{\"id\":", "[1,"] {
        assert!(text(Some("application/json"), body).is_err(), "{body}");
        assert!(received(200, None, body).json::<serde_json::Value, ()>().is_err(), "{body}");
    }
    let table = received(200, Some("text/csv; charset=utf-8"), "a,b\n1,2\n");
    assert_eq!(table.json::<serde_json::Value, ()>(), Ok(json!("a,b\n1,2\n")), "any JSON may be a text");
    for content_type in ["text/html", "text/xml", "application/xhtml+xml", "application/pdf", "image/svg+xml"] {
        assert!(text(Some(content_type), "<html>").is_err(), "it may be a page");
    }
    let date = received(200, Some("text/plain"), "2024-01-02\r\n").json::<chrono::NaiveDate, ()>();
    assert_eq!(date, Ok(chrono::NaiveDate::from_ymd_opt(2024, 1, 2).expect("it is a date")));
}

#[test]
fn a_blank_body_is_no_body() {
    for (status, body) in [(200, ""), (200, " \r\n"), (204, "")] {
        assert_eq!(received(status, None, body).json::<Option<i64>, ()>(), Ok(None));
        for content_type in [None, Some("application/json"), Some("text/plain")] {
            assert!(received(status, content_type, body).json::<i64, ()>().is_err());
            assert!(received(status, content_type, body).json::<Vec<i64>, ()>().is_err());
        }
        assert!(received(status, Some("application/json"), body).json::<String, ()>().is_err());
        assert_eq!(received(status, Some("text/plain"), body).json::<String, ()>(), Ok(body.to_owned()), "it is a text");
    }
}

#[test]
fn texts_are_read_by_their_charset() {
    let read = |content_type: &'static str, bytes: &'static [u8]| {
        let headers = HeaderMap::from_iter([(CONTENT_TYPE, HeaderValue::from_static(content_type))]);
        Received::new(StatusCode::OK, headers, bytes).text::<()>()
    };
    for content_type in [
        "text/plain;charset=iso-8859-1",
        "text/plain; charset=\"ISO-8859-1\"",
        "text/plain; Charset = Latin1",
        "text/plain; format=flowed; charset=latin1",
    ] {
        assert_eq!(read(content_type, b"caf\xe9"), Ok("caf\u{e9}".to_owned()), "{content_type}");
    }
    for content_type in
        ["text/plain", "text/plain; charset=utf-8", "text/plain; charset=iso-8859-15", "text/plain; x-charset=latin1"]
    {
        assert!(read(content_type, b"caf\xe9").is_err(), "{content_type}");
        assert_eq!(read(content_type, "caf\u{e9}".as_bytes()), Ok("caf\u{e9}".to_owned()), "{content_type}");
    }
}

#[test]
fn another_type_is_named() {
    for (content_type, named) in [
        ("text/html; charset=utf-8", "text/html"),
        ("TEXT/HTML", "text/html"),
        ("application/xhtml+xml", "application/xhtml+xml"),
        ("application/xml", "application/xml"),
        ("image/png", "image/png"),
        ("text/csv", "text/csv"),
    ] {
        for body in ["<p>", "a,b\n1,2\n", "{\"id\":1}"] {
            let message = message(&received(200, Some(content_type), body));
            assert_eq!(message, format!("expected a JSON body, found one of type {named}"), "{body}");
        }
    }
}

#[test]
fn an_empty_or_broken_body_is_told() {
    assert_eq!(message(&received(200, None, "")), "expected a JSON body, found an empty one");
    assert_eq!(
        message(&received(200, None, "{\"id\":1")),
        "not JSON: the text ends inside an object at line 1, column 8 (byte 7)"
    );
    assert_eq!(message(&received(200, None, "{\"id\":1}")), "name: expected a string, the property is missing");
}

#[test]
fn undocumented_statuses_are_read_by_their_class() {
    assert_eq!(get(&received(299, None, FUNCTION)), Ok(1));
    for status in [100, 304, 302, 418, 500, 599, 999] {
        assert_eq!(get(&received(status, None, FUNCTION)), Err(Failure::Api(None)), "{status}");
    }
}

#[test]
fn documented_errors_are_typed() {
    let not_found = |body| get(&received(404, Some("application/json"), body));
    assert!(
        matches!(not_found(r#"{"message":"no"}"#), Err(Failure::Api(Some(GetError::NotFound(Problem { message, .. })))) if message == "no")
    );
    for body in ["", "{}", "<html>", "{\"message\":7}"] {
        assert_eq!(not_found(body), Err(Failure::Api(None)), "{body}");
    }
    let mislabelled = get(&received(404, Some("text/html"), r#"{"message":"no"}"#));
    assert!(matches!(mislabelled, Err(Failure::Api(Some(GetError::NotFound(_))))), "{mislabelled:?}");
    assert_eq!(get(&received(404, Some("text/html"), "<p>no</p>")), Err(Failure::Api(None)));
}

#[tokio::test]
async fn a_call_gives_the_body_and_send_the_response() {
    let reply = || ok(&function(7)).header("x-request-id", "r1").header("x-total", "1");
    let transport = transport([reply(), reply()]);
    let functions = client(&transport).cloud_functions();
    let function = functions.get("a/b").await.expect("it is a success");
    assert_eq!(function, CloudFunction::new(7, "f7"));
    let response = functions.get("a/b").send().await.expect("it is a success");
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(response.headers()["x-total"], "1");
    assert_eq!(response.request_id(), Some("r1"));
    assert_eq!(response.body().id, 7);
    let mapped = response.clone().map(|function| function.name);
    assert_eq!((mapped.status(), mapped.request_id()), (StatusCode::OK, Some("r1")));
    assert_eq!(mapped.into_body(), "f7");
    assert_eq!(response.into_body(), function);

    let requests = transport.requests();
    assert_eq!(requests.len(), 2);
    assert_eq!(requests[0].method, Method::GET);
    assert_eq!(requests[0].uri.to_string(), "https://api.example.test/v1/cloud-function/a%2Fb/");
    assert_eq!(requests[0].headers["accept"], "application/json");
    assert!(requests[0].body.is_empty());
}

#[tokio::test]
async fn a_variant_sends_its_fixed_value() {
    let transport = transport([ok(&json!("done"))]);
    let result = client(&transport).cloud_functions().invoke("hello", json!({"who": "world"})).note("n").await;
    assert_eq!(result.expect("it is a success"), json!("done"));
    let request = &transport.requests()[0];
    assert_eq!(request.method, Method::POST);
    assert_eq!(request.json(), json!({"data": {"who": "world"}, "sync": true, "note": "n"}));
    assert_eq!(request.headers["content-type"], "application/json");
}

#[tokio::test]
async fn a_success_without_content_ignores_a_body() {
    let transport = transport([
        Reply::new(StatusCode::CREATED).body("<html>"),
        Reply::new(StatusCode::NO_CONTENT),
        Reply::new(StatusCode::FOUND).header("location", "https://elsewhere.test/"),
    ]);
    let functions = client(&transport).cloud_functions();
    functions.create(CloudFunction::new(1, "a")).await.expect("201 is a success");
    functions.create(CloudFunction::new(1, "a")).await.expect("204 is a success");
    let error = functions.create(CloudFunction::new(1, "a")).await.expect_err("redirects are not followed");
    assert_eq!(error.status(), Some(StatusCode::FOUND));
    assert_eq!(transport.requests().len(), 3);
}

#[tokio::test]
async fn ranges_are_documented_too() {
    let transport = transport([Reply::new(StatusCode::CONFLICT)]);
    let error = client(&transport).cloud_functions().invoke("a", json!({})).await.expect_err("409 is an error");
    assert_eq!(error.api().and_then(|api| api.typed()), Some(&InvokeError::ClientError));
}

#[test]
fn a_response_is_read_without_a_network() {
    let page = received(200, None, r#"{"meta":{"next":null},"objects":[]}"#);
    assert!(ListRequest::decode(&page).is_ok_and(|page| page.objects.is_empty()));
    assert_eq!(page.bytes(), &Bytes::from_static(br#"{"meta":{"next":null},"objects":[]}"#));
    assert_eq!(
        format!("{:?}", received(200, None, "a\n  b\u{1b}[0m")),
        r"Received { status: 200, headers: {}, bytes: a b\u{1b}[0m }"
    );
}
