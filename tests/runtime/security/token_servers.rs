//! Servers of tokens that misbehave.

use std::error::Error as _;
use std::time::Duration;

use super::{builder, secured};
use crate::runtime::{
    ClientCredentials, Error, ErrorKind, MemoryTransport, RefreshToken, Reply, Sending, StatusCode, TokenSource, Tokens,
    Transport,
};

secured!(Read, &[&[("oauth", &[])]]);

const HOUR: Duration = Duration::from_secs(3600);
const TOKEN_URL: &str = "https://login.example.com/token";

fn token(body: impl Into<String>) -> Reply {
    Reply::new(StatusCode::OK).body(body.into())
}

/// What a call comes to when the server of tokens gives this answer, and that of the API accepts everything.
async fn after(source: impl TokenSource, reply: Reply) -> (Result<(), Error<()>>, MemoryTransport) {
    let transport = MemoryTransport::answering(|_| Reply::new(StatusCode::NO_CONTENT));
    transport.reply(reply);
    // The end of a lifetime is reckoned from the clock, which is not at its beginning.
    transport.sleep(HOUR).await;
    let client =
        builder(&transport).retries(0).credential("oauth", Tokens::from(source)).build().expect("the settings are valid");
    (Sending::new(Read(client)).await.map(drop), transport)
}

fn program() -> ClientCredentials {
    ClientCredentials::new(TOKEN_URL, ("id", "hunter2"))
}

fn credential_problem(result: Result<(), Error<()>>) -> (String, bool) {
    match result.map_err(Error::into_kind) {
        Err(ErrorKind::Credential(error)) => (error.to_string(), error.is_temporary()),
        Err(kind) => panic!("{kind}"),
        Ok(()) => panic!("it is a success"),
    }
}

#[tokio::test]
async fn any_lifetime_can_be_borne() {
    for lifetime in [
        "18446744073709551615",
        "1e400",
        "1e30",
        "\"99999999999999999999\"",
        "3600.5",
        "\"NaN\"",
        "-1",
        "0",
        "null",
        "[]",
        "\"\"",
    ] {
        let (result, transport) = after(program(), token(format!("{{\"access_token\":\"t\",\"expires_in\":{lifetime}}}"))).await;
        match result {
            Ok(()) => assert_eq!(transport.requests().len(), 2, "{lifetime}"),
            Err(_) => assert_eq!(transport.requests().len(), 1, "{lifetime}"),
        }
    }
}

#[tokio::test]
async fn a_token_that_is_over_is_not_kept() {
    for (lifetime, asked) in [("-5", 2), ("0", 2), ("0.9", 2), ("61.5", 1), ("18446744073709551615", 1)] {
        let answer = format!("{{\"access_token\":\"t\",\"expires_in\":{lifetime}}}");
        let transport = MemoryTransport::answering(move |request| match request.uri.path() {
            "/token" => token(answer.clone()),
            _ => Reply::new(StatusCode::NO_CONTENT),
        });
        let client = builder(&transport).credential("oauth", Tokens::from(program())).build().expect("the settings are valid");
        for _ in 0..2 {
            Sending::new(Read(client.clone())).await.expect("the token is accepted");
        }
        assert_eq!(transport.requests().len(), 2 + asked, "{lifetime}");
    }
}

#[tokio::test]
async fn a_token_that_cannot_be_sent_is_not_kept() {
    for bad in ["t\\n", "t\\r\\nx-evil: 1", "a b", "\u{e9}", "t\\u0000"] {
        let transport = MemoryTransport::answering(|_| Reply::new(StatusCode::NO_CONTENT));
        transport.reply(token(format!("{{\"access_token\":\"{bad}\"}}")));
        let client =
            builder(&transport).retries(0).credential("oauth", Tokens::from(program())).build().expect("the settings are valid");
        let (problem, _) = credential_problem(Sending::new(Read(client.clone())).await.map(drop));
        assert!(problem.contains("no token has"), "{problem}");
        transport.reply(token("{\"access_token\":\"good\"}"));
        Sending::new(Read(client)).await.expect("the next token is another");
    }
}

#[tokio::test]
async fn an_answer_that_is_not_whole_gives_no_token() {
    let whole = "{\"access_token\":\"t\"}";
    let (result, _) = after(program(), token(whole).then_failure("reset")).await;
    assert!(credential_problem(result).1, "it may come whole later");
    let (result, _) = after(program(), token(format!("{whole}{}", " ".repeat(2 << 20)))).await;
    assert!(credential_problem(result).0.contains("1048576 bytes"));
    let (result, transport) = after(program(), token("{\"access_token\":\"").then_nothing()).await;
    assert!(matches!(result.map_err(Error::into_kind), Err(ErrorKind::Timeout(_))));
    assert_eq!(transport.sleeps(), [HOUR, Duration::from_secs(30)]);
}

#[tokio::test]
async fn a_redirect_of_the_server_of_tokens_is_not_followed() {
    for status in [StatusCode::FOUND, StatusCode::TEMPORARY_REDIRECT, StatusCode::PERMANENT_REDIRECT] {
        let (result, transport) = after(program(), Reply::new(status).header("location", "https://evil.example/token")).await;
        assert!(credential_problem(result).0.contains(status.as_str()));
        assert_eq!(transport.requests().len(), 1);
    }
}

#[tokio::test]
async fn what_the_server_says_of_an_error_shows_no_secret_and_no_control_character() {
    let said = r#"{"error":"invalid_client","error_description":"hunter2 and hunter3 are wrong\u001b[31m\u202e\n"}"#;
    for (status, is_temporary) in [(StatusCode::BAD_REQUEST, false), (StatusCode::SERVICE_UNAVAILABLE, true)] {
        let source = RefreshToken::new(TOKEN_URL, ("id", "hunter2"), "hunter3");
        let (result, _) = after(source, Reply::new(status).body(said)).await;
        let error = result.expect_err("it is an error");
        assert!(error.source().is_none());
        for text in [error.to_string(), format!("{error:?}"), format!("{error:#?}")] {
            assert!(!text.contains("hunter") && text.contains("... and ... are wrong"), "{text}");
            assert!(!text.contains(|c: char| (c.is_control() && c != '\n') || c == '\u{202e}'), "{text:?}");
        }
        assert_eq!(credential_problem(Err(error)).1, is_temporary);
    }
}

#[tokio::test]
async fn no_secret_goes_where_the_answer_of_a_stranger_leads() {
    let found = |address: &str| Reply::new(StatusCode::OK).body(format!("{{\"token_endpoint\":\"{address}\"}}"));
    for address in [
        "http://login.example.com/token",
        "https://user:password@login.example.com/token",
        "ftp://login.example.com/token",
        "login.example.com/token",
        "",
    ] {
        let source = ClientCredentials::discover("https://login.example.com/.well-known/openid-configuration", ("id", "hunter2"));
        let (result, transport) = after(source, found(address)).await;
        assert!(!credential_problem(result).0.contains("hunter2"));
        assert_eq!(transport.requests().len(), 1, "{address}");
    }
}
