//! Bodies without end, of which no more is kept than the limits say.

use std::time::{Duration, Instant};

use tests::scripted_server::{Script, ScriptedServer};

use super::{Way, client, is_decode, taken, taken_with};
use crate::generated::models::CloudFunction;
use crate::runtime::{EventStream, LineStream};

fn endless(piece: &str) -> Script {
    Script::new().send("HTTP/1.1 200 OK\r\n\r\n").forever(piece.repeat(100_000 / piece.len()), Duration::ZERO)
}

#[tokio::test]
async fn a_body_without_end_is_left_at_its_limit() {
    let error = taken_with(Way::Call, endless(" "), |client| client.max_body(1_000_000)).await.error();
    assert!(is_decode(&error) && error.to_string().contains("1000000"), "{error}");
    for length in ["5", "99999999999"] {
        let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n\r\n");
        let error =
            taken_with(Way::Call, Script::new().send(head).forever("     ", Duration::ZERO), |client| client.max_body(1000));
        assert!(is_decode(&error.await.error()), "{length}: the header is only a hint");
    }
}

#[tokio::test]
async fn a_line_without_end_is_left_at_its_limit() {
    for (begin, piece) in [("", "[[1,2],"), ("{", "\"id\":1,"), ("\u{1e}[", "1,\n"), ("\u{1e}", "[\n"), ("\u{1e}\"", "\n")] {
        let script = Script::new().send(format!("HTTP/1.1 200 OK\r\n\r\n{begin}")).forever(piece.repeat(9999), Duration::ZERO);
        let error = taken_with(Way::Lines, script, |client| client.max_body(1000)).await.error();
        assert!(is_decode(&error) && error.to_string().contains("more than 1000 bytes"), "{piece:?}: {error}");
    }
    let error = taken(Way::Lines, endless("x")).await.error();
    assert!(error.to_string().contains("more than 16777216 bytes"), "the limit of streams: {error}");
}

#[tokio::test]
async fn an_event_without_end_is_left_at_its_limit() {
    for piece in ["x", "data: xyz\n", "data\n", "data: ", "id: ", "\u{feff}"] {
        let error = taken_with(Way::Events, endless(piece), |client| client.max_body(1000)).await.error();
        assert!(is_decode(&error) && error.to_string().contains("more than 1000 bytes"), "{piece:?}: {error}");
    }
    let error = taken(Way::Events, endless("x")).await.error();
    assert!(error.to_string().contains("more than 16777216 bytes"), "the limit of streams: {error}");
}

/// What is no item, such as comments, may come for ever; a limit of the caller's own ends the waiting all the same.
#[tokio::test]
async fn what_is_no_item_keeps_no_thread_and_no_memory() {
    let wait = Duration::from_millis(200);
    for piece in [": comment\n", "\n", "\r", "event: a\n\n", "id: 1\n", "retry: 5\n"] {
        let server = ScriptedServer::start([endless(piece)]);
        let request = client(&server, |client| client).cloud_functions().get("a");
        let mut events = EventStream::<CloudFunction>::of_json(request).await.expect("it begins");
        assert!(tokio::time::timeout(wait, events.next()).await.is_err(), "{piece:?}");
    }
    for piece in ["\n", "  \r\n", "\u{1e}\n"] {
        let server = ScriptedServer::start([endless(piece)]);
        let request = client(&server, |client| client).cloud_functions().get("a");
        let mut lines = LineStream::<CloudFunction>::open(request, None).await.expect("it begins");
        assert!(tokio::time::timeout(wait, lines.next()).await.is_err(), "{piece:?}");
    }
}

/// Each piece is looked at a bounded number of times, wherever it is cut.
#[tokio::test]
async fn the_time_grows_with_the_length_only() {
    let length = 1_000_000;
    for (fault, text) in [
        ("blank lines in a record", format!("\u{1e}{}", "\n".repeat(length))),
        ("spaces in a record", format!("\u{1e}{}", " \n".repeat(length / 2))),
        ("lines in a record", format!("\u{1e}[{}", "1,\n".repeat(length / 3))),
        ("quotes in a record", format!("\u{1e}{}", "\"\n".repeat(length / 2))),
        ("marks", "\u{1e}".repeat(length)),
    ] {
        let begin = Instant::now();
        let script = Script::new().send("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n").send(text);
        taken(Way::Lines, script).await;
        assert!(begin.elapsed() < Duration::from_secs(3), "{fault}: {:?}", begin.elapsed());
    }
}
