//! Servers of tokens over real sockets.

use std::io::Write;
use std::time::Duration;

use flate2::Compression;
use flate2::write::GzEncoder;
use tests::scripted_server::{Script, ScriptedServer};

use super::{WAYS, Way, client, printed};
use crate::runtime::{ClientCredentials, Download, Endpoint, ErrorKind, Method, RetryPolicy, Sending, Tokens};

operation!(Locked, Endpoint::new(Method::GET, "/thing").security(&[&[("oauth", &[])]]), crate::thing);

/// What a call comes to when the server of tokens follows a script, and how often the API's server was asked.
async fn call(way: Way, script: Script) -> (Result<(), crate::runtime::AnyError>, usize) {
    let api = ScriptedServer::start(["HTTP/1.1 204 No Content\r\n\r\n"]);
    let tokens = ScriptedServer::start([script]);
    let source = ClientCredentials::new(format!("{}/token", tokens.origin()), ("id", "hunter2"));
    let client = client(&api, |client| {
        let client = client.credential("oauth", Tokens::from(source)).timeout(Duration::from_millis(500));
        client.retries(RetryPolicy::none())
    });
    let result = match way {
        Way::Call => Sending::new(Locked(client)).await.map(drop),
        _ => Download::open(Locked(client), None).await.map(drop),
    };
    (result.map_err(Into::into), api.connections())
}

#[tokio::test]
async fn a_server_of_tokens_that_misbehaves_is_an_error_without_a_secret() {
    let elsewhere = ScriptedServer::start([Script::new().hold()]);
    let mut bomb = GzEncoder::new(Vec::new(), Compression::fast());
    bomb.write_all(&vec![b' '; 20 << 20]).expect("memory takes it");
    let bomb = bomb.finish().expect("memory takes it");
    let packed = format!("HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: {}\r\n\r\n", bomb.len());
    let redirect = format!("HTTP/1.1 307 So\r\nlocation: {}/\r\ncontent-length: 0\r\n\r\n", elsewhere.origin());
    let echo = "{\"error\":\"no\",\"error_description\":\"Basic aWQ6aHVudGVyMg== of hunter2\"}";
    for way in WAYS.into_iter().take(2) {
        for (fault, script, is_timeout) in [
            ("a redirect", Script::from(redirect.clone()), false),
            ("a bomb", Script::from(packed.clone()).send(bomb.clone()), false),
            ("half an answer", Script::from("HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{\"access_token\":\"t\"}"), false),
            ("a page", super::response("HTTP/1.1 200 OK\r\ncontent-type: text/html", "<p>hunter2"), false),
            ("an echo", super::response("HTTP/1.1 401 No", echo), false),
            ("nothing", Script::new().hold(), true),
            ("a trickle", Script::from("HTTP/1.1 200 OK\r\n\r\n").forever(" ", Duration::from_millis(20)), true),
            ("a reset", Script::new().reset(), false),
        ] {
            let (result, asked) = call(way, script).await;
            let error = result.expect_err(fault);
            assert_eq!(matches!(error.kind(), ErrorKind::Timeout(_)), is_timeout, "{way:?}, {fault}: {error}");
            assert_eq!(matches!(error.kind(), ErrorKind::Credential(_)), !is_timeout, "{way:?}, {fault}: {error}");
            assert!(!printed(&error).contains("hunter2") && !printed(&error).contains("aHVudGVyMg"), "{fault}: {error:?}");
            assert_eq!((asked, elsewhere.connections()), (0, 0), "{way:?}, {fault}");
        }
    }
}
