//! Responses that are taken as they come.

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::{Value, json};

use super::{client, client_with, transport};
use crate::generated::operations::cloud_functions::{GetError, GetRequest};
use crate::runtime::{AnyError, Download, Event, EventStream, LineStream, MemoryTransport, Opening, Reply, StatusCode};

fn get(transport: &MemoryTransport) -> GetRequest {
    client(transport).cloud_functions().get("a")
}

fn events(pieces: &[&'static str]) -> Reply {
    let reply = Reply::new(StatusCode::OK).header("content-type", "text/event-stream; charset=utf-8");
    pieces.iter().fold(reply, |reply, piece| reply.body(*piece))
}

async fn all<T>(mut stream: EventStream<T>) -> Vec<Result<Event<T>, AnyError>> {
    let mut all = Vec::new();
    while let Some(event) = stream.next().await {
        all.push(event);
    }
    all
}

async fn texts(pieces: &[&'static str]) -> Vec<(Option<String>, Option<String>, String)> {
    let transport = transport([events(pieces)]);
    let stream = EventStream::of_text(get(&transport)).await.expect("it is a success");
    let events = all(stream).await.into_iter().map(|event| event.expect("it is an event"));
    events.map(|event| (event.event, event.id.map(|id| id.to_string()), event.data)).collect()
}

#[tokio::test]
async fn events_come_wherever_the_text_is_cut() {
    let text = "\u{feff}: hello\r\nevent: add\rdata: one\ndata:two\r\nid: 7\r\n\r\ndata\n\nignored: x\n\ndata: {\n\ndata: lost";
    let whole = texts(&[text]).await;
    let id = Some("7".to_owned());
    let expected = vec![
        (Some("add".to_owned()), id.clone(), "one\ntwo".to_owned()),
        (None, id.clone(), String::new()),
        (None, id, "{".to_owned()),
    ];
    assert_eq!(whole, expected);
    for cut in (1..text.len()).filter(|cut| text.is_char_boundary(*cut)) {
        let (first, second) = text.split_at(cut);
        assert_eq!(texts(&[first, second]).await, expected, "cut at {cut}");
    }
}

#[tokio::test]
async fn json_events_end_with_the_customary_word() {
    let transport = transport([events(&["data: {\"a\":1}\n\ndata: nonsense\n\ndata: {\"b\":2}\n\ndata: [DONE]\n\ndata: 3\n\n"])]);
    let stream: Opening<_, EventStream<BTreeMap<String, i64>>> = EventStream::of_json(get(&transport));
    let events = all(stream.await.expect("it is a success")).await;
    assert_eq!(transport.requests()[0].headers["accept"], "text/event-stream");
    assert_eq!(events.len(), 3);
    assert_eq!(events[0].as_ref().expect("it is JSON").data["a"], 1);
    assert_eq!(events[1].as_ref().expect_err("it is no map").status(), Some(StatusCode::OK));
    assert_eq!(events[2].as_ref().expect("it is JSON").data["b"], 2);
}

#[tokio::test]
async fn a_lost_connection_is_an_error_or_taken_up_again() {
    let first = || events(&["id: 5\nretry: 10\ndata: one\n\n"]).then_failure("reset");
    let broken = transport([first()]);
    let events_of = all(EventStream::of_text(get(&broken)).await.expect("it is a success")).await;
    assert_eq!(events_of.len(), 2);
    assert!(events_of[1].is_err());

    let resumed = transport([first(), events(&["data: two\n\n"]), Reply::new(StatusCode::NO_CONTENT)]);
    let stream = EventStream::of_text(get(&resumed)).await.expect("it is a success").reconnect(true);
    let data: Vec<String> = all(stream).await.into_iter().map(|event| event.expect("it is an event").data).collect();
    assert_eq!(data, ["one", "two"]);
    let ids: Vec<_> = resumed.requests().iter().map(|request| request.headers.get("last-event-id").cloned()).collect();
    assert_eq!(ids.len(), 3);
    assert_eq!((ids[0].is_none(), ids[1].as_ref().expect("it is sent")), (true, &"5".parse().expect("it is a value")));
}

#[tokio::test]
async fn errors_and_other_types_are_no_streams() {
    let transport =
        transport([Reply::json(StatusCode::NOT_FOUND, &json!({"message": "none"})), Reply::json(StatusCode::OK, &json!({}))]);
    let stream: Opening<_, EventStream<Value>> = EventStream::of_json(get(&transport));
    let error = stream.await.expect_err("it is an error");
    assert!(matches!(error.api().and_then(|error| error.typed()), Some(GetError::NotFound(_))), "{error:?}");
    let stream: Opening<_, EventStream<Value>> = EventStream::of_json(get(&transport));
    let error = stream.await.expect_err("it is an error");
    assert!(error.to_string().ends_with("expected an event stream, found a body of type application/json"), "{error}");
}

#[tokio::test]
async fn lines_are_items() {
    let reply = Reply::new(StatusCode::OK).body("{\"a\":1}\n\n [2]\r").body("\n\u{1e}3\nno\n").body("4");
    let transport = transport([reply]);
    let opening: Opening<_, LineStream<Value>> = LineStream::open(get(&transport), Some("application/jsonl"));
    let mut lines = opening.await.expect("it is a success");
    let mut items = Vec::new();
    while let Some(item) = lines.next().await {
        items.push(item.ok());
    }
    assert_eq!(items, [Some(json!({"a": 1})), Some(json!([2])), Some(json!(3)), None, Some(json!(4))]);
    assert_eq!(transport.requests()[0].headers["accept"], "application/jsonl");
}

#[tokio::test]
async fn a_download_has_no_limit_of_size() {
    let transport = transport([Reply::new(StatusCode::OK).header("content-length", "8").body("1234").body("5678")]);
    let client = client_with(&transport, |client| client.max_body(2).timeout(Duration::from_secs(1)));
    let mut download = Download::open(client.cloud_functions().get("a"), Some("image/png")).await.expect("it is a success");
    assert_eq!((download.status(), download.content_length()), (StatusCode::OK, Some(8)));
    let mut bytes = Vec::new();
    while let Some(piece) = download.next().await {
        bytes.extend_from_slice(&piece.expect("it comes whole"));
    }
    assert_eq!(bytes, b"12345678");
}

#[tokio::test]
async fn a_media_type_that_no_header_can_hold_is_refused() {
    let transport = transport([]);
    for accept in ["text/plain\n", "a/b\r\nx-evil: 1", "a/b\0"] {
        let opening: Opening<_, LineStream<Value>> = LineStream::open(get(&transport), Some(accept));
        let error = opening.await.expect_err("it is refused");
        assert!(error.to_string().contains("header `accept`: the value holds"), "{error}");
        let error = Download::open(get(&transport), Some(accept)).await.expect_err("it is refused");
        assert!(matches!(error.kind(), crate::runtime::ErrorKind::Request(_)), "{error}");
    }
    assert!(transport.requests().is_empty());
}

/// The limit of a pause holds for what is taken as it comes, and for what is read whole where it is the shorter one.
#[tokio::test]
async fn a_pause_has_a_limit() {
    let set = |client: crate::runtime::ClientBuilder| client.read_timeout(Duration::from_secs(7)).timeout(Duration::from_secs(9));
    let transport = transport([
        Reply::new(StatusCode::OK).body("1\n").then_nothing(),
        events(&["data: 1\n\n"]).then_nothing(),
        Reply::new(StatusCode::OK).body("1").then_nothing(),
        Reply::new(StatusCode::OK).body("1").then_nothing(),
    ]);
    let functions = client_with(&transport, set).cloud_functions();
    let mut lines: LineStream<Value> = LineStream::open(functions.get("a"), None).await.expect("it begins");
    assert_eq!(lines.next().await.expect("there is one").expect("it is JSON"), json!(1));
    let error = lines.next().await.expect("there is an error").expect_err("it pauses");
    assert_eq!(error.to_string(), "GET https://api.example.test/cloud-function/{name}/: nothing more of the body came within 7s");
    assert!(error.is_retryable() && lines.next().await.is_none());

    let stream = EventStream::of_text(functions.get("a")).await.expect("it begins");
    let events = all(stream).await;
    assert!(
        matches!(events[1].as_ref().expect_err("it pauses").kind(), crate::runtime::ErrorKind::Timeout(error) if error.is_pause())
    );
    assert_eq!(events.len(), 2);

    let mut download = Download::open(functions.get("a"), None).await.expect("it begins");
    assert!(download.next().await.is_some_and(|piece| piece.is_ok()));
    assert!(download.next().await.is_some_and(|piece| piece.is_err()));
    assert!(download.next().await.is_none(), "an error is the end");

    let error = functions.get("a").await.expect_err("it pauses");
    assert!(error.to_string().ends_with("within 7s"), "{error}");
    assert_eq!(transport.requests().len(), 4, "limits are not tried again");
}

/// A server may ask for any wait, and end each connection at once.
#[tokio::test]
async fn a_server_neither_stops_nor_hurries_a_stream_for_ever() {
    for (asked, limit) in [("18446744073709551615", 60.0), ("99999999999999999999999", 60.0), ("0", 10.0), ("60000", 60.0)] {
        let transport = MemoryTransport::answering(|_| events(&[": nothing\n\n"]));
        transport.reply(Reply::new(StatusCode::OK).body(format!("retry: {asked}\ndata: a\n\n")));
        let opening = EventStream::of_text(get(&transport));
        let mut stream = opening.await.expect("it begins").reconnect(true);
        assert_eq!(stream.next().await.expect("there is one").expect("it is an event").data, "a");
        // In memory no time passes, so the stream would never let go; it is polled in a thread of its own.
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().build().expect("the system has the means");
            runtime.block_on(async move { drop(stream.next().await) });
        });
        let begin = std::time::Instant::now();
        while transport.sleeps().len() < 12 {
            assert!(begin.elapsed() < Duration::from_secs(5), "it is taken up again and again");
            tokio::task::yield_now().await;
        }
        transport.reply(Reply::new(StatusCode::NO_CONTENT));
        let sleeps = &transport.sleeps()[..12];
        assert!(sleeps.iter().all(|sleep| sleep.as_secs_f64() <= limit), "{asked}: {sleeps:?}");
        assert!(sleeps[8..].iter().all(|sleep| sleep.as_secs_f64() >= 3.0), "{asked}: it waits longer each time, {sleeps:?}");
    }
}

/// Each event has the last id; it is one text, however many events there are.
#[test]
fn a_long_id_is_kept_once() {
    let id = "i".repeat(1 << 20);
    let text = format!("id: {id}\n{}", "data: x\n\n".repeat(10_000));
    let received = crate::runtime::Received::new(StatusCode::OK, Default::default(), text);
    let events = received.text_events::<()>().expect("they are events");
    assert_eq!(events.len(), 10_000);
    let ids: Vec<_> = events.iter().map(|event| event.id.as_deref().expect("there is one").as_ptr()).collect();
    assert!(ids.iter().all(|id| *id == ids[0]), "ten thousand copies would be ten gigabytes");
}

#[tokio::test]
async fn streams_print_their_operation_and_status_and_nothing_else() {
    let ok = || Reply::new(StatusCode::OK).header("x-secret", "hidden").body("hidden");
    let transport = transport([ok(), ok(), events(&["data: hidden\n\n"])]);
    let download = Download::open(get(&transport), None).await.expect("it is a success");
    assert_eq!(format!("{download:?}"), "Download(GET /cloud-function/{name}/, 200 OK)");
    let lines = LineStream::<Value>::open(get(&transport), None).await.expect("it is a success");
    assert_eq!(format!("{lines:?}"), "LineStream(GET /cloud-function/{name}/, 200 OK)");
    let events = EventStream::of_text(get(&transport)).await.expect("it is a success");
    assert_eq!(format!("{events:?}"), "EventStream(GET /cloud-function/{name}/, 200 OK)");
}
