//! HTTP/2 servers that do not keep to it.

pub(super) mod server;

use std::time::{Duration, Instant};

use self::server::*;
use super::tls::trusting;
use super::{Outcome, WAYS, Way, is_decode, is_timeout, is_transport, printed};
use crate::generated::models::CloudFunction;
use crate::runtime::{Client, ClientBuilder, Download, RetryPolicy};

fn client(server: &Http2Server, set: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Client {
    let builder = Client::builder().base_url(&server.origin).transport(trusting());
    set(builder.retries(RetryPolicy::none()).timeout(Duration::from_secs(5))).build().expect("the settings are valid")
}

/// What a call comes to that is answered by a script.
async fn taken(way: Way, script: Script) -> Outcome {
    taken_from(way, &Http2Server::start([script]).await, |client| client).await
}

async fn taken_from(way: Way, server: &Http2Server, set: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Outcome {
    let begin = Instant::now();
    let outcome = way.take(client(server, set).cloud_functions().get("a")).await;
    assert!(begin.elapsed() < Duration::from_secs(4), "{way:?} took {:?}: {outcome:?}", begin.elapsed());
    outcome
}

fn answer(way: Way) -> Script {
    Script::new().head(OK).last_data(way.body())
}

#[tokio::test]
async fn a_good_answer_is_read_in_each_way() {
    for way in WAYS {
        for script in [
            answer(way),
            Script::new().head([OK, &header("content-length", &way.body().len().to_string())].concat()).last_data(way.body()),
            Script::new().head(OK).data(way.body()).last_data(""),
            Script::new().head(OK).data(way.body()).frame(HEADERS, END_HEADERS | END_STREAM, Place::Stream, header("x-sum", "1")),
            // An interim answer, and things that may come at any time.
            Script::new()
                .head([0x08, 3, b'1', b'0', b'3'])
                .frame(PING, 0, Place::Connection, [0; 8])
                .head(OK)
                .last_data(way.body()),
            Script::new().frame(0xfa, 0, Place::Stream, "an unknown kind").head(OK).last_data(way.body()),
            // Whoever answers early may say so.
            answer(way).reset(0),
        ] {
            let outcome = taken(way, script.clone()).await;
            assert!(outcome.error.is_none() && outcome.items > 0, "{way:?}, {script:?}: {outcome:?}");
        }
    }
}

#[tokio::test]
async fn a_body_that_breaks_off_is_never_taken_for_whole() {
    for way in WAYS {
        let length = header("content-length", &(way.body().len() + 1).to_string());
        let begun = |head: &[u8]| Script::new().head(head).data(way.body());
        let stated = || begun(&[OK, &length].concat());
        for (fault, script) in [
            ("no error", stated().reset(0)),
            ("an internal error", begun(OK).reset(2)),
            ("a refusal", begun(OK).reset(7)),
            ("a cancellation", begun(OK).reset(8)),
            ("an unknown error", begun(OK).reset(0xbad)),
            ("the end of the connection", begun(OK).close()),
            ("a last word and the end", begun(OK).go_away(1, 0).close()),
            ("a last word that excludes it", stated().go_away(0, 0).close()),
            ("a last word in anger", begun(OK).go_away(0, 11)),
            ("fewer bytes than was said", stated().last_data("")),
            ("more bytes than was said", stated().last_data("abc")),
            ("half a frame", begun(OK).raw([0, 0, 99, DATA, 0, 0, 0, 0, 1, b'x']).close()),
            ("half the head of a frame", begun(OK).raw([0, 0]).close()),
        ] {
            let error = taken(way, script.pause(Duration::from_millis(20))).await.error();
            assert!(is_transport(&error) && error.is_retryable(), "{way:?}, {fault}: {error}");
        }
    }
}

/// hyper takes `NO_ERROR` for the end, and no length contradicts; the JSON does.
#[tokio::test]
async fn json_that_breaks_off_without_a_length_is_an_error() {
    for way in [Way::Call, Way::Lines] {
        let outcome = taken(way, Script::new().head(OK).data(&way.body()[..9]).reset(0)).await;
        assert_eq!(outcome.items, 0, "{way:?}");
        let error = outcome.error();
        assert!(is_decode(&error) || is_transport(&error), "{way:?}: {error}");
    }
}

/// Of what a server surely did not look at, it is asked again at once, whatever the method: the protocol says that it may be.
#[tokio::test]
async fn only_what_was_surely_not_looked_at_is_sent_again() {
    let created = || Script::new().head(OK).last_data("");
    for (fault, script, requests) in [
        ("a refusal", Script::new().reset(7), 2),
        ("a last word that excludes it", Script::new().go_away(0, 0).close(), 2),
        ("a last word that includes it", Script::new().go_away(1, 0).close(), 1),
        ("a last word and a late refusal", Script::new().go_away(1, 0).pause(Duration::from_millis(20)).reset(2), 1),
        ("no error", Script::new().reset(0), 1),
        ("an internal error", Script::new().reset(2), 1),
        ("a cancellation", Script::new().reset(8), 1),
        ("anger", Script::new().go_away(0, 11).close(), 1),
        ("the end of the connection", Script::new().close(), 1),
    ] {
        let server = Http2Server::start([script, created()]).await;
        let functions = client(&server, |client| client.retries(3)).cloud_functions();
        let outcome = functions.create(CloudFunction::new(1, "a")).await;
        assert_eq!(server.requests(), requests, "{fault}: {outcome:?}");
        assert!(requests > 1 || outcome.is_err_and(|error| is_transport(&error.into())), "{fault}");
    }
    for way in WAYS {
        let server = Http2Server::start(vec![Script::new().reset(7); 50]).await;
        let outcome = taken_from(way, &server, |client| client).await;
        assert!(is_transport(&outcome.error()) && server.requests() <= 3, "{way:?}: {}", server.requests());
        let server = Http2Server::start([Script::new().reset(2), Script::new().go_away(1, 0).close(), answer(way)]).await;
        let policy = RetryPolicy::new(2).first_delay(Duration::from_millis(1));
        let outcome = taken_from(way, &server, |client| client.retries(policy)).await;
        assert!(outcome.error.is_none() && server.requests() == 3, "{way:?}: {outcome:?}");
    }
}

#[tokio::test]
async fn a_connection_that_is_given_up_is_replaced() {
    for way in WAYS {
        let server = Http2Server::start([answer(way).go_away(1, 0), answer(way), answer(way)]).await;
        let client = client(&server, |client| client);
        for _ in 0..3 {
            let outcome = way.take(client.cloud_functions().get("a")).await;
            assert!(outcome.error.is_none() && outcome.items > 0, "{way:?}: {outcome:?}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        assert_eq!(server.connections(), 2, "{way:?}: the second one stays");
    }
}

#[tokio::test]
async fn what_breaks_the_protocol_is_a_transport_error() {
    let good = || Script::new().head(OK);
    for way in WAYS {
        for (fault, script) in [
            ("no status", Script::new().head(header("a", "b"))),
            ("two statuses", Script::new().head([OK, OK].concat())),
            ("no number", Script::new().head(header(":status", "2x0"))),
            ("a status after headers", Script::new().head([&header("a", "b"), OK].concat())),
            ("a header in capitals", Script::new().head([OK, &header("Abc", "b")].concat())),
            ("a header of a connection", Script::new().head([OK, &header("connection", "close")].concat())),
            ("a header of two lines", Script::new().head([OK, &header("a", "b\r\nc: d")].concat())),
            ("a header that nobody named", Script::new().head([0xff, 0x80])),
            ("a number without end", Script::new().head([0xff; 40])),
            ("half a header", Script::new().head([0x00, 100, b'a'])),
            ("two lengths", Script::new().head([OK, &header("content-length", "5"), &header("content-length", "6")].concat())),
            ("data first", Script::new().data(way.body())),
            ("a continuation of nothing", Script::new().frame(CONTINUATION, END_HEADERS, Place::Stream, OK)),
            ("something within headers", Script::new().frame(HEADERS, 0, Place::Stream, OK).data("")),
            ("data of no stream", good().frame(DATA, 0, Place::Connection, "a")),
            ("data of a stream that was never begun", good().frame(DATA, 0, Place::Other(99), "a")),
            ("data of a stream of the server's", good().frame(DATA, 0, Place::Other(2), "a")),
            ("more padding than data", good().frame(DATA, 8, Place::Stream, [9, b'a'])),
            ("a push", good().frame(PUSH_PROMISE, END_HEADERS, Place::Stream, [&[0, 0, 0, 2][..], OK].concat())),
            ("a window that grows by nothing", good().frame(WINDOW_UPDATE, 0, Place::Stream, [0; 4])),
            ("a window beyond all", good().frame(WINDOW_UPDATE, 0, Place::Connection, [0x7f, 0xff, 0xff, 0xff]).forever()),
            ("half a ping", good().frame(PING, 0, Place::Connection, [0; 4])),
            ("half a setting", good().frame(SETTINGS, 0, Place::Connection, [0; 4])),
            ("a setting of a stream", good().frame(SETTINGS, 0, Place::Stream, [])),
            ("a window too large", good().frame(SETTINGS, 0, Place::Connection, setting(4, u32::MAX))),
            ("frames of no size", good().frame(SETTINGS, 0, Place::Connection, setting(5, 0))),
            ("a frame too large", good().raw([0xff, 0xff, 0xff, DATA, 0, 0, 0, 0, 1])),
            ("HTTP/1", Script::new().raw("HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n")),
        ] {
            let error = taken(way, script).await.error();
            assert!(is_transport(&error), "{way:?}, {fault}: {error}");
        }
    }
}

#[tokio::test]
async fn silence_runs_into_the_limit() {
    let settings = |name, value| Script::new().frame(SETTINGS, 0, Place::Connection, setting(name, value));
    for way in WAYS {
        for (fault, opening, script) in [
            ("no greeting", Script::new(), Script::new()),
            ("no answer", settings(3, 100), Script::new()),
            ("a switch of protocols", settings(3, 100), Script::new().head(header(":status", "101"))),
            ("no end of the headers", settings(3, 100), Script::new().frame(HEADERS, 0, Place::Stream, OK)),
        ] {
            let server = Http2Server::opening(opening, [script]).await;
            let error = taken_from(way, &server, |client| client.timeout(Duration::from_millis(50))).await.error();
            assert!(is_timeout(&error), "{way:?}, {fault}: {error}");
        }
        let server = Http2Server::start([Script::new().head(OK).data(way.body())]).await;
        let outcome = taken_from(way, &server, |client| client.read_timeout(Duration::from_millis(50))).await;
        assert!(is_timeout(&outcome.error()), "{way:?}");
    }
    // Nothing of a body may be sent.
    let server = Http2Server::opening(settings(4, 0), []).await;
    let functions = client(&server, |client| client.timeout(Duration::from_millis(50))).cloud_functions();
    let error = functions.create(CloudFunction::new(1, "a")).await.expect_err("there is no answer");
    assert!(is_timeout(&error.into()));
}

#[tokio::test]
async fn a_flood_ends_and_is_not_kept() {
    let large = vec![b'x'; 16_000];
    // An entry of HPACK's table, and a reference to it: of a byte four thousand.
    let entry = [&[0x40, 1, b'a', 0x7f, 0xa1, 0x1e][..], &[b'v'; 4000]].concat();
    let bomb = [OK, &entry, &vec![0xbe; 12_000]].concat();
    let interim: &[u8] = &[0x08, 3, b'1', b'0', b'3'];
    for way in WAYS {
        for (fault, script) in [
            ("pings", Script::new().frame(PING, 0, Place::Connection, [0; 8])),
            ("answers to no ping", Script::new().frame(PING, 1, Place::Connection, [0; 8])),
            ("settings", Script::new().frame(SETTINGS, 0, Place::Connection, setting(3, 7))),
            ("answers to no settings", Script::new().frame(SETTINGS, 1, Place::Connection, [])),
            ("frames of an unknown kind", Script::new().frame(0xfa, 0, Place::Connection, &large[..])),
            ("priorities", Script::new().frame(2, 0, Place::Stream, [0; 5])),
            ("resets of streams that are over", Script::new().reset(8)),
            ("last words", Script::new().go_away(1, 0)),
            ("pushes", Script::new().frame(PUSH_PROMISE, 4, Place::Stream, [&[0, 0, 0, 2][..], OK].concat())),
            ("interim answers", Script::new().head(interim)),
            ("heads", Script::new().head(OK)),
            ("a bomb", Script::new().head(bomb.clone())),
            (
                "continuations of nothing",
                Script::new().frame(HEADERS, 0, Place::Stream, OK).frame(CONTINUATION, 0, Place::Stream, []),
            ),
            (
                "continuations",
                Script::new().frame(HEADERS, 0, Place::Stream, OK).frame(
                    CONTINUATION,
                    0,
                    Place::Stream,
                    header("a", "b").repeat(1000),
                ),
            ),
            ("data of nothing", Script::new().head(OK).data("")),
        ] {
            let server = Http2Server::start([script.forever()]).await;
            let limit = Duration::from_millis(50);
            let outcome = taken_from(way, &server, |client| client.timeout(limit).read_timeout(limit).max_body(9999)).await;
            let error = outcome.error();
            assert!(is_transport(&error) || is_timeout(&error), "{way:?}, {fault}: {error}");
        }
    }
}

/// What is not read yet is kept, but only as much as the window allows.
#[tokio::test]
async fn nothing_beyond_the_window_is_kept() {
    for (fault, script) in [
        ("data", Script::new().head(OK).data(vec![b'x'; 16_000])),
        ("data of nothing", Script::new().head(OK).data("")),
        ("padding", Script::new().head(OK).frame(DATA, 8, Place::Stream, [&[255][..], &[0; 255]].concat())),
    ] {
        let server = Http2Server::start([script.forever()]).await;
        let download = Download::open(client(&server, |client| client).cloud_functions().get("a"), None).await;
        let mut download = download.expect("it begins");
        tokio::time::sleep(Duration::from_millis(200)).await;
        let mut kept = 0;
        let error = loop {
            match download.next().await.expect("it does not end well") {
                Ok(piece) => kept += piece.len(),
                Err(error) => break error,
            }
            assert!(kept < 8 << 20, "{fault}");
        };
        assert!(is_transport(&error), "{fault}, {kept}: {error}");
        drop(download);
        server.abandonment().await;
    }
}

#[tokio::test]
async fn dropping_a_call_or_stream_takes_its_request_back() {
    for way in WAYS {
        for script in [Script::new(), Script::new().head(OK), Script::new().head(OK).data(way.body())] {
            let server = Http2Server::start([script]).await;
            let client = client(&server, |client| client.retries(3));
            let call = tokio::time::timeout(Duration::from_millis(100), way.take(client.cloud_functions().get("a")));
            assert!(call.await.is_err(), "{way:?}: there is no end");
            server.abandonment().await;
            assert_eq!(server.requests(), 1, "{way:?}: nothing is repeated behind the caller's back");
        }
    }
}

#[tokio::test]
async fn an_answer_before_the_request_is_whole_counts() {
    let refusal = [&[0x08, 3][..], b"413"].concat();
    let functions = |server: &Http2Server| client(server, |client| client).cloud_functions();
    let large = "x".repeat(10 << 20);
    for (fault, script) in [
        ("no error", Script::new().head(refusal.clone()).last_data("too much").reset(0)),
        ("a cancellation", Script::new().head(refusal.clone()).last_data("too much").reset(8)),
        (
            "the end",
            Script::new().head(refusal.clone()).last_data("too much").go_away(1, 0).pause(Duration::from_millis(50)).close(),
        ),
        ("nothing", Script::new().head(refusal.clone()).last_data("too much")),
    ] {
        let server = Http2Server::start([script]).await;
        let error = functions(&server).create(CloudFunction::new(1, &large)).await.expect_err("it is refused");
        assert_eq!(error.status().map(|status| status.as_u16()), Some(413), "{fault}: {error}");
        assert_eq!(error.api().map(|api| &api.bytes()[..]), Some(&b"too much"[..]), "{fault}");
        assert_eq!(server.requests(), 1, "{fault}");
    }
}

#[tokio::test]
async fn no_control_character_of_a_last_word_is_printed() {
    for script in [
        Script::new()
            .frame(GOAWAY, 0, Place::Connection, [&[0, 0, 0, 0, 0, 0, 0, 1][..], b"\x1b[31m\xe2\x80\xae".as_slice()].concat())
            .close(),
        Script::new().reset(1),
    ] {
        let error = taken(Way::Call, script).await.error();
        let text = printed(&error);
        assert!(!text.contains('\u{1b}') && !text.contains('\u{202e}'), "{text:?}");
    }
}
