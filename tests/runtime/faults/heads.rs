//! Heads of responses that are too long, never end, or are none.

use std::time::Duration;

use tests::scripted_server::Script;

use super::{WAYS, Way, is_timeout, is_transport, printed, response, taken, taken_with};

#[tokio::test]
async fn a_head_without_bounds_is_given_up() {
    for way in WAYS {
        let many = (0..1000).map(|number| format!("x-{number}: y\r\n")).collect::<String>();
        let long = "y".repeat(1 << 20);
        for (fault, script) in [
            ("many headers", Script::new().send(format!("HTTP/1.1 200 OK\r\n{many}\r\n{}", way.body()))),
            ("headers without end", Script::new().send("HTTP/1.1 200 OK\r\n").forever("x: y\r\n".repeat(100), Duration::ZERO)),
            ("a header as long as no other", Script::new().send(format!("HTTP/1.1 200 OK\r\nx: {long}\r\n\r\n"))),
            ("a header without end", Script::new().send("HTTP/1.1 200 OK\r\nx: ").forever("y".repeat(1000), Duration::ZERO)),
            ("a status line without end", Script::new().send("HTTP/1.1 200 ").forever("y".repeat(1000), Duration::ZERO)),
        ] {
            let error = taken(way, script).await.error();
            assert!(is_transport(&error), "{way:?}, {fault}: {error}");
        }
    }
}

#[tokio::test]
async fn interim_responses_without_end_run_into_the_limit() {
    for way in WAYS {
        for interim in ["HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n"] {
            let flood = Script::new().forever(interim.repeat(20), Duration::from_millis(1));
            let error = taken_with(way, flood, |client| client.timeout(Duration::from_millis(300))).await.error();
            assert!(is_timeout(&error) || is_transport(&error), "{way:?}: {error}");
            let some =
                Script::new().send(interim.repeat(3)).send(format!("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n{}", way.body()));
            assert!(taken(way, some).await.error.is_none(), "{way:?}: a few do no harm");
        }
    }
}

#[tokio::test]
async fn what_is_not_http_is_a_transport_error() {
    for way in WAYS {
        for bytes in [
            &b""[..],
            b"banana\r\n\r\n",
            b"\0\0\0\0\r\n\r\n",
            b"HTTP/9.9 200 OK\r\n\r\n",
            b"HTTP/1.1 2x0 OK\r\n\r\n",
            b"HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
            b"HTTP/1.1 200 OK\r\nx: a\0b\r\n\r\n",
            b"HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\n{    }",
            b"HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n{}",
            b"HTTP/1.1 200 OK\r\ncontent-length: 99999999999999999999999\r\n\r\n{}",
            b"\x16\x03\x01\x02\x00\x01\x00",
        ] {
            let error = taken(way, bytes).await.error();
            assert!(is_transport(&error), "{way:?}, {}: {error}", bytes.escape_ascii());
        }
    }
}

/// Headers may hold any byte from 0x80 on.
#[tokio::test]
async fn headers_that_are_no_text_do_no_harm() {
    for way in WAYS {
        let head = b"HTTP/1.1 200 OK\r\nx-request-id: \xff\xfe\r\nretry-after: \xff\r\ncontent-length: ".to_vec();
        let script = Script::new().send(head).send(format!("{}\r\nlink: \u{202e}<\r\n\r\n{}", way.body().len(), way.body()));
        let outcome = taken(way, script).await;
        assert!(outcome.error.is_none() && outcome.items > 0, "{way:?}: {outcome:?}");
    }
    let unreadable = "HTTP/1.1 503 Down\r\nx-request-id: \u{202e}\r\nretry-after: \u{202e}\r\ncontent-type: \u{202e}";
    let error = taken(Way::Call, response(unreadable, "no")).await.error();
    assert_eq!((error.request_id(), error.retry_after()), (None, None));
}

/// A terminal obeys them, and a reader is led astray.
#[tokio::test]
async fn no_control_character_of_a_head_is_printed() {
    let is_foul = |text: &str| {
        text.contains(|c: char| (c.is_control() && c != '\n' && c != '\t') || ('\u{202a}'..='\u{202e}').contains(&c))
    };
    for way in WAYS {
        for head in [
            "HTTP/1.1 200 OK\r\ncontent-type: text/\u{202e}html",
            "HTTP/1.1 200 OK\r\ncontent-type: \u{202e}/html\t\u{9b}31m",
            "HTTP/1.1 404 \t\u{202e}Gone\r\ncontent-type: text/html\t\u{9b}31m",
            "HTTP/1.1 500 \u{9b}31m\r\nx-\u{1b}: a",
        ] {
            if let Some(error) = taken(way, response(head, "<\u{1b}[31m\u{202e}\u{9b}>")).await.error {
                assert!(!is_foul(&printed(&error)), "{way:?}: {:?}", printed(&error));
            }
        }
    }
}

#[tokio::test]
async fn another_protocol_is_not_switched_to() {
    for way in WAYS {
        let switch =
            Script::new().send("HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: evil\r\n\r\n").hold();
        let error = taken_with(way, switch, |client| client.timeout(Duration::from_secs(1))).await.error();
        assert!(error.status().is_none_or(|status| status.as_u16() == 101), "{way:?}: {error}");
    }
}
