//! Bodies that are read in another way than the description says have the retries, limits and errors of the call.

use std::time::Duration;

use serde_json::Value;
use tests::scripted_server::{Script, ScriptedServer};

use super::{client, is_decode, is_timeout, is_transport, response};
use crate::generated::models::{CloudFunction, Problem};
use crate::generated::operations::cloud_functions::{CloudFunctions, GetError, ListError};
use crate::runtime::{AnyError, ClientBuilder, Operation, RetryPolicy, Sending, StatusCode};

/// How the body of a success is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    Bytes,
    Json,
    Stream,
    Lines,
}

const READINGS: [Reading; 4] = [Reading::Bytes, Reading::Json, Reading::Stream, Reading::Lines];

impl Reading {
    fn is_whole(self) -> bool {
        matches!(self, Self::Bytes | Self::Json)
    }

    /// The number of bytes or values that arrive.
    async fn of<O: Operation>(self, sending: Sending<O>) -> Result<usize, AnyError>
    where
        O::Error: std::fmt::Debug + Send + Sync,
    {
        match self {
            Self::Bytes => Ok(sending.bytes().await?.body().len()),
            Self::Json => Ok(sending.json::<Value>().await?.body().as_array().map_or(1, Vec::len)),
            Self::Stream => {
                let mut download = sending.stream().await?;
                let mut length = 0;
                while let Some(piece) = download.next().await {
                    length += piece?.len();
                }
                Ok(length)
            }
            Self::Lines => {
                let mut lines = sending.lines::<Value>().await?;
                let mut count = 0;
                while let Some(line) = lines.next().await {
                    line?;
                    count += 1;
                }
                Ok(count)
            }
        }
    }
}

/// Each kind of call: one that gives JSON, one that gives nothing, one of a page.
#[derive(Clone, Copy, Debug)]
enum Kind {
    Json,
    Unit,
    Page,
}

const KINDS: [Kind; 3] = [Kind::Json, Kind::Unit, Kind::Page];

impl Kind {
    async fn read(self, functions: &CloudFunctions, reading: Reading) -> Result<usize, AnyError> {
        match self {
            Self::Json => reading.of(functions.get("a").send()).await,
            Self::Unit => reading.of(functions.create(CloudFunction::new(1, "a")).send()).await,
            Self::Page => reading.of(functions.list().send()).await,
        }
    }
}

async fn read(script: Script, reading: Reading, set: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Result<usize, AnyError> {
    let server = ScriptedServer::start([script]);
    reading.of(client(&server, set).cloud_functions().get("a").send()).await
}

#[tokio::test]
async fn each_kind_of_call_offers_each_reading() {
    for kind in KINDS {
        for reading in READINGS {
            let server = ScriptedServer::start([response("HTTP/1.1 200 OK\r\ncontent-type: text/plain", "[1,\"2\"]")]);
            let outcome = kind.read(&client(&server, |client| client).cloud_functions(), reading).await;
            let expected = match reading {
                Reading::Bytes | Reading::Stream => 7,
                Reading::Json => 2,
                Reading::Lines => 1,
            };
            assert_eq!(outcome.expect("it is a success"), expected, "{kind:?}, {reading:?}");
        }
    }
}

#[tokio::test]
async fn a_documented_error_is_typed() {
    for kind in KINDS {
        for reading in READINGS {
            let status = if matches!(kind, Kind::Json) { "404 Not Found" } else { "400 Bad Request" };
            let server = ScriptedServer::start([response(&format!("HTTP/1.1 {status}"), "{\"message\":\"none\"}")]);
            let error =
                kind.read(&client(&server, |client| client).cloud_functions(), reading).await.expect_err("it is an error");
            let is_typed = match kind {
                Kind::Json => error.typed() == Some(&GetError::NotFound(Problem { message: "none".to_owned() })),
                Kind::Unit => error.status() == Some(StatusCode::BAD_REQUEST),
                Kind::Page => error.typed() == Some(&ListError::BadRequest),
            };
            assert!(is_typed, "{kind:?}, {reading:?}: {error:?}");
        }
    }
}

#[tokio::test]
async fn attempts_are_repeated() {
    for reading in READINGS {
        let unavailable = response("HTTP/1.1 503 Service Unavailable\r\nretry-after: 0\r\ncontent-length: 0", "");
        let server = ScriptedServer::start([unavailable, response("HTTP/1.1 200 OK", "[]")]);
        let client = client(&server, |client| client.retries(RetryPolicy::default()));
        reading.of(client.cloud_functions().get("a").send().header("x-trace", "7")).await.expect("the second attempt succeeds");
        for _ in 0..2 {
            assert!(server.request().contains("x-trace: 7\r\n"), "{reading:?}");
        }
    }
}

#[tokio::test]
async fn limits_hold() {
    let long = || response("HTTP/1.1 200 OK", format!("[{}]", " ".repeat(5000)));
    let silent = || Script::new().send("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n[").hold();
    let short = Duration::from_millis(100);
    for reading in READINGS {
        let outcome = read(long(), reading, |client| client.max_body(1000)).await;
        match reading {
            Reading::Stream => assert_eq!(outcome.expect("a download has no limit"), 5002),
            _ => assert!(outcome.is_err_and(|error| is_decode(&error)), "{reading:?}"),
        }
        let paused = read(silent(), reading, |client| client.read_timeout(short)).await.expect_err("nothing more comes");
        assert!(is_timeout(&paused), "{reading:?}: {paused}");
        let headless = read(Script::new().hold(), reading, |client| client.timeout(short)).await.expect_err("nothing comes");
        assert!(is_timeout(&headless), "{reading:?}: {headless}");
        if reading.is_whole() {
            let late = read(silent(), reading, |client| client.timeout(short)).await.expect_err("the rest does not come");
            assert!(is_timeout(&late), "{reading:?}: {late}");
        }
        let server = ScriptedServer::start([Script::new().hold()]);
        let sending = client(&server, |client| client).cloud_functions().get("a").send().timeout(short);
        assert!(reading.of(sending).await.is_err_and(|error| is_timeout(&error)), "{reading:?}");
    }
}

#[tokio::test]
async fn a_body_that_breaks_off_is_an_error() {
    for reading in READINGS {
        let script = Script::from("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n[1]\n");
        let error = read(script, reading, |client| client).await.expect_err("the rest is missing");
        assert!(is_transport(&error), "{reading:?}: {error}");
    }
}
