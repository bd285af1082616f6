//! Statuses that are errors: typed where documented, and always with what came.

use minapp_client::models::{CloudFunctionPatch, JobStatus, NewCloudFunction};
use minapp_client::operations::cloud_functions::{CreateError, DeleteError, GetError, JobsError, UpdateError};
use minapp_client::{AnyError, StatusCode, json};
use tests::minapp_server::{Answer, Fault};

use crate::fixture::{ECHO, Outcome, assert_kind, connected};

#[tokio::test]
async fn an_empty_name_or_code_is_a_typed_400() {
    let (server, functions) = connected();
    for (name, code) in [("", ECHO), ("hello", "")] {
        let error = functions.create(NewCloudFunction::new(name, code)).await.expect_err("it is refused");
        assert_eq!(error.status(), Some(StatusCode::BAD_REQUEST));
        let api = error.api().expect("the service answered");
        assert_eq!(api.typed(), Some(&CreateError::BadRequest));
        assert!(String::from_utf8_lossy(api.bytes()).contains("is empty"), "the body is kept");
    }
    server.add_function("hello", ECHO);
    let error = functions.update("hello", CloudFunctionPatch::new().name("")).await.expect_err("it is refused");
    assert_eq!(error.api().and_then(|api| api.typed()), Some(&UpdateError::BadRequest));
}

#[tokio::test]
async fn an_unknown_filter_value_is_a_typed_400() {
    let (server, functions) = connected();
    server.add_function("hello", ECHO);
    let error = functions.jobs("hello").status(JobStatus::from("paused")).await.expect_err("it is refused");
    assert_eq!(server.last_request().query(), "status=paused");
    assert_eq!(error.api().and_then(|api| api.typed()), Some(&JobsError::BadRequest));
}

#[tokio::test]
async fn a_missing_function_is_a_typed_404() {
    let (_server, functions) = connected();
    let error = functions.get("nope").await.expect_err("it is not there");
    assert_eq!(error.status(), Some(StatusCode::NOT_FOUND));
    let api = error.api().expect("the service answered");
    assert_eq!(api.typed(), Some(&GetError::NotFound));
    assert_eq!(&api.bytes()[..], b"no such cloud function");
    assert_eq!(api.headers()["content-type"], "text/plain; charset=utf-8");
    assert!(!error.is_retryable());

    let error = functions.delete("nope").await.expect_err("it is not there");
    assert_eq!(error.api().and_then(|api| api.typed()), Some(&DeleteError::NotFound));
}

#[tokio::test]
async fn an_undocumented_status_is_an_untyped_error() {
    let (server, functions) = connected();
    let error = functions.update("nope", CloudFunctionPatch::new()).await.expect_err("it is not there");
    assert_eq!(error.status(), Some(StatusCode::NOT_FOUND));
    assert_eq!(error.api().and_then(|api| api.typed()), None);
    for status in [401, 403, 409, 418, 500, 501] {
        server.fault(Fault::answer(Answer::new(status, "text/plain", "as it is")));
        let error = functions.create(NewCloudFunction::new("hello", ECHO)).await.expect_err("it is refused");
        assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
        assert_eq!(error.api().map(|api| &api.bytes()[..]), Some(&b"as it is"[..]));
        assert_eq!(error.api().and_then(|api| api.typed()), None);
    }
}

#[tokio::test]
async fn a_documented_status_with_another_body_keeps_its_bytes() {
    let (server, functions) = connected();
    let body = b"\xFF\x00<html>";
    server.fault(Fault::answer(Answer::new(404, "text/html", &body[..]).header("x-request-id", "r-1")));
    let error = functions.get("hello").await.expect_err("it is not there");
    assert_eq!(error.api().map(|api| &api.bytes()[..]), Some(&body[..]));
    assert_eq!(error.request_id(), Some("r-1"));
}

#[tokio::test]
async fn errors_of_different_calls_meet_in_one_type() {
    async fn both(functions: &minapp_client::operations::cloud_functions::CloudFunctions) -> Result<(), AnyError> {
        functions.list().await?;
        functions.invoke("nope", json!({})).await?;
        Ok(())
    }
    let (_server, functions) = connected();
    let error = both(&functions).await.expect_err("it is not there");
    assert_kind!(&error, Api);
    assert_eq!(error.status(), Some(StatusCode::NOT_FOUND));
}

#[tokio::test]
async fn an_error_says_what_was_asked_and_what_came() {
    let (_server, functions) = connected();
    let text = functions.get("nope").await.expect_err("it is not there").to_string();
    assert!(text.contains("404"), "{text}");
}

#[tokio::test]
async fn another_success_status_is_decoded_as_well() -> Outcome {
    let (server, functions) = connected();
    server.fault(Fault::edit(|answer| answer.status = 200));
    let response = functions.create(NewCloudFunction::new("hello", ECHO)).send().await?;
    assert_eq!((response.status(), &*response.body().name), (StatusCode::OK, "hello"));
    Ok(())
}
