//! Headers and cookies: one value stays one value.

use http::header::{ACCEPT, COOKIE, USER_AGENT};
use serde_json::json;

use super::{ENDPOINT, built, refused};
use crate::runtime::{Client, ClientBuilder, MemoryTransport, Request, RequestBuilder};

fn header(request: &Request, name: &str) -> Vec<String> {
    request.headers().get_all(name).iter().map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned()).collect()
}

/// A request of a client with settings of its own.
fn of(set: impl FnOnce(ClientBuilder) -> ClientBuilder, fill: impl FnOnce(&mut RequestBuilder<'_>)) -> Request {
    let client = set(Client::builder()).transport(MemoryTransport::new()).build().expect("the settings are valid");
    let mut request = RequestBuilder::new(&client, ENDPOINT);
    fill(&mut request);
    request.build().expect("the request is valid")
}

#[test]
fn headers_are_in_simple_style() {
    let request = built(|request| {
        request.header("x-text", &"a b; c=\"d\" é");
        request.header("X-Number", &1.5);
        request.header("x-list", &json!(["a", "b c"]));
        request.header("x-object", &json!({"a": 1, "b": true}));
        request.header("x-empty", &"");
        request.header("x-none", &None::<i64>);
        request.header("x-no-items", &json!([null]));
    });
    assert_eq!(header(&request, "x-text"), ["a b; c=\"d\" é"]);
    assert_eq!(header(&request, "x-number"), ["1.5"]);
    assert_eq!(header(&request, "x-list"), ["a,b c"]);
    assert_eq!(header(&request, "x-object"), ["a,1,b,true"]);
    assert_eq!(header(&request, "x-empty"), [""]);
    assert!(header(&request, "x-none").is_empty() && header(&request, "x-no-items").is_empty());
}

#[test]
fn header_values_cannot_break_out() {
    for value in ["a\r\nx-evil: 1", "a\n", "\r", "\0", "\u{7f}"] {
        let message = refused(|request| request.header("x-text", &value));
        assert_eq!(message, "header `x-text`: the value holds a line break or another control character");
    }
    let message = refused(|request| request.header("x-list", &json!(["a", "b,c"])));
    assert_eq!(message, "header `x-list`: an item holds a comma, which separates items");
    let message = refused(|request| request.header("x-object", &json!({"a,b": 1})));
    assert_eq!(message, "header `x-object`: an item holds a comma, which separates items");
    assert_eq!(refused(|request| request.header("x text", &"a")), "header `x text`: not a header's name");
}

/// Its reader takes them away, so that another value would arrive.
#[test]
fn spaces_around_a_header_value_are_refused() {
    for value in [" a", "a ", "\ta", " "] {
        let message = refused(|request| request.header("x-text", &value));
        assert_eq!(message, "header `x-text`: a value begins or ends with a space, which HTTP takes away");
        assert!(refused(|request| request.header("x-list", &json!(["a", value, "b"]))).contains("begins or ends with a space"));
    }
}

#[test]
fn cookies_that_are_not_encoded_cannot_break_out() {
    for value in ["a; admin=1", "a b", "a\tb", "\"a", "a\\", "a\r\nx-evil: 1", "a\0"] {
        for explode in [true, false] {
            refused(|request| request.cookie_plain("session", explode, &value));
            refused(|request| request.cookie_plain("session", explode, &json!(["a", value])));
            refused(|request| request.cookie_plain("session", explode, &json!({"a": value})));
            refused(|request| request.cookie_plain("session", explode, &json!({value: "a"})));
        }
    }
    let message = refused(|request| request.cookie_plain("session", true, &json!({"admin=1": "a"})));
    assert_eq!(message, "cookie `session`: a name is empty or holds an equals sign, which this style cannot write");
    refused(|request| request.cookie_plain("session", true, &json!({"": "admin=1"})));
}

#[test]
fn cookies_are_encoded_and_joined_in_one_header() {
    let request = built(|request| {
        request.cookie("session", &"a;b c\"\n");
        request.cookie("list", &json!(["x,", "y"]));
        request.cookie("none", &None::<i64>);
        request.cookie("empty", &json!({}));
        request.cookie("a=b;", &1);
    });
    assert_eq!(header(&request, "cookie"), ["session=a%3Bb%20c%22%0A; list=x%2C,y; a%3Db%3B=1"]);
    assert!(request.headers()[COOKIE].is_sensitive());
}

#[test]
fn cookies_of_the_client_come_along() {
    let request = of(|client| client.header("cookie", "id=1; x=y"), |request| request.cookie("session", &"s"));
    assert_eq!(header(&request, "cookie"), ["id=1; x=y; session=s"]);
    assert!(!format!("{request:?}").contains("id=1"));
}

#[test]
fn the_client_adds_its_headers() {
    let request = of(|client| client.header("x-key", "k").header("X-Key", "k2"), |request| request.header("x-other", &1));
    assert_eq!(header(&request, "x-key"), ["k2"]);
    assert_eq!(header(&request, "x-other"), ["1"]);
    assert!(request.headers()["x-key"].is_sensitive());
}

#[test]
fn a_parameter_goes_before_a_header_of_the_client() {
    let request = of(|client| client.header("x-key", "client"), |request| request.header("x-key", &"request"));
    assert_eq!(header(&request, "x-key"), ["request"]);
}

#[test]
fn the_user_agent_is_sent() {
    let request = built(|_| {});
    assert_eq!(request.headers()[USER_AGENT], concat!("tests/", env!("CARGO_PKG_VERSION")));
    let request = of(|client| client.user_agent("mine/1"), |_| {});
    assert_eq!(header(&request, "user-agent"), ["mine/1"]);
}

#[test]
fn accept_is_sent_where_a_response_has_a_body() {
    assert_eq!(built(|request| request.accept("application/json")).headers()[ACCEPT], "application/json");
    assert!(!built(|request| request.accept("")).headers().contains_key(ACCEPT));
}
