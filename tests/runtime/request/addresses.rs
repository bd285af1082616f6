//! Base URLs: to which paths are appended, and which are refused.

use super::ENDPOINT;
use crate::runtime::{Client, MemoryTransport, RequestBuilder};

fn address(base_url: &str, path: &str) -> String {
    let client = Client::builder().base_url(base_url).transport(MemoryTransport::new()).build().expect("the address is valid");
    let mut request = RequestBuilder::new(&client, ENDPOINT);
    request.path(path);
    request.query("a", &1);
    request.build().expect("the request is valid").uri().to_string()
}

#[test]
fn paths_are_appended() {
    assert_eq!(address("https://api.example.test", "/x/"), "https://api.example.test/x/?a=1");
    assert_eq!(address("https://api.example.test/", "/x"), "https://api.example.test/x?a=1");
    assert_eq!(address("https://api.example.test/v1", "/x"), "https://api.example.test/v1/x?a=1");
    assert_eq!(address("https://api.example.test/v1/", "/x"), "https://api.example.test/v1/x?a=1");
    assert_eq!(address("http://127.0.0.1:8080/a/b", "/x"), "http://127.0.0.1:8080/a/b/x?a=1");
    assert_eq!(address("http://[::1]:8080", "/x"), "http://[::1]:8080/x?a=1");
    assert_eq!(address("https://api.example.test/a@b", "/x"), "https://api.example.test/a@b/x?a=1");
    assert_eq!(address("https://api.example.test/v1", ""), "https://api.example.test/v1?a=1");
}

#[test]
fn other_addresses_are_refused() {
    for (base_url, problem) in [
        ("https://a.test/?q=1", "has a query"),
        ("https://a.test?", "has a query"),
        ("https://a.test/#f", "has a fragment"),
        ("https://user:secret@a.test", "holds a user name or password"),
        ("https://user@a.test", "holds a user name or password"),
        ("ftp://a.test", "does not begin with `https://` or `http://`"),
        ("a.test", "does not begin with `https://` or `http://`"),
        ("/v1", "does not begin with `https://` or `http://`"),
        ("", "is not an address"),
        ("https://", "is not an address"),
        ("https://:8080", "has no host"),
        ("https://a.test:99999", "has no valid port"),
        ("https://a.test:", "has no valid port"),
        ("https://a.test/50%", "has a path that must be percent-encoded"),
        ("https://a.test/a|b", "has a path that must be percent-encoded"),
        (" https://a.test", "holds a space or a control character"),
        ("https://a.test\n", "holds a space or a control character"),
        ("https://a.test\\b", "holds a backslash"),
        ("https://é.test", "holds characters beyond ASCII, which must be percent-encoded (in the host: Punycode)"),
        ("https://a.test/v1/../admin", "has a path segment `.` or `..`"),
        ("https://a.test/%2E%2e/admin", "has a path segment `.` or `..`"),
    ] {
        let error = Client::builder().base_url(base_url).transport(MemoryTransport::new()).build().expect_err(base_url);
        assert_eq!(error.to_string(), format!("the base URL {problem}"), "{base_url}");
        assert!(!format!("{error:?}").contains("secret"));
    }
}

#[test]
fn settings_are_checked_when_the_client_is_built() {
    let build = |set: fn(crate::runtime::ClientBuilder) -> crate::runtime::ClientBuilder| {
        set(Client::builder()).transport(MemoryTransport::new()).build().map(|_| ()).map_err(|error| error.to_string())
    };
    assert_eq!(build(|client| client), Ok(()));
    assert_eq!(build(|client| client.header("x y", "a")), Err("a header has no valid name".to_owned()));
    assert_eq!(
        build(|client| client.header("x-key", "secret\n")),
        Err("the value of header `x-key` holds a line break or control character".to_owned())
    );
    assert_eq!(
        build(|client| client.user_agent("a\r\n")),
        Err("the user agent holds a line break or control character".to_owned())
    );
    for name in ["Host", "content-length", "Transfer-Encoding", "connection"] {
        let error = Client::builder().header(name, "1").transport(MemoryTransport::new()).build().expect_err(name);
        assert_eq!(error.to_string(), format!("header `{}` is the transport's to set", name.to_lowercase()));
    }
    // The first mistake is told, also when a later call is fine.
    assert_eq!(
        build(|client| client.header("", "a").user_agent("\n").header("x", "b")),
        Err("a header has no valid name".to_owned())
    );
}

#[cfg(not(feature = "reqwest-without-tls"))]
#[test]
fn without_a_transport_the_error_says_what_to_do() {
    let error = Client::builder().build().expect_err("there is no transport");
    assert!(error.to_string().contains("feature `reqwest`"), "{error}");
}
