//! Bodies of requests.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use serde_json::json;

use super::{built, refused};
use crate::generated::models::Patch;
use crate::runtime::{Body, FilePart, JsonObject, MultipartForm, Reply, Request, StatusCode};

fn content(request: &Request) -> (Option<&str>, &str) {
    let content_type = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    (content_type, std::str::from_utf8(request.body().as_bytes().expect("it is in memory")).expect("JSON is UTF-8"))
}

#[test]
fn json_bodies_have_their_type() {
    let request = built(|request| request.json(&Patch::new().remark_null()));
    assert_eq!(content(&request), (Some("application/json"), r#"{"remark":null}"#));
    let request = built(|request| request.json_as("application/merge-patch+json", &Patch::new()));
    assert_eq!(content(&request), (Some("application/merge-patch+json"), "{}"));
}

#[test]
fn an_absent_body_is_not_sent() {
    let request = built(|request| request.json(&None::<Patch>));
    assert_eq!(content(&request), (None, ""));
    let request = built(|request| request.json(&Some(None::<Patch>)));
    assert_eq!(content(&request), (Some("application/json"), "null"));
    let request = built(|request| request.json(&Some(Patch::new())));
    assert_eq!(content(&request), (Some("application/json"), "{}"));
}

#[test]
fn bodies_are_written_property_by_property() {
    let request = built(|request| {
        request.json_object(|fields| {
            fields.required("data", &JsonObject::from(json!({"a": 1})));
            fields.required("sync", &true);
            fields.required("mode", "fast");
            fields.optional("note", &None::<String>);
        })
    });
    assert_eq!(content(&request), (Some("application/json"), r#"{"data":{"a":1},"sync":true,"mode":"fast"}"#));
    let request = built(|request| request.json_object_as("application/x+json", |_| {}));
    assert_eq!(content(&request), (Some("application/x+json"), "{}"));
}

#[test]
fn what_json_cannot_hold_is_refused() {
    assert_eq!(refused(|request| request.json(&Patch::new().weight(f64::INFINITY))), "body: weight: inf is not a number in JSON");
    let message = refused(|request| {
        request.json_object(|fields| fields.required("data", &JsonObject::from(json!("text"))));
    });
    assert_eq!(message, "body: data: expected an object, found \"text\"");
}

/// The text of a stream of the tests.
async fn gather(body: Body) -> String {
    use crate::runtime::{MemoryTransport, Transport};
    let transport = MemoryTransport::new();
    transport.reply(Reply::new(StatusCode::OK));
    transport.send(Request::new(body)).await.expect("there is a reply");
    String::from_utf8(transport.requests()[0].body.to_vec()).expect("it is text")
}

#[tokio::test]
async fn bodies_tell_whether_they_can_be_sent_again() {
    let made = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&made);
    let streamed = Body::factory(move || {
        counter.fetch_add(1, Ordering::Relaxed);
        Body::from("streamed").into_stream()
    });
    assert!(streamed.as_bytes().is_none());
    assert_eq!(format!("{streamed:?}"), "Body(stream)");
    let again = streamed.try_clone().expect("the factory makes another stream");
    assert_eq!(gather(streamed).await, "streamed");
    assert_eq!(gather(again).await, "streamed");
    assert_eq!(made.load(Ordering::Relaxed), 2);

    let once = Body::once(Body::from("once".to_owned()).into_stream());
    assert!(once.try_clone().is_none() && once.as_bytes().is_none());
    assert_eq!(format!("{once:?}"), "Body(stream, once)");
    let once = once.try_into_bytes().expect_err("it has to be streamed");
    assert_eq!(gather(once).await, "once");

    let bytes = Body::from(b"bytes".to_vec());
    assert_eq!(format!("{bytes:?}"), "Body(5 bytes)");
    assert_eq!(bytes.try_clone().and_then(|body| body.try_into_bytes().ok()), Some(Bytes::from("bytes")));
    assert_eq!(gather(bytes).await, "bytes");
    assert_eq!(Body::empty().as_bytes(), Some(&[][..]));
    assert_eq!(format!("{:?}", Body::default()), "Body(empty)");
    assert_eq!(gather(Body::empty()).await, "");
}

#[tokio::test]
async fn a_body_keeps_its_media_type() {
    let typed = |body: Body| body.with_media_type("image/png");
    let stream = || Body::from("a").into_stream();
    assert_eq!(Body::from("a").media_type(), None);
    for body in [typed("a".into()), typed(Body::factory(stream)).with_length(1), typed(stream().into())] {
        assert_eq!(body.media_type(), Some("image/png"));
        if let Some(again) = body.try_clone() {
            assert_eq!((again.media_type(), again.length()), (body.media_type(), body.length()));
        }
        if let Err(streamed) = body.try_into_bytes() {
            assert_eq!(streamed.media_type(), Some("image/png"));
        }
    }
    let form = |part: FilePart| {
        let mut form = MultipartForm::new();
        form.file("file", part);
        let request = built(|request| request.multipart("multipart/form-data", form));
        String::from_utf8(request.into_body().try_into_bytes().expect("it is in memory").to_vec()).expect("it is text")
    };
    assert!(form(FilePart::new("a.png", typed("a".into()))).contains("Content-Type: image/png\r\n"));
    assert!(form(FilePart::new("a.png", typed("a".into())).content_type("image/gif")).contains("Content-Type: image/gif\r\n"));
}
