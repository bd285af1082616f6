//! What the golden case `security` sends: each kind of credential, on a real socket.

#[path = "../golden/cases/security/expected/mod.rs"]
pub mod generated;
#[path = "../../codegen/runtime/mod.rs"]
pub mod runtime;

use runtime::{Client, ClientBuilder, ClientCredentials, ErrorKind};
use tests::scripted_server::ScriptedServer;

const DONE: &str = "HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n";
const TOKEN: &str = "HTTP/1.1 200 OK\r\ncontent-length: 44\r\nconnection: close\r\n\r\n\
                     {\"access_token\":\"t-1\",\"token_type\":\"Bearer\"}";

fn client(server: &ScriptedServer, set: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Client {
    set(Client::builder().base_url(server.origin())).build().expect("the settings are valid")
}

/// What the call `alternatives` sends of credentials, after its request line.
async fn sent(set: impl FnOnce(ClientBuilder) -> ClientBuilder) -> (String, Vec<String>) {
    let server = ScriptedServer::start([DONE]);
    client(&server, set).alternatives().await.expect("it is accepted");
    parts(&server.request())
}

fn parts(request: &str) -> (String, Vec<String>) {
    let mut lines = request.lines();
    let first = lines.next().unwrap_or_default().to_owned();
    let names = ["authorization:", "x-api-key:", "cookie:"];
    let credentials = lines.filter(|line| names.iter().any(|name| line.to_ascii_lowercase().starts_with(name)));
    (first, credentials.map(str::to_owned).collect())
}

fn header(text: &str) -> (String, Vec<String>) {
    ("GET /alternatives HTTP/1.1".to_owned(), vec![text.to_owned()])
}

#[tokio::test]
async fn each_kind_of_credential_goes_to_its_place() {
    assert_eq!(sent(|client| client.oauth2("token")).await, header("authorization: Bearer token"));
    assert_eq!(sent(|client| client.open_id("token")).await, header("authorization: Bearer token"));
    assert_eq!(sent(|client| client.password("me", "secret")).await, header("authorization: Basic bWU6c2VjcmV0"));
    assert_eq!(sent(|client| client.session_cookie("abc")).await, header("cookie: session=abc"));
    let both = ("GET /alternatives?api%5Bkey%5D=b HTTP/1.1".to_owned(), vec!["x-api-key: a".to_owned()]);
    assert_eq!(sent(|client| client.header_2("b").x_api_key("a")).await, both);
    #[allow(deprecated)]
    let signature = sent(|client| client.signature("Signature keyId=1")).await;
    assert_eq!(signature, header("authorization: Signature keyId=1"));
}

#[tokio::test]
async fn the_first_alternative_goes_first() {
    let sent = sent(|client| client.session_cookie("abc").password("me", "secret").bearer_auth("other")).await;
    assert_eq!(sent, header("authorization: Basic bWU6c2VjcmV0"));
}

#[tokio::test]
async fn each_operation_gets_what_it_needs() {
    let server = ScriptedServer::start([DONE, DONE, DONE, DONE]);
    let client = client(&server, |client| client.bearer_auth("token").oauth2("other"));
    client.by_default().await.expect("it is accepted");
    assert_eq!(parts(&server.request()).1, ["authorization: Bearer token"]);
    client.optional().await.expect("it is accepted");
    assert_eq!(parts(&server.request()).1, ["authorization: Bearer other"]);
    client.public().await.expect("it is accepted");
    assert!(parts(&server.request()).1.is_empty());
    client.certificate().await.expect("it is accepted");
    assert!(parts(&server.request()).1.is_empty());
}

#[tokio::test]
async fn a_call_without_credentials_says_what_is_missing() {
    let client = Client::builder().x_api_key("a").build().expect("the settings are valid");
    let error = client.alternatives().await.expect_err("half a combination is none");
    assert!(matches!(error.kind(), ErrorKind::Request(_)));
    assert_eq!(
        error.to_string(),
        "GET /alternatives: credentials: this operation needs some; hand them to the client's builder by `oauth2`, or \
         `open_id`, or `password`, or `x_api_key` and `header_2`, or `session_cookie`, or `signature`"
    );
}

#[tokio::test]
async fn tokens_are_had_once() {
    let tokens = ScriptedServer::start([TOKEN]);
    let server = ScriptedServer::start([DONE, DONE]);
    let source = ClientCredentials::new(format!("{}/token", tokens.origin()), ("id", "secret"));
    let client = client(&server, |client| client.oauth2(source));
    for _ in 0..2 {
        client.alternatives().await.expect("the token is accepted");
        assert_eq!(parts(&server.request()), header("authorization: Bearer t-1"));
    }
    let asked = tokens.request();
    assert!(asked.starts_with("POST /token HTTP/1.1\r\n"), "{asked}");
    assert!(asked.contains("\r\nauthorization: Basic aWQ6c2VjcmV0\r\n"), "{asked}");
    assert!(asked.ends_with("\r\n\r\ngrant_type=client_credentials&scope=pets%3Aread%20pets%3Awrite"), "{asked}");
}

#[tokio::test]
async fn refresh_tokens_go_to_the_servers_own_path() {
    let server = ScriptedServer::start([TOKEN, DONE]);
    let client = client(&server, |client| client.oauth2_refresh_token("id", "r&1"));
    client.alternatives().await.expect("the token is accepted");
    let asked = server.request();
    assert!(asked.starts_with("POST /oauth/refresh HTTP/1.1\r\n"), "{asked}");
    assert!(asked.ends_with("\r\n\r\ngrant_type=refresh_token&refresh_token=r%261&client_id=id"), "{asked}");
    assert_eq!(parts(&server.request()), header("authorization: Bearer t-1"));
}
