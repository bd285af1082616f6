//! Each kind of credential, in its place, and which of them an operation gets.

use security_case::probe::*;

fn accepted<O: Operation>(
    set: impl FnOnce(ClientBuilder) -> ClientBuilder,
    call: impl FnOnce(&Client) -> O,
) -> Vec<RecordedRequest> {
    let (client, transport) = client_and_transport(set);
    if let Err(error) = block_on(Sending::new(call(&client))) {
        panic!("{error}");
    }
    transport.requests()
}

/// The path and query of a request, and the headers that carry credentials.
fn parts(request: &RecordedRequest) -> (String, Vec<String>) {
    let target = request.uri.path_and_query().map(ToString::to_string).unwrap_or_default();
    let headers = ["authorization", "x-api-key", "cookie"].into_iter();
    (target, headers.filter_map(|name| Some(format!("{name}: {}", header_of(request, name)?))).collect())
}

/// What the call `alternatives` sends of credentials.
fn alternatives(set: impl FnOnce(ClientBuilder) -> ClientBuilder) -> (String, Vec<String>) {
    parts(&accepted(set, |client| client.alternatives())[0])
}

fn with_header(text: &str) -> (String, Vec<String>) {
    ("/alternatives".to_owned(), vec![text.to_owned()])
}

#[test]
fn each_kind_of_credential_goes_to_its_place() {
    assert_eq!(alternatives(|client| client.oauth2("token")), with_header("authorization: Bearer token"));
    assert_eq!(alternatives(|client| client.open_id("token")), with_header("authorization: Bearer token"));
    // RFC 7617, section 2: the base64 of `me:secret`.
    assert_eq!(alternatives(|client| client.password("me", "secret")), with_header("authorization: Basic bWU6c2VjcmV0"));
    assert_eq!(alternatives(|client| client.session_cookie("abc")), with_header("cookie: session=abc"));
    let both = ("/alternatives?api%5Bkey%5D=b".to_owned(), vec!["x-api-key: a".to_owned()]);
    assert_eq!(alternatives(|client| client.header_2("b").x_api_key("a")), both);
    #[allow(deprecated)]
    let signature = alternatives(|client| client.signature("Signature keyId=1"));
    assert_eq!(signature, with_header("authorization: Signature keyId=1"));
}

#[test]
fn the_first_alternative_goes_first() {
    let sent = alternatives(|client| client.session_cookie("abc").password("me", "secret").bearer_auth("other"));
    assert_eq!(sent, with_header("authorization: Basic bWU6c2VjcmV0"));
}

#[test]
fn each_operation_gets_what_it_needs() {
    let set = |client: ClientBuilder| client.bearer_auth("token").oauth2("other");
    assert_eq!(parts(&accepted(set, |client| client.by_default())[0]).1, ["authorization: Bearer token"]);
    assert_eq!(parts(&accepted(set, |client| client.optional())[0]).1, ["authorization: Bearer other"]);
    assert!(parts(&accepted(set, |client| client.public())[0]).1.is_empty());
    assert!(parts(&accepted(set, |client| client.certificate())[0]).1.is_empty());
    assert!(parts(&accepted(|client| client, |client| client.optional())[0]).1.is_empty());
}

#[test]
fn a_call_without_credentials_says_what_is_missing() {
    let (client, transport) = client_and_transport(|client| client.x_api_key("a"));
    let error = block_on(Sending::new(client.alternatives())).expect_err("half a combination is none");
    assert!(matches!(error.kind(), ErrorKind::Request(_)));
    assert_eq!(
        error.to_string(),
        "GET https://api.example.com/alternatives: credentials: this operation needs some; hand them to the client's builder by `oauth2`, or \
         `open_id`, or `password`, or `x_api_key` and `header_2`, or `session_cookie`, or `signature`; to send \
         requests without them, call `optional_credentials` on the builder"
    );
    assert!(transport.requests().is_empty());
}

#[test]
fn a_header_that_is_set_by_hand_counts() {
    let by_hand = |name: &'static str, value: &'static str| move |client: ClientBuilder| client.header(name, value);
    assert_eq!(alternatives(by_hand("authorization", "Custom abc")), with_header("authorization: Custom abc"));
    assert_eq!(alternatives(by_hand("cookie", "a=b; session=abc")), with_header("cookie: a=b; session=abc"));
    let both = ("/alternatives?api%5Bkey%5D=b".to_owned(), vec!["x-api-key: a".to_owned()]);
    assert_eq!(alternatives(|client| client.header("X-Api-Key", "a").header_2("b")), both);
    let (client, transport) = client_and_transport(by_hand("x-api-key", "a"));
    block_on(Sending::new(client.alternatives())).expect_err("half a combination is none");
    assert!(transport.requests().is_empty());
}

/// RFC 6749, section 5.1.
fn token() -> Reply {
    reply(200, "application/json", r#"{"access_token":"t-1","token_type":"Bearer","expires_in":3600}"#)
}

#[test]
fn tokens_are_had_once() {
    let (client, transport) = client_and_transport(|client| client.oauth2_client_credentials("id", "secret"));
    transport.reply(token());
    for _ in 0..2 {
        block_on(Sending::new(client.alternatives())).expect("the token is accepted");
    }
    let requests = transport.requests();
    assert_eq!(requests.len(), 3);
    assert_eq!(requests[0].uri.to_string(), "https://login.example.com/token");
    assert_eq!(requests[0].method, Method::POST);
    assert_eq!(header_of(&requests[0], "authorization").as_deref(), Some("Basic aWQ6c2VjcmV0"));
    assert_eq!(header_of(&requests[0], "content-type").as_deref(), Some("application/x-www-form-urlencoded"));
    assert_eq!(requests[0].body, "grant_type=client_credentials&scope=pets%3Aread%20pets%3Awrite");
    for request in &requests[1..] {
        assert_eq!(parts(request), with_header("authorization: Bearer t-1"));
    }
}

#[test]
fn refresh_tokens_go_to_the_servers_own_path() {
    let (client, transport) = client_and_transport(|client| client.oauth2_refresh_token("id", "r&1"));
    transport.reply(token());
    block_on(Sending::new(client.alternatives())).expect("the token is accepted");
    let requests = transport.requests();
    assert_eq!(requests[0].uri.to_string(), "https://api.example.com/oauth/refresh");
    assert_eq!(requests[0].body, "grant_type=refresh_token&refresh_token=r%261&client_id=id");
    assert_eq!(parts(&requests[1]), with_header("authorization: Bearer t-1"));
}

#[test]
fn open_id_connect_tells_where_tokens_are_had() {
    let (client, transport) = client_and_transport(|client| client.open_id_client_credentials("id", "secret"));
    // OpenID Connect Discovery 1.0, section 4.
    let found = r#"{"issuer":"https://login.example.com","token_endpoint":"https://login.example.com/oidc/token"}"#;
    transport.reply(reply(200, "application/json", found)).reply(token());
    block_on(Sending::new(client.alternatives())).expect("the token is accepted");
    let requests = transport.requests();
    assert_eq!(requests[0].uri.to_string(), "https://login.example.com/.well-known/openid-configuration");
    assert_eq!((&requests[0].method, &requests[1].method), (&Method::GET, &Method::POST));
    assert_eq!(requests[1].uri.to_string(), "https://login.example.com/oidc/token");
    assert_eq!(parts(&requests[2]), with_header("authorization: Bearer t-1"));
}
