//! Answers that have no body, whatever their headers say and whatever comes behind them.

use std::time::{Duration, Instant};

use tests::scripted_server::{Script, ScriptedServer};

use super::http2::server::{END_HEADERS, END_STREAM, HEADERS, Http2Server, Place, Script as Frames, header};
use super::{client, is_transport, tls};
use crate::runtime::{AnyError, Client, Download, Endpoint, Method, Operation, Sending, StatusCode};

operation!(Head, Endpoint::new(Method::HEAD, "/thing"), crate::thing);
operation!(Get, Endpoint::new(Method::GET, "/thing"), crate::thing);

/// The status that a call comes to, and how many bytes there were behind it.
async fn seen<O: Operation<Output = (), Error = ()>>(call: O, is_streamed: bool) -> Result<(StatusCode, usize), AnyError> {
    if !is_streamed {
        return Ok(match Sending::new(call).await {
            Ok(response) => (response.status(), 0),
            Err(error) => {
                let status = error.status();
                (status.ok_or_else(|| AnyError::from(error))?, 0)
            }
        });
    }
    let mut download = match Download::open(call, None).await {
        Ok(download) => download,
        Err(error) => {
            let status = error.status();
            return Ok((status.ok_or_else(|| AnyError::from(error))?, 0));
        }
    };
    let mut bytes = 0;
    while let Some(piece) = download.next().await {
        bytes += piece?.len();
    }
    Ok((download.status(), bytes))
}

const FORGED: &str = "HTTP/1.1 403 Forged\r\ncontent-length: 0\r\n\r\n";

/// What should not be there is neither waited for nor taken for the answer to the next request.
#[tokio::test]
async fn nothing_behind_a_head_is_waited_for_or_believed() {
    for is_streamed in [false, true] {
        for (is_head, status, headers) in [
            (true, 200, "content-length: 1000\r\n"),
            (true, 200, "transfer-encoding: chunked\r\n"),
            (true, 200, ""),
            (true, 404, "content-length: 1000\r\n"),
            (false, 204, ""),
            (false, 204, "content-length: 1000\r\n"),
            (false, 204, "transfer-encoding: chunked\r\n"),
            (false, 304, ""),
            (false, 304, "content-length: 1000\r\n"),
            (false, 304, "transfer-encoding: chunked\r\n"),
            (false, 205, "content-length: 0\r\n"),
        ] {
            for behind in ["", FORGED, "5\r\nhello\r\n0\r\n\r\n", "{}"] {
                let place = format!("{status}, {headers:?}, {behind:?}");
                let first = Script::from(format!("HTTP/1.1 {status} So\r\n{headers}\r\n{behind}")).hold();
                let next = Script::from("HTTP/1.1 202 Accepted\r\ncontent-length: 0\r\n\r\n");
                let server = ScriptedServer::start([first, next]);
                let client = client(&server, |client| client);
                let begin = Instant::now();
                let outcome = match is_head {
                    true => seen(Head(client.clone()), is_streamed).await,
                    false => seen(Get(client.clone()), is_streamed).await,
                };
                let outcome = outcome.unwrap_or_else(|error| panic!("{place}: {error}"));
                assert_eq!((outcome.0.as_u16(), outcome.1), (status, 0), "{place}");
                assert!(begin.elapsed() < Duration::from_secs(1), "{place}");
                if !behind.is_empty() {
                    let next = seen(Get(client), is_streamed).await.unwrap_or_else(|error| panic!("{place}: {error}"));
                    assert_eq!(next.0, StatusCode::ACCEPTED, "{place}");
                }
            }
        }
    }
}

/// 205 promises that nothing follows, but has the framing of any other answer.
#[tokio::test]
async fn what_205_sends_is_ignored() {
    for text in [
        "HTTP/1.1 205 Reset\r\ncontent-length: 5\r\n\r\nhello",
        "HTTP/1.1 205 Reset\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
        "HTTP/1.1 205 Reset\r\nconnection: close\r\n\r\nhello",
    ] {
        let server = ScriptedServer::start([text]);
        let outcome = seen(Get(client(&server, |client| client)), false).await.expect("it is a success");
        assert_eq!(outcome.0, StatusCode::RESET_CONTENT);
    }
    let server = ScriptedServer::start(["HTTP/1.1 205 Reset\r\ncontent-length: 5\r\n\r\nhe"]);
    assert!(is_transport(&seen(Get(client(&server, |client| client)), false).await.expect_err("it is not whole")));
}

#[tokio::test]
async fn over_http_2_a_length_without_a_body_is_none() {
    let length = header("content-length", "1000");
    for is_streamed in [false, true] {
        for (is_head, status) in [(true, 200), (true, 404), (false, 204), (false, 304)] {
            let block = [header(":status", &status.to_string()), length.clone()].concat();
            for script in [
                Frames::new().frame(HEADERS, END_HEADERS | END_STREAM, Place::Stream, block.clone()),
                Frames::new().head(block.clone()).last_data(""),
                Frames::new().head(block.clone()).data("hello"),
            ] {
                let server = Http2Server::start([script.clone()]).await;
                let builder = Client::builder().base_url(&server.origin).transport(tls::trusting()).retries(0);
                let client = builder.timeout(Duration::from_secs(5)).build().expect("the settings are valid");
                let outcome = match is_head {
                    true => seen(Head(client), is_streamed).await,
                    false => seen(Get(client), is_streamed).await,
                };
                let outcome = outcome.unwrap_or_else(|error| panic!("{script:?}: {error}"));
                assert_eq!((outcome.0.as_u16(), outcome.1), (status, 0), "{script:?}");
            }
        }
    }
}
