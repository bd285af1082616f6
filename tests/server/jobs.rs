//! Triggering and the jobs that come of it.

use serde_json::json;
use tests::minapp_server::{MinappServer, StoredJob};

use crate::raw::{call, parse, send};

#[test]
fn a_synchronous_call_answers_with_the_result() {
    let server = MinappServer::start();
    server.add_function("hello", r#"exports.main = (event, callback) => { callback(null, "hello world") }"#);
    server.add_function("echo", "exports.main = (event, callback) => { callback(null, event.data) }");
    let result = json!({"code": 0, "data": "hello world", "error": {}});
    for body in [r#"{"data": {}}"#, r#"{"data": {}, "sync": true}"#] {
        let reply = call(&server, "POST", "/cloud-function/hello/job/", body);
        assert_eq!((reply.status, reply.json()), (200, result.clone()));
    }
    let echoed = call(&server, "POST", "/cloud-function/echo/job/", r#"{"data": {"a": [1, null]}}"#).json();
    assert_eq!(echoed["data"], json!({"a": [1, null]}));
}

#[test]
fn an_asynchronous_call_answers_with_a_status() {
    let server = MinappServer::start();
    server.add_function("hello", "code");
    let reply = call(&server, "POST", "/cloud-function/hello/job/", r#"{"data": {}, "sync": false}"#);
    assert_eq!((reply.status, reply.json()), (200, json!({"status": "ok"})));
    let jobs = call(&server, "GET", "/cloud-function/hello/job/?service_type=batch", "").json();
    assert_eq!(jobs["meta"]["total_count"], 1);
}

#[test]
fn a_function_that_throws_fails_with_status_200() {
    let server = MinappServer::start();
    server.add_function("bad", "exports.main = () => { throw new Error() }");
    let reply = call(&server, "POST", "/cloud-function/bad/job/", r#"{"data": {}}"#);
    assert_eq!(reply.status, 200);
    let result = reply.json();
    assert_ne!(result["code"], 0);
    assert!(result["error"]["message"].is_string());
    let jobs = call(&server, "GET", "/cloud-function/bad/job/?status=execution_failed", "").json();
    assert_eq!(jobs["meta"]["total_count"], 1);
}

#[test]
fn triggering_refuses_what_the_page_does_not_allow() {
    let server = MinappServer::start();
    server.add_function("hello", "code");
    for body in ["{}", r#"{"data": null}"#, r#"{"data": []}"#, r#"{"data": "text"}"#, r#"{"data": {}, "sync": "no"}"#, "{"] {
        assert_eq!(call(&server, "POST", "/cloud-function/hello/job/", body).status, 400, "{body}");
    }
    let request = "POST /userve/v1.3/cloud-function/hello/job/ HTTP/1.1\r\nconnection: close\r\ncontent-type: text/plain\r\n\
                   content-length: 12\r\n\r\n{\"data\": {}}";
    assert_eq!(parse(&send(&server, request).expect("the connection is not reset")).status, 400);
    assert_eq!(call(&server, "GET", "/cloud-function/hello/job/", "").json()["meta"]["total_count"], 0);
}

#[test]
fn a_job_has_every_documented_property() {
    let server = MinappServer::start();
    server.add_function("hello", "code");
    call(&server, "POST", "/cloud-function/hello/job/", r#"{"data": {}}"#);
    let job = &call(&server, "GET", "/cloud-function/hello/job/", "").json()["objects"][0];
    for time in ["created_at", "started_at", "finished_at"] {
        assert!(job[time].is_f64(), "{time}: {}", job[time]);
    }
    assert!(job["id"].is_i64() && job["mem_usage"].is_i64() && job["user_log_url"].is_string());
    assert_eq!(job["service_type"], "time_sensitive");
    assert_eq!(job["source"], "open_api");
    assert_eq!(job["status"], "fulfilled");
    assert_eq!(job.as_object().map(serde_json::Map::len), Some(9));
}

#[test]
fn filters_narrow_the_list() {
    let server = MinappServer::start();
    server.add_function("hello", "code");
    server.add_function("other", "code");
    server.add_job("hello", StoredJob::new("waiting", "timer", "batch"));
    server.add_job("hello", StoredJob::new("fulfilled", "timer", "time_sensitive"));
    server.add_job("hello", StoredJob::new("fulfilled", "sdk", "batch"));
    server.add_job("other", StoredJob::new("fulfilled", "sdk", "batch"));
    for (query, count) in [
        ("", 3),
        ("?source=timer", 2),
        ("?status=fulfilled", 2),
        ("?service_type=batch", 2),
        ("?source=timer&status=fulfilled&service_type=time_sensitive", 1),
        ("?source=user_activity", 0),
        ("?unknown=parameter", 3),
    ] {
        let list = call(&server, "GET", &format!("/cloud-function/hello/job/{query}"), "").json();
        assert_eq!(list["meta"]["total_count"], count, "{query}");
        assert_eq!(list["objects"].as_array().map(Vec::len), Some(count), "{query}");
    }
}

#[test]
fn unknown_filter_values_are_refused() {
    let server = MinappServer::start();
    server.add_function("hello", "code");
    for query in ["source=web", "status=FULFILLED", "service_type=", "status"] {
        let reply = call(&server, "GET", &format!("/cloud-function/hello/job/?{query}"), "");
        assert_eq!(reply.status, 400, "{query}");
    }
}
