//! Headers and query parameters that a caller adds to one request.

use serde_json::json;

use super::{client, client_with, function, ok, transport};
use crate::runtime::{
    ApiKey, Client, ClientBuilder, Download, Endpoint, ErrorKind, Failure, HeaderMap, MemoryTransport, Method, Operation,
    Received, RecordedRequest, Reply, Request, RequestBuilder, RequestError, Sending, StatusCode, Tokens,
};

fn only(transport: &MemoryTransport) -> RecordedRequest {
    let mut requests = transport.requests();
    assert_eq!(requests.len(), 1);
    requests.remove(0)
}

#[tokio::test]
async fn they_go_with_the_calls_own() {
    let transport = transport([ok(&json!({"meta": {"next": null}, "objects": []}))]);
    let request = client(&transport).cloud_functions().list().limit(2);
    request.send().header("X-Trace", "a").query("q", "ä &=#+/").query("n", 7).await.expect("it is a success");
    let request = only(&transport);
    assert_eq!(request.uri.query(), Some("limit=2&q=%C3%A4%20%26%3D%23%2B%2F&n=7"));
    assert_eq!(request.headers["x-trace"], "a");
    assert_eq!(request.headers["accept"], "application/json");
    assert!(!format!("{:?}", request.headers).contains("\"a\""), "the value may be secret");
}

#[tokio::test]
async fn they_replace_headers_that_are_there() {
    let transport = transport([ok(&function(1))]);
    let client = client_with(&transport, |client| client.header("x-team", "blue"));
    let request = client.cloud_functions().get("a").send();
    request.header("accept", "text/html").header("x-team", "red").header("X-Team", "green").await.expect("it is a success");
    let request = only(&transport);
    let all = |name| request.headers.get_all(name).iter().collect::<Vec<_>>();
    assert_eq!(all("accept"), ["text/html"]);
    assert_eq!(all("x-team"), ["green"]);
    assert_eq!(request.uri.query(), None);
}

#[tokio::test]
async fn what_cannot_be_sent_is_an_error_of_the_request() {
    for (name, value) in
        [("", "a"), ("x y", "a"), ("x:", "a"), ("x", "a\nb"), ("x", "\0"), ("Host", "a"), ("content-length", "0")]
    {
        let transport = transport([]);
        let functions = client(&transport).cloud_functions();
        let errors = [
            functions.get("a").send().header(name, value).await.map(|_| ()).expect_err(name).to_string(),
            functions.get("a").send().header(name, value).bytes().await.map(|_| ()).expect_err(name).to_string(),
            functions.get("a").send().header(name, value).stream().await.map(|_| ()).expect_err(name).to_string(),
        ];
        for error in errors {
            assert!(
                error.starts_with(&format!(
                    "GET https://api.example.test/cloud-function/{{name}}/: header `{}`: ",
                    name.to_lowercase()
                )),
                "{error}"
            );
            assert!(!error.contains(value) || value == "a" || value == "0", "{error}");
        }
        assert!(transport.requests().is_empty());
    }
    let transport = transport([]);
    let request = client(&transport).cloud_functions().get("a").send().query("q", "x".repeat(70_000));
    assert!(matches!(request.await.expect_err("no address is that long").kind(), ErrorKind::Request(_)));
}

#[tokio::test]
async fn each_attempt_each_page_and_each_stream_has_them() {
    let page = |next: Option<&str>| ok(&json!({"meta": {"next": next}, "objects": [function(1)]}));
    let transport = transport([
        Reply::new(StatusCode::SERVICE_UNAVAILABLE),
        page(Some("more")),
        page(None),
        Reply::new(StatusCode::OK).body("abc"),
        Reply::new(StatusCode::OK).body("abc"),
    ]);
    let functions = client(&transport).cloud_functions();
    let mut items = functions.list().items().header("x-trace", "1").query("q", 1);
    while let Some(item) = items.next().await {
        item.expect("it is an item");
    }
    _ = functions.get("a").send().header("x-trace", "1").query("q", 1).stream().await.expect("it is a success");
    _ = Download::open(functions.get("a"), Some("image/png"))
        .header("x-trace", "1")
        .query("q", 1)
        .await
        .expect("it is a success");
    let requests = transport.requests();
    assert_eq!(requests.len(), 5);
    for request in &requests {
        assert_eq!(request.headers["x-trace"], "1");
        assert!(request.uri.query().is_some_and(|query| query.ends_with("q=1")), "{}", request.uri);
    }
    assert_eq!(requests[3].headers["accept"], "application/json");
    assert_eq!(requests[4].headers["accept"], "image/png");
}

#[derive(Clone)]
struct Locked(Client);

impl Operation for Locked {
    type Output = ();
    type Error = ();
    const ENDPOINT: Endpoint = Endpoint::new(Method::GET, "/").security(&[&[("key", &[])], &[("token", &[]), ("session", &[])]]);

    fn client(&self) -> &Client {
        &self.0
    }

    fn into_request(self) -> Result<Request, RequestError> {
        let mut request = RequestBuilder::new(&self.0, Self::ENDPOINT);
        request.path("/");
        request.build()
    }

    fn decode(_: &Received) -> Result<(), Failure<()>> {
        Ok(())
    }
}

/// The headers of a request that needs a key, or a token and a session, and is given some by hand.
async fn headers(set: fn(ClientBuilder) -> ClientBuilder, by_hand: &[(&str, &str)]) -> Option<HeaderMap> {
    let transport = transport([Reply::new(StatusCode::OK)]);
    let places = |client: ClientBuilder| {
        let client = client.credential_header("key", "X-Key").credential_header("token", "authorization");
        client.credential_cookie("session", "sid")
    };
    let sending = Sending::new(Locked(client_with(&transport, |client| set(places(client)))));
    let sending = by_hand.iter().fold(sending, |sending, (name, value)| sending.header(name, value));
    sending.await.is_ok().then(|| only(&transport).headers)
}

#[tokio::test]
async fn a_header_counts_as_the_credential_in_it() {
    let none = |client: ClientBuilder| client;
    assert_eq!(headers(none, &[]).await, None);
    assert_eq!(headers(none, &[("x-other", "k")]).await, None);
    assert_eq!(headers(none, &[("authorization", "t")]).await, None);
    assert!(headers(none, &[("x-key", "k")]).await.is_some_and(|headers| headers["x-key"] == "k"));
    assert!(headers(none, &[("authorization", "t"), ("cookie", "a=b; sid=s")]).await.is_some());
}

#[tokio::test]
async fn a_header_replaces_the_clients_credential() {
    let given = |client: ClientBuilder| {
        client.credential("token", Tokens::from("client")).credential("session", ApiKey::cookie("sid", "client"))
    };
    let sent = headers(given, &[("authorization", "Bearer mine")]).await.expect("it is sent");
    assert_eq!(sent["authorization"], "Bearer mine");
    assert_eq!(sent["cookie"], "sid=client");
    let sent = headers(given, &[("cookie", "sid=mine")]).await.expect("it is sent");
    assert_eq!(sent["authorization"], "Bearer client");
    assert_eq!(sent["cookie"], "sid=mine");
}

#[tokio::test]
async fn a_credential_goes_only_where_nobody_else_can_read_it() {
    for name in ["authorization", "cookie", "x-key"] {
        let remote = |client: ClientBuilder| client.base_url("http://api.example.com");
        let open = |client: ClientBuilder| client.base_url("http://api.example.com").credentials_over_http();
        let local = |client: ClientBuilder| client.base_url("http://127.0.0.1");
        let by_hand = [("x-key", "k"), (name, "sid=a")];
        assert_eq!(headers(remote, &by_hand).await, None, "{name}");
        assert!(headers(open, &by_hand).await.is_some() && headers(local, &by_hand).await.is_some(), "{name}");
    }
    let transport = transport([ok(&function(1))]);
    let plain = client_with(&transport, |client| client.base_url("http://api.example.com")).cloud_functions();
    for name in ["authorization", "cookie"] {
        let error = plain.get("a").send().header(name, "a=b").await.expect_err("others could read it");
        assert!(error.to_string().contains("`credentials_over_http` allows that"), "{error}");
    }
    plain.get("a").send().header("x-team", "blue").await.expect("it is no credential");
}
