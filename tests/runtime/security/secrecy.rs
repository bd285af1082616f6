//! Credentials show nowhere.

use std::error::Error as _;
use std::fmt::Debug;

use super::{accepting, builder, secured};
use crate::runtime::{
    AccessToken, ApiKey, Basic, ClientBuilder, ClientCredentials, MemoryTransport, OAuthClient, Operation, RefreshToken, Reply,
    Sending, StatusCode, Tokens,
};

secured!(Locked, &[&[("basic", &[]), ("header", &[]), ("query", &[]), ("cookie", &[])]]);
secured!(Tokened, &[&[("oauth", &[])]]);

const SECRET: &str = "hunter2";

fn set(client: ClientBuilder) -> ClientBuilder {
    client
        .credential("basic", Basic::new("user", SECRET))
        .credential("header", ApiKey::header("x-key", SECRET))
        .credential("query", ApiKey::query("key", SECRET))
        .credential("cookie", ApiKey::cookie("key", SECRET))
        .credential("oauth", Tokens::from(ClientCredentials::new("https://login.example.com/", ("id", SECRET))))
}

fn assert_hides(value: &dyn Debug) {
    for text in [format!("{value:?}"), format!("{value:#?}")] {
        assert!(!text.contains(SECRET), "{text}");
    }
}

#[test]
fn nothing_prints_a_secret() {
    assert_hides(&AccessToken::new(SECRET));
    assert_hides(&Tokens::from(SECRET));
    assert_hides(&OAuthClient::from(("id", SECRET)));
    assert_hides(&ClientCredentials::new("/token", ("id", SECRET)).parameter("a", SECRET));
    assert_hides(&RefreshToken::new("/token", ("id", SECRET), SECRET));
    let builder = set(builder(&accepting()));
    assert_hides(&builder);
    let client = builder.build().expect("the settings are valid");
    assert_hides(&client);
    assert!(format!("{client:?}").contains(r#"["basic", "header", "query", "cookie", "oauth"]"#), "names are no secret");
    assert_hides(&Locked(client.clone()).into_request());
}

#[tokio::test]
async fn recorded_requests_hide_secrets() {
    let transport = accepting();
    let client = set(builder(&transport)).build().expect("the settings are valid");
    Sending::new(Locked(client)).await.expect("it is accepted");
    assert_eq!(transport.requests()[0].headers["x-key"], SECRET);
    assert!(transport.requests()[0].uri.query().is_some_and(|query| query.ends_with("&key=hunter2")));
    assert_hides(&transport);
    assert_hides(&transport.requests());
}

#[tokio::test]
async fn errors_hide_secrets() {
    let token = |body: &'static str| Reply::new(StatusCode::OK).body(body);
    for replies in [
        [Reply::new(StatusCode::BAD_REQUEST).body(r#"{"error":"invalid_client","hint":"hunter2"}"#), Reply::never()],
        [token(r#"{"access_token":["hunter2"]}"#), Reply::never()],
        [token(r#"{"access_token":"hunter2","token_type":"mac"}"#), Reply::never()],
        [token(r#"{"access_token":"hunter2\n"}"#), Reply::never()],
        [token(r#"{"access_token":"hunter2"}"#), Reply::new(StatusCode::FORBIDDEN)],
        [token(r#"{"access_token":"hunter2"}"#), Reply::failure("reset")],
    ] {
        let transport = MemoryTransport::new();
        for reply in replies {
            transport.reply(reply);
        }
        let client = set(builder(&transport)).retries(0).build().expect("the settings are valid");
        let error = Sending::new(Tokened(client)).await.expect_err("it fails");
        assert_hides(&error);
        assert!(!error.to_string().contains(SECRET));
        assert!(error.source().is_none_or(|source| !source.to_string().contains(SECRET)));
        assert_hides(&transport);
    }
}
