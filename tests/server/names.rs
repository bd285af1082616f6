//! A function's name is any text, percent-encoded in a path.

use serde_json::json;
use tests::minapp_server::MinappServer;

use crate::raw::call;

#[test]
fn any_text_is_a_name() {
    let server = MinappServer::start();
    for (name, segment) in [
        ("测试", "%E6%B5%8B%E8%AF%95"),
        ("a/b", "a%2Fb"),
        ("50%", "50%25"),
        ("a?b#c", "a%3Fb%23c"),
        ("a b", "a%20b"),
        ("a+b", "a+b"),
        ("job", "job"),
        ("..", "%2E%2E"),
    ] {
        let body = json!({"name": name, "function_code": "code"}).to_string();
        assert_eq!(call(&server, "POST", "/cloud-function/", &body).status, 201, "{name}");
        let path = format!("/cloud-function/{segment}/");
        assert_eq!(call(&server, "GET", &path, "").json()["name"], name);
        assert_eq!(call(&server, "POST", &format!("{path}job/"), r#"{"data": {}}"#).status, 200, "{name}");
        assert_eq!(call(&server, "DELETE", &path, "").status, 204, "{name}");
    }
}

#[test]
fn a_name_that_is_not_text_is_refused() {
    let server = MinappServer::start();
    assert_eq!(call(&server, "GET", "/cloud-function/%FF/", "").status, 400);
}
