//! Tokens: asked for once, kept as long as they hold, and renewed.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use http::header::AUTHORIZATION;
use serde_json::{Value, json};

use super::{builder, secured};
use crate::runtime::{
    AccessToken, BoxFuture, Client, ClientCredentials, CredentialError, ErrorKind, MemoryTransport, OAuthClient, RecordedRequest,
    RefreshToken, Reply, Sending, StatusCode, TokenRequest, TokenSource, Tokens, Transport,
};

secured!(Read, &[&[("oauth", &["read"])]]);
secured!(Write, &[&[("oauth", &["read", "write"])]]);

const TOKEN_URL: &str = "https://login.example.com/token";

fn client(transport: &MemoryTransport, source: impl TokenSource) -> Client {
    builder(transport).credential("oauth", Tokens::from(source)).build().expect("the settings are valid")
}

/// A server of tokens, which numbers them, beside one that accepts them.
fn servers(more: Value) -> MemoryTransport {
    let count = Mutex::new(0);
    MemoryTransport::answering(move |request| {
        if request.uri.host() == Some("api.example.com") && request.uri.path() != "/token" {
            return Reply::new(StatusCode::NO_CONTENT);
        }
        let mut count = count.lock().expect("no test panics here");
        *count += 1;
        let mut answer = more.clone();
        answer["access_token"] = json!(format!("t{count}"));
        answer["token_type"] = json!("bearer");
        Reply::json(StatusCode::OK, &answer)
    })
}

/// What the server of tokens was asked.
fn asked(transport: &MemoryTransport) -> Vec<RecordedRequest> {
    transport.requests().into_iter().filter(|request| request.uri.path().ends_with("/token")).collect()
}

/// The tokens that the API's server was sent.
fn used(transport: &MemoryTransport) -> Vec<String> {
    let of_api = transport.requests().into_iter().filter(|request| request.uri.path().ends_with("/pets"));
    of_api.map(|request| request.headers[AUTHORIZATION].to_str().expect("it is text").to_owned()).collect()
}

#[tokio::test]
async fn a_program_gets_a_token_with_its_secret() {
    let transport = servers(json!({"expires_in": 3600}));
    let client = client(&transport, ClientCredentials::new(TOKEN_URL, ("my id", "s:c")).parameter("audience", "a/b"));
    Sending::new(Read(client)).await.expect("the token is accepted");
    let request = &asked(&transport)[0];
    assert_eq!(request.uri, TOKEN_URL);
    assert_eq!(request.method, "POST");
    assert_eq!(request.headers["content-type"], "application/x-www-form-urlencoded");
    assert_eq!(request.headers[AUTHORIZATION], "Basic bXklMjBpZDpzJTNBYw==");
    assert_eq!(&request.body[..], b"grant_type=client_credentials&scope=read&audience=a%2Fb");
    assert_eq!(used(&transport), ["Bearer t1"]);
}

#[tokio::test]
async fn name_and_secret_can_go_into_the_body() {
    let transport = servers(json!({}));
    let source = ClientCredentials::new("/token", OAuthClient::from(("id", "s&c")).in_body()).scopes(["all", "more"]);
    Sending::new(Read(client(&transport, source))).await.expect("the token is accepted");
    let request = &asked(&transport)[0];
    assert_eq!(request.uri, "https://api.example.com/token", "a path is one of the API's server");
    assert!(!request.headers.contains_key(AUTHORIZATION));
    assert_eq!(&request.body[..], b"grant_type=client_credentials&scope=all%20more&client_id=id&client_secret=s%26c");
}

#[tokio::test]
async fn a_token_is_kept_for_its_scopes_until_shortly_before_its_end() {
    let transport = servers(json!({"expires_in": "100"}));
    let client = client(&transport, ClientCredentials::new(TOKEN_URL, ("id", "secret")));
    for operation in [1, 2] {
        Sending::new(Read(client.clone())).await.expect("the token is accepted");
        Sending::new(Write(client.clone())).await.expect("the token is accepted");
        assert_eq!(asked(&transport).len(), 2, "after {operation}");
    }
    transport.sleep(Duration::from_secs(69)).await;
    Sending::new(Read(client.clone())).await.expect("the token is accepted");
    transport.sleep(Duration::from_secs(1)).await;
    Sending::new(Read(client)).await.expect("the token is accepted");
    assert_eq!(used(&transport), ["Bearer t1", "Bearer t2", "Bearer t1", "Bearer t2", "Bearer t1", "Bearer t3"]);
}

#[tokio::test]
async fn requests_at_the_same_time_ask_for_one_token() {
    let transport = MemoryTransport::answering(|request| match request.uri.path() {
        "/token" => Reply::json(StatusCode::OK, &json!({"access_token": "t"})),
        _ => Reply::new(StatusCode::NO_CONTENT),
    });
    let slow = Slow(transport.clone());
    let client = builder(&transport).transport(slow);
    let client = client.credential("oauth", Tokens::from(ClientCredentials::new(TOKEN_URL, ("id", "secret"))));
    let client = client.build().expect("the settings are valid");
    let calls: Vec<_> = (0..8).map(|_| tokio::spawn(Sending::new(Read(client.clone())))).collect();
    // Whoever fetches may be given up; another takes over.
    tokio::task::yield_now().await;
    calls[0].abort();
    for call in calls.into_iter().skip(1) {
        call.await.expect("it is not given up").expect("the token is accepted");
    }
    let asked = asked(&transport).len();
    assert!((1..=2).contains(&asked), "{asked}");
}

/// Takes a moment for each request.
struct Slow(MemoryTransport);

impl Transport for Slow {
    fn send(
        &self,
        request: crate::runtime::Request,
    ) -> BoxFuture<'_, Result<http::Response<crate::runtime::ByteStream>, crate::runtime::TransportError>> {
        Box::pin(async {
            tokio::time::sleep(Duration::from_millis(5)).await;
            self.0.send(request).await
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        Box::pin(tokio::time::sleep(duration))
    }
}

#[tokio::test]
async fn a_refused_token_is_replaced_once() {
    let transport = servers(json!({}));
    let client = client(&transport, ClientCredentials::new(TOKEN_URL, ("id", "secret")));
    Sending::new(Read(client.clone())).await.expect("the token is accepted");
    transport.reply(Reply::new(StatusCode::UNAUTHORIZED));
    Sending::new(Read(client.clone())).await.expect("the next token is accepted");
    assert_eq!(used(&transport), ["Bearer t1", "Bearer t1", "Bearer t2"]);
    transport.reply(Reply::new(StatusCode::UNAUTHORIZED));
    transport.reply(Reply::json(StatusCode::OK, &json!({"access_token": "last"})));
    transport.reply(Reply::new(StatusCode::UNAUTHORIZED));
    let error = Sending::new(Read(client)).await.expect_err("no token is accepted");
    assert_eq!(error.status(), Some(StatusCode::UNAUTHORIZED));
    assert_eq!(used(&transport).len(), 5);
}

#[tokio::test]
async fn a_token_that_stays_the_same_is_sent_once() {
    let transport = MemoryTransport::answering(|_| Reply::new(StatusCode::UNAUTHORIZED));
    let client = builder(&transport).credential("oauth", Tokens::from("fixed")).build().expect("the settings are valid");
    Sending::new(Read(client)).await.expect_err("it is refused");
    assert_eq!(used(&transport), ["Bearer fixed"]);
}

#[tokio::test]
async fn refresh_tokens_follow_each_other() {
    let transport = servers(json!({"expires_in": 60, "refresh_token": "r2"}));
    let stored = Arc::new(Mutex::new(Vec::new()));
    let store = Arc::clone(&stored);
    let source = RefreshToken::new(TOKEN_URL, "id", "r1").on_change(move |token| {
        store.lock().expect("no test panics here").push(token.to_owned());
    });
    let client = client(&transport, source);
    for _ in 0..3 {
        Sending::new(Read(client.clone())).await.expect("the token is accepted");
        Sending::new(Write(client.clone())).await.expect("the token is accepted");
        transport.sleep(Duration::from_secs(30)).await;
    }
    let bodies: Vec<_> = asked(&transport).iter().map(|request| String::from_utf8_lossy(&request.body).into_owned()).collect();
    let body = |token: &str| format!("grant_type=refresh_token&refresh_token={token}&client_id=id");
    assert_eq!(bodies, [body("r1"), body("r2"), body("r2")]);
    assert_eq!(*stored.lock().expect("no test panics here"), ["r2"]);
}

#[tokio::test]
async fn a_failure_to_get_a_token_says_why() {
    let refusal = json!({"error": "invalid_client", "error_description": "unknown id"});
    for (reply, message, is_temporary) in [
        (
            Reply::json(StatusCode::UNAUTHORIZED, &refusal),
            "the server of tokens answered 401 Unauthorized: invalid_client: unknown id",
            false,
        ),
        (Reply::new(StatusCode::BAD_GATEWAY).body("<html>"), "the server of tokens answered 502 Bad Gateway", true),
        (Reply::json(StatusCode::OK, &json!({})), "the server of tokens gave no access token", false),
        (Reply::new(StatusCode::OK).body("access_token=x"), "the server of tokens answered with something else", false),
        (Reply::connect_failure("refused"), "could not connect: refused", true),
    ] {
        let transport = MemoryTransport::new();
        transport.reply(reply);
        let error = Sending::new(Read(client(&transport, ClientCredentials::new(TOKEN_URL, ("id", "secret"))))).await;
        let error = error.expect_err("there is no token");
        assert!(matches!(error.kind(), ErrorKind::Credential(_)));
        assert_eq!(
            error.to_string(),
            format!("POST https://api.example.com/pets: no credentials from https://login.example.com: {message}")
        );
        assert_eq!(error.is_retryable(), is_temporary);
        assert!(used(&transport).is_empty());
    }
}

/// A source of one's own.
struct Own;

impl TokenSource for Own {
    fn token<'a>(&'a self, asked: TokenRequest<'a>) -> BoxFuture<'a, Result<AccessToken, CredentialError>> {
        Box::pin(async move { Ok(AccessToken::new(format!("own-{}", asked.scopes().join("-")))) })
    }
}

#[tokio::test]
async fn the_caller_can_have_a_source_of_its_own() {
    let transport = servers(json!({}));
    let client = client(&transport, Arc::new(Own));
    Sending::new(Write(client)).await.expect("the token is accepted");
    assert_eq!(used(&transport), ["Bearer own-read-write"]);
}

/// A server whose configuration says where tokens are asked for.
fn describing(status: StatusCode, configuration: Value) -> MemoryTransport {
    MemoryTransport::answering(move |request| match request.uri.path() {
        "/.well-known/openid-configuration" => Reply::json(status, &configuration),
        path if path.ends_with("/token") => Reply::json(StatusCode::OK, &json!({"access_token": "t"})),
        _ => Reply::new(StatusCode::NO_CONTENT),
    })
}

const CONFIGURATION_URL: &str = "https://login.example.com/.well-known/openid-configuration";

#[tokio::test]
async fn the_configuration_of_open_id_connect_says_where_tokens_are() {
    for (endpoint, url) in [
        ("https://tokens.example.com/v2/token", "https://tokens.example.com/v2/token"),
        ("/v3/token", "https://login.example.com/v3/token"),
    ] {
        let transport = describing(StatusCode::OK, json!({"issuer": "https://login.example.com", "token_endpoint": endpoint}));
        let client = client(&transport, ClientCredentials::discover(CONFIGURATION_URL, ("id", "secret")));
        Sending::new(Read(client.clone())).await.expect("the token is accepted");
        Sending::new(Write(client)).await.expect("the token is accepted");
        let requests = transport.requests();
        assert_eq!(requests[0].uri, CONFIGURATION_URL);
        assert_eq!(requests[0].headers.get(AUTHORIZATION), None);
        assert_eq!(asked(&transport).iter().map(|request| request.uri.to_string()).collect::<Vec<_>>(), [url, url]);
        assert_eq!(used(&transport), ["Bearer t", "Bearer t"]);
        // The configuration once, two tokens for two sets of scopes, two calls.
        assert_eq!(requests.len(), 5);
    }
    let transport = describing(StatusCode::OK, json!({"token_endpoint": "https://tokens.example.com/token"}));
    let client = client(&transport, RefreshToken::discover(CONFIGURATION_URL, "id", "r1"));
    Sending::new(Read(client)).await.expect("the token is accepted");
    assert_eq!(asked(&transport)[0].uri, "https://tokens.example.com/token");
}

#[tokio::test]
async fn a_configuration_that_cannot_be_used_is_an_error_and_no_secret_goes_anywhere() {
    for (status, configuration, problem) in [
        (StatusCode::NOT_FOUND, json!({}), "404 Not Found instead of its configuration"),
        (StatusCode::OK, json!({"issuer": "x"}), "names no address for them"),
        (StatusCode::OK, json!({"token_endpoint": "http://login.example.com/token"}), "an address without TLS"),
        (StatusCode::OK, json!({"token_endpoint": "ftp://login.example.com/token"}), "is not valid"),
    ] {
        let transport = describing(status, configuration);
        let client = client(&transport, ClientCredentials::discover(CONFIGURATION_URL, ("id", "secret")));
        let error = Sending::new(Read(client)).await.expect_err("there is no token").to_string();
        assert!(error.contains(problem), "{error}");
        assert_eq!(transport.requests().len(), 1);
    }
}
