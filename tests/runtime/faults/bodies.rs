//! Bodies that break off, lie about their length, or are something else.

use std::time::Duration;

use tests::scripted_server::{Script, ScriptedServer};

use super::{WAYS, Way, client, is_decode, is_timeout, is_transport, response, taken, taken_with};

#[tokio::test]
async fn a_body_that_breaks_off_is_never_taken_for_whole() {
    for way in WAYS {
        let body = way.body();
        let length = body.len();
        let chunked = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
        let stated = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", length + 1);
        for (phase, text) in [
            ("before the first byte", stated.clone()),
            ("before the last byte", format!("{stated}{body}")),
            ("before the first chunk", chunked.to_owned()),
            ("in the size of a chunk", format!("{chunked}{length:x}")),
            ("in a chunk", format!("{chunked}{length:x}\r\n{}", &body[..5])),
            ("after a chunk", format!("{chunked}{length:x}\r\n{body}\r\n")),
            ("after the last chunk", format!("{chunked}{length:x}\r\n{body}\r\n0\r\n")),
            ("in a trailer", format!("{chunked}{length:x}\r\n{body}\r\n0\r\nx-checksum: ")),
        ] {
            for script in [Script::from(text.clone()), Script::new().send(text.clone()).pause(Duration::from_millis(20)).reset()]
            {
                let error = taken(way, script.clone()).await.error();
                assert!(is_transport(&error), "{way:?}, {phase}: {error}");
                assert!(error.is_retryable());
                // The reset may overtake what was sent before; the silence does not.
                let silent = Script::new().send(text.clone()).hold();
                if way == Way::Call {
                    let error = taken_with(way, silent, |client| client.timeout(Duration::from_millis(100))).await.error();
                    assert!(is_timeout(&error), "{way:?}, {phase}: {error}");
                }
            }
        }
    }
}

#[tokio::test]
async fn chunks_that_are_none_are_a_transport_error() {
    for way in WAYS {
        let head = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
        let trailers = "x: y\r\n".repeat(100);
        for (fault, script) in [
            ("no size", Script::from(format!("{head}xyz\r\n{}", way.body()))),
            ("a size beyond all", Script::from(format!("{head}fffffffffffffffffffff\r\n"))),
            ("a negative size", Script::from(format!("{head}-1\r\n"))),
            ("a size without end", Script::new().send(head).forever("1".repeat(1000), Duration::ZERO)),
            ("an extension without end", Script::new().send(format!("{head}1;a=")).forever("b".repeat(1000), Duration::ZERO)),
            ("trailers without end", Script::new().send(format!("{head}0\r\n")).forever(trailers, Duration::ZERO)),
        ] {
            let error = taken(way, script).await.error();
            assert!(is_transport(&error), "{way:?}, {fault}: {error}");
        }
        // Each extension is short, and there is one with each chunk.
        let extended = format!("1;{}\r\n ", "e".repeat(2000));
        let small_pieces = Script::new().send(head).forever(format!("{extended}\r\n").repeat(10), Duration::ZERO);
        if way == Way::Call {
            assert!(is_transport(&taken(way, small_pieces).await.error()));
        }
    }
}

/// What comes behind a response must not be the answer to the next request.
#[tokio::test]
async fn a_response_that_nobody_asked_for_is_no_answer() {
    for way in WAYS {
        let good = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{}", way.body().len(), way.body());
        let forged = "HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n";
        let server = ScriptedServer::start([Script::new().send(format!("{good}{forged}")).hold(), Script::from(good)]);
        let client = client(&server, |client| client);
        for call in 0..2 {
            let outcome = way.take(client.cloud_functions().get("a")).await;
            assert!(outcome.error.is_none() && outcome.items > 0, "{way:?}, call {call}: {outcome:?}");
        }
        assert_eq!(server.connections(), 2, "{way:?}");
    }
}

#[tokio::test]
async fn a_connection_that_is_closed_between_requests_is_replaced() {
    for way in WAYS {
        let good = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{}", way.body().len(), way.body());
        let server = ScriptedServer::start(vec![Script::from(good); 3]);
        let client = client(&server, |client| client);
        for call in 1..=3 {
            let outcome = way.take(client.cloud_functions().get("a")).await;
            assert!(outcome.error.is_none() && outcome.items > 0, "{way:?}, call {call}: {outcome:?}");
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
        assert_eq!(server.connections(), 3, "{way:?}");
    }
}

#[tokio::test]
async fn a_page_instead_of_data_names_its_type() {
    for way in [Way::Call, Way::Lines, Way::Events] {
        let page = response("HTTP/1.1 200 OK\r\nContent-Type: Text/HTML; charset=utf-8", "<!DOCTYPE html>\n<p>Log in\n");
        let outcome = taken(way, page).await;
        assert_eq!(outcome.items, 0);
        let error = outcome.error();
        assert!(is_decode(&error) && error.to_string().contains("text/html"), "{way:?}: {error}");
        assert_eq!(error.status().map(|status| status.as_u16()), Some(200));
        assert!(error.headers().is_some_and(|headers| headers.contains_key("content-type")));
    }
}

#[tokio::test]
async fn a_mistake_in_json_is_told_by_its_place() {
    for way in [Way::Call, Way::Lines, Way::Events] {
        for (json, problem) in [
            (r#"{"id":99999999999999999999,"name":"a"}"#, "id: "),
            (r#"{"id":1.5,"name":"a"}"#, "id: "),
            (r#"{"id":"1","name":"a"}"#, "id: expected an integer, found \"1\""),
            // Of a repeated key the last value counts, whatever the first one was.
            (r#"{"id":1,"id":"2","name":"a"}"#, "id: expected an integer, found \"2\""),
            (r#"{"id":1}"#, "name: expected a string, the property is missing"),
            (r#"{"id":1,"name":null}"#, "name: "),
            ("{\"id\":1,\"name\":\"a\"} x", "not JSON: "),
            ("[[[[[[[[", "not JSON: "),
            ("nul", "not JSON: "),
        ] {
            let outcome = taken(way, response("HTTP/1.1 200 OK", way.body_of(json))).await;
            assert_eq!(outcome.items, 0, "{way:?}, {json}");
            let error = outcome.error();
            assert!(is_decode(&error) && error.to_string().contains(problem), "{way:?}, {json}: {error}");
            let deep = taken(way, response("HTTP/1.1 200 OK", way.body_of(&"[".repeat(200_000)))).await.error();
            assert!(is_decode(&deep), "{way:?}: {deep}");
        }
    }
}

#[tokio::test]
async fn a_byte_order_mark_does_no_harm() {
    for way in WAYS {
        let outcome = taken(way, response("HTTP/1.1 200 OK", format!("\u{feff}{}", way.body()))).await;
        assert!(outcome.error.is_none() && outcome.items > 0, "{way:?}: {outcome:?}");
    }
}

#[tokio::test]
async fn a_status_without_a_body_has_none() {
    for way in [Way::Lines, Way::Events, Way::Download] {
        let outcome = taken(way, "HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n{\"id\":1,\"name\":\"a\"}\n").await;
        assert!(outcome.error.is_none() && outcome.items == 0, "{way:?}: {outcome:?}");
    }
    let error = taken(Way::Call, "HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n{\"id\":1,\"name\":\"a\"}\n").await.error();
    assert!(is_decode(&error) && error.to_string().contains("an empty one"), "a function was promised: {error}");
    for way in WAYS {
        let error = taken(way, response("HTTP/1.1 304 Not Modified", way.body())).await.error();
        assert_eq!(error.status().map(|status| status.as_u16()), Some(304), "{way:?}");
    }
}

/// Whatever is wrong with the body of an error, its status and headers reach the caller, and what came of the body.
#[tokio::test]
async fn nothing_in_its_body_hides_an_error() {
    let head = "HTTP/1.1 500 Down\r\nx-request-id: r1\r\ncontent-length: 1000\r\n\r\n";
    let chunked = "HTTP/1.1 500 Down\r\nx-request-id: r1\r\ntransfer-encoding: chunked\r\n\r\n";
    for way in WAYS {
        for (fault, script) in [
            ("page", response("HTTP/1.1 500 Down\r\nx-request-id: r1\r\ncontent-type: text/html", "<h1>Sorry")),
            ("truncated", Script::from(format!("{head}<h1>Sorry"))),
            ("reset", Script::new().send(format!("{head}<h1>Sorry")).pause(Duration::from_millis(50)).reset()),
            ("broken chunks", Script::from(format!("{chunked}9\r\n<h1>Sorry\r\nxyz\r\n"))),
            ("silence", Script::new().send(format!("{head}<h1>Sorry")).hold()),
            ("trickle", Script::new().send(format!("{head}<h1>Sorry")).forever("!", Duration::from_millis(20))),
            (
                "endless",
                Script::new().send(format!("{chunked}9\r\n<h1>Sorry\r\n")).forever("1\r\n!\r\n".repeat(2000), Duration::ZERO),
            ),
        ] {
            let error = taken_with(way, script, |client| client.timeout(Duration::from_millis(600))).await.error();
            assert_eq!(error.status().map(|status| status.as_u16()), Some(500), "{way:?}, {fault}: {error}");
            assert_eq!(error.request_id(), Some("r1"), "{way:?}, {fault}");
            let bytes = error.api().map(|api| api.bytes().clone()).unwrap_or_default();
            // A reset may overtake the bytes before it.
            assert!(bytes.starts_with(b"<h1>Sorry") || fault == "reset", "{way:?}, {fault}: {bytes:?}");
            assert!(bytes.len() <= 1 << 20 && error.to_string().len() < 1000, "{way:?}, {fault}");
        }
    }
}
