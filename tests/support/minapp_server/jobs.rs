//! The endpoints that trigger functions and list what became of it.

use serde::Deserialize;
use serde_json::{Value, json};

use super::routes::{Outcome, body, no_such_function, query};
use super::store::{Store, StoredJob};
use super::{Answer, RecordedRequest, paging};

const SOURCES: [&str; 14] = [
    "sdk",
    "open_api",
    "cloud_function",
    "flex_schema",
    "wechat_pay_success",
    "alipay_pay_success",
    "qpay_success",
    "baidu_pay_success",
    "timer",
    "file_operation",
    "user_dash",
    "incoming_webhook",
    "wechat_message",
    "user_activity",
];
const STATUSES: [&str; 7] =
    ["waiting", "executing", "fulfilled", "schedule_failed", "execution_rejected", "deadline_exceeded", "execution_failed"];
const SERVICE_TYPES: [&str; 2] = ["time_sensitive", "batch"];

/// `POST /cloud-function/:cloud-function-name/job/`
pub(super) fn trigger(name: &str, request: &RecordedRequest, store: &mut Store) -> Outcome {
    let function = store.find(name).ok_or_else(no_such_function)?;
    let (id, code) = (function.id, function.function_code.clone());
    let content_type = request.header("content-type").and_then(|value| value.split(';').next()).map(str::trim);
    if content_type != Some("application/json") {
        return Err(Answer::bad_request("the content type is not application/json"));
    }
    let body = body(request)?;
    let Some(data @ Value::Object(_)) = body.get("data") else {
        return Err(Answer::bad_request("data is not an object"));
    };
    let sync = match body.get("sync") {
        None => true,
        Some(Value::Bool(sync)) => *sync,
        Some(_) => return Err(Answer::bad_request("sync is not a boolean")),
    };
    let result = execute(&code, data);
    let status = if result["code"] == 0 { "fulfilled" } else { "execution_failed" };
    store.add_job(id, StoredJob::new(status, "open_api", if sync { "time_sensitive" } else { "batch" }));
    Ok(Answer::json(200, &if sync { result } else { json!({"status": "ok"}) }))
}

/// `GET /cloud-function/:cloud-function-name/job/`
pub(super) fn list(name: &str, request: &RecordedRequest, store: &mut Store) -> Outcome {
    let function = store.find(name).ok_or_else(no_such_function)?.id;
    let query = query(request)?;
    let source = filter(&query, "source", &SOURCES)?;
    let status = filter(&query, "status", &STATUSES)?;
    let service_type = filter(&query, "service_type", &SERVICE_TYPES)?;
    let matches = |wanted: Option<&str>, value: &str| wanted.is_none_or(|wanted| wanted == value);
    let jobs = store
        .jobs(function)
        .filter(|job| matches(source, &job.source) && matches(status, &job.status) && matches(service_type, &job.service_type));
    paging::page(request, jobs)
}

/// What a function of this code returns; the module's documentation says how little of it is read.
fn execute(code: &str, data: &Value) -> Value {
    if code.contains("throw") {
        return json!({"code": 1, "data": null, "error": {"type": "Error", "message": "the function threw"}});
    }
    let literal = code.split_once("callback(null,").and_then(|(_, rest)| {
        // What follows the value is code.
        Value::deserialize(&mut serde_json::Deserializer::from_str(rest)).ok()
    });
    json!({"code": 0, "data": literal.as_ref().unwrap_or(data), "error": {}})
}

/// A filter's value, which must be one of those the page lists.
fn filter<'a>(query: &'a [(String, String)], name: &str, values: &[&str]) -> Result<Option<&'a str>, Answer> {
    match query.iter().find(|(present, _)| present == name) {
        None => Ok(None),
        Some((_, value)) if values.contains(&&**value) => Ok(Some(value)),
        Some(_) => Err(Answer::bad_request(&format!("{name} is none of the possible values"))),
    }
}
