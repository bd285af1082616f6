//! Creating, listing, reading, updating and deleting.

use serde_json::json;
use tests::minapp_server::MinappServer;

use crate::raw::{call, request, send};

#[test]
fn a_created_function_has_every_documented_property() {
    let server = MinappServer::start();
    let reply = call(&server, "POST", "/cloud-function/", r#"{"name": "hello", "function_code": "code"}"#);
    assert_eq!(reply.status, 201);
    let created = reply.json();
    assert_eq!(created["audit_status"], "approved");
    assert_eq!(created["function_code"], "code");
    assert_eq!(created["name"], "hello");
    assert_eq!(created["plan_circle"], "P_FREE");
    assert_eq!(created["remark"], "");
    assert_eq!(created["updated_by"], "");
    assert!(created["created_by"].is_string());
    assert!(created["id"].is_i64() && created["created_at"].is_i64() && created["updated_at"].is_i64());
    assert_eq!(created.as_object().map(serde_json::Map::len), Some(10));
    assert_eq!(call(&server, "GET", "/cloud-function/hello/", "").json(), created);
}

#[test]
fn creating_refuses_what_the_page_refuses() {
    let server = MinappServer::start();
    server.add_function("taken", "code");
    for body in [
        r#"{"name": "", "function_code": "code"}"#,
        r#"{"name": "hello", "function_code": ""}"#,
        r#"{"name": "hello"}"#,
        r#"{"function_code": "code"}"#,
        r#"{"name": 5, "function_code": "code"}"#,
        r#"{"name": "hello", "function_code": "code", "remark": null}"#,
        r#"{"name": "taken", "function_code": "code"}"#,
        "[]",
        "{",
        "",
    ] {
        assert_eq!(call(&server, "POST", "/cloud-function/", body).status, 400, "{body}");
    }
    assert_eq!(call(&server, "GET", "/cloud-function/", "").json()["meta"]["total_count"], 1);
}

#[test]
fn the_list_is_a_page_of_functions() {
    let server = MinappServer::start();
    let empty = json!({
        "meta": {"limit": 20, "next": null, "offset": 0, "previous": null, "total_count": 0},
        "objects": [],
    });
    assert_eq!(call(&server, "GET", "/cloud-function/", "").json(), empty);
    server.add_function("older", "code");
    server.add_function("newer", "code");
    let reply = call(&server, "GET", "/cloud-function/", "");
    assert_eq!(reply.status, 200);
    let list = reply.json();
    assert_eq!(list["meta"]["total_count"], 2);
    assert_eq!(list["objects"][0]["name"], "newer");
    assert_eq!(list["objects"][1]["name"], "older");
}

#[test]
fn an_update_changes_what_it_names() {
    let server = MinappServer::start();
    server.add_function("hello", "code");
    let reply = call(&server, "PATCH", "/cloud-function/hello/", r#"{"remark": "r", "plan_circle": "P_PERSONAL"}"#);
    assert_eq!(reply.status, 202);
    let updated = reply.json();
    assert_eq!(updated["remark"], "r");
    assert_eq!(updated["plan_circle"], "P_PERSONAL");
    assert_eq!(updated["function_code"], "code");
    assert_eq!(updated["updated_by"], "somebody");
    assert_eq!(call(&server, "PATCH", "/cloud-function/hello/", "{}").status, 202);
}

#[test]
fn a_renamed_function_keeps_its_id_and_jobs() {
    let server = MinappServer::start();
    let id = server.add_function("old", "code");
    call(&server, "POST", "/cloud-function/old/job/", r#"{"data": {}}"#);
    assert_eq!(call(&server, "PATCH", "/cloud-function/old/", r#"{"name": "new"}"#).json()["id"], id);
    assert_eq!(call(&server, "GET", "/cloud-function/old/", "").status, 404);
    assert_eq!(call(&server, "GET", "/cloud-function/new/job/", "").json()["meta"]["total_count"], 1);
}

#[test]
fn updating_refuses_what_the_page_refuses() {
    let server = MinappServer::start();
    server.add_function("hello", "code");
    server.add_function("taken", "code");
    for body in [
        r#"{"name": "", "remark": "r"}"#,
        r#"{"function_code": "", "remark": "r"}"#,
        r#"{"plan_circle": "P_GOLD", "remark": "r"}"#,
        r#"{"name": "taken", "remark": "r"}"#,
        r#"{"remark": null}"#,
        "null",
    ] {
        assert_eq!(call(&server, "PATCH", "/cloud-function/hello/", body).status, 400, "{body}");
    }
    assert_eq!(call(&server, "GET", "/cloud-function/hello/", "").json()["remark"], "");
}

#[test]
fn deleting_answers_without_a_body() {
    let server = MinappServer::start();
    server.add_function("hello", "code");
    let reply = call(&server, "DELETE", "/cloud-function/hello/", "");
    assert_eq!((reply.status, reply.body.len()), (204, 0));
    assert!(!reply.head.contains("content-length"), "{}", reply.head);
    assert_eq!(call(&server, "DELETE", "/cloud-function/hello/", "").status, 404);
}

#[test]
fn an_unknown_function_is_not_found_on_every_endpoint() {
    let server = MinappServer::start();
    for (method, path, body) in [
        ("GET", "/cloud-function/nope/", ""),
        ("PATCH", "/cloud-function/nope/", "{}"),
        ("DELETE", "/cloud-function/nope/", ""),
        ("GET", "/cloud-function/nope/job/", ""),
        ("POST", "/cloud-function/nope/job/", r#"{"data": {}}"#),
    ] {
        assert_eq!(call(&server, method, path, body).status, 404, "{method} {path}");
    }
}

#[test]
fn only_documented_paths_and_methods_are_served() {
    let server = MinappServer::start();
    server.add_function("hello", "code");
    for path in ["/cloud-function", "/cloud-function/hello", "/cloud-function/hello/job", "/cloud-function//", "/other/", "/"] {
        assert_eq!(call(&server, "GET", path, "").status, 404, "{path}");
    }
    assert_eq!(call(&server, "PUT", "/cloud-function/hello/", "{}").status, 405);
    let outside = send(&server, &request("GET", "/cloud-function/", "")).expect("the connection is not reset");
    assert!(outside.starts_with(b"HTTP/1.1 404 "));
}

#[test]
fn a_session_may_be_required() {
    let server = MinappServer::start();
    server.require_cookie("sessionid=1");
    assert_eq!(call(&server, "GET", "/cloud-function/", "").status, 401);
    let request = "GET /userve/v1.3/cloud-function/ HTTP/1.1\r\nCookie: sessionid=1\r\nconnection: close\r\n\r\n";
    assert!(send(&server, request).expect("the connection is not reset").starts_with(b"HTTP/1.1 200 "));
}
