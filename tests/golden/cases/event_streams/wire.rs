//! Event streams as the HTML standard has them (section 9.2.6), and JSON in lines.

use std::time::Duration;

use event_streams_case::generated::models::Piece;
use event_streams_case::probe::*;

const EVENTS: &str = "text/event-stream";

fn piece(text: &str) -> Piece {
    with(Piece::new(), |piece| piece.text = Some(text.to_owned()))
}

fn events(reply: Reply) -> Vec<Event<String>> {
    answered(reply, |client| client.news()).expect("it is an event stream")
}

#[test]
fn fields_lines_and_comments_are_read_as_the_standard_says() {
    let datas = |text: &'static str| events(reply(200, EVENTS, text)).into_iter().map(|event| event.data).collect::<Vec<_>>();
    // The examples of the standard.
    assert_eq!(datas("data: YHOO\ndata: +2\ndata: 10\n\n"), ["YHOO\n+2\n10"]);
    assert_eq!(
        datas(": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n"),
        ["first event", "second event"]
    );
    assert_eq!(datas("data\n\ndata\ndata\n\ndata:"), ["", "\n"]);
    assert_eq!(datas("data:test\n\ndata: test\n\n"), ["test", "test"]);
    // Line ends, a byte order mark, unknown fields, and events without data.
    assert_eq!(datas("data: a\r\n\r\ndata: b\r\rdata: c\n\n"), ["a", "b", "c"]);
    assert_eq!(datas("\u{feff}data: a\nother: b\n\nevent: empty\n\ndata: 喜\n\n"), ["a", "喜"]);
}

#[test]
fn an_event_has_a_name_and_the_last_id() {
    let text = "id: 1\nevent: tick\ndata: a\n\ndata: b\n\nid\ndata: c\n\nid: x\0\ndata: d\n\n";
    let events = events(reply(200, EVENTS, text));
    assert_eq!((events[0].event.as_deref(), events[0].id.as_deref()), (Some("tick"), Some("1")));
    assert_eq!((events[1].event.as_deref(), events[1].id.as_deref()), (None, Some("1")));
    assert_eq!(events[2].id.as_deref().unwrap_or_default(), "", "an empty id takes the last one back");
    assert_eq!(events[3].id.as_deref().unwrap_or_default(), "", "an id with a null character is ignored");
}

#[test]
fn typed_events_come_as_they_are_sent() {
    let (client, transport) = client_and_transport(|client| client);
    let cut =
        reply(200, EVENTS, "data: {\"te").body("xt\":\"a\"}\n").body("\ndata: {\"text\":1}\n\ndata: [DONE]\n\ndata: {}\n\n");
    transport.reply(cut);
    let mut stream = block_on(client.chat().stream()).expect("it is an event stream");
    assert_eq!(header_of(&transport.requests()[0], "accept").as_deref(), Some(EVENTS));
    assert_eq!(block_on(stream.next()).expect("an event came").expect("it is a piece").data, piece("a"));
    let mistake = block_on(stream.next()).expect("an event came").expect_err("1 is no text");
    assert!(mistake.to_string().contains("text: expected a string, found 1"), "{mistake}");
    assert!(block_on(stream.next()).is_none(), "[DONE] ends the stream by custom");
}

#[test]
fn a_lost_stream_is_taken_up_after_the_last_event() {
    let (client, transport) = client_and_transport(|client| client);
    transport.reply(reply(200, EVENTS, "retry: 50\nid: 7\ndata: a\n\ndata: half").then_failure("reset"));
    transport.reply(reply(200, EVENTS, "data: b\n\n"));
    let mut stream = block_on(client.news().stream()).expect("it is an event stream").reconnect(true);
    let mut next = || block_on(stream.next()).transpose().expect("it is taken up again").map(|event| event.data);
    assert_eq!([next(), next(), next()], [Some("a".to_owned()), Some("b".to_owned()), None]);
    let last_ids: Vec<_> = transport.requests().iter().map(|request| header_of(request, "last-event-id")).collect();
    assert_eq!(last_ids, [None, Some("7".to_owned()), Some("7".to_owned())]);
    assert!(transport.sleeps().contains(&Duration::from_millis(50)), "{:?}", transport.sleeps());
}

#[test]
fn the_same_call_may_answer_at_once() {
    let answer = answered(reply(200, "application/json", r#"{"text":"a"}"#), |client| client.chat());
    assert_eq!(answer.expect("it is an answer").text.as_deref(), Some("a"));
}

#[test]
fn lines_of_json_are_items() {
    let text = "{\"text\":\"a\"}\r\n\n{\"text\":\"b\"}";
    let read = answered(reply(200, "application/jsonl", text), |client| client.log()).expect("each line is a piece");
    assert_eq!(read, [piece("a"), piece("b")]);
    let (client, transport) = client_and_transport(|client| client);
    transport.reply(reply(200, "application/jsonl", "{\"text\":\"a\"}\n{\"te").body("xt\":\"b\"}"));
    let mut stream = block_on(client.log().stream()).expect("it is a success");
    let mut next = || block_on(stream.next()).transpose().expect("each line is a piece");
    assert_eq!([next(), next(), next()], [Some(piece("a")), Some(piece("b")), None]);
}

#[test]
fn records_of_json_are_items() {
    // RFC 7464, section 2: each record begins with a record separator and ends with a line feed, and may have several lines.
    let text = "\u{1e}{\"text\":\"a\"}\n\u{1e}{\"text\":\n  \"]\\\"{\"\n}\n\u{1e}\n{}\n";
    let pieces = [piece("a"), piece("]\"{"), Piece::new()];
    let read = answered(reply(200, "application/json-seq", text), |client| client.records()).expect("each record is a piece");
    assert_eq!(read, pieces);
    for cut in 0..text.len() {
        let (client, transport) = client_and_transport(|client| client);
        transport.reply(reply(200, "application/json-seq", &text[..cut]).body(&text[cut..]));
        let mut stream = block_on(client.records().stream()).expect("it is a success");
        let mut next = || block_on(stream.next()).transpose().expect("each record is a piece");
        for piece in &pieces {
            assert_eq!(next().as_ref(), Some(piece), "cut at {cut}");
        }
        assert_eq!(next(), None);
    }
}

#[test]
fn a_record_that_is_cut_off_spoils_no_other() {
    // RFC 7464, section 2.3.
    let text = "\u{1e}{\"text\":\"a\u{1e}{\"text\":\"b\"}\n";
    let (client, transport) = client_and_transport(|client| client);
    transport.reply(reply(200, "application/json-seq", text));
    let mut stream = block_on(client.records().stream()).expect("it is a success");
    block_on(stream.next()).expect("a record came").expect_err("it is cut off");
    assert_eq!(block_on(stream.next()).expect("a record came").expect("it is a piece"), piece("b"));
    assert!(block_on(stream.next()).is_none());
}

#[test]
fn a_record_comes_as_soon_as_it_is_whole() {
    let (client, transport) = client_and_transport(|client| client);
    transport.reply(reply(200, "application/json-seq", "\u{1e}{\n\"text\":\"a\"}\n").then_nothing());
    let mut stream = block_on(client.records().stream()).expect("it is a success");
    assert_eq!(block_on(stream.next()).expect("a record came").expect("it is a piece"), piece("a"));
}

#[test]
fn each_stream_has_another_way_to_be_read() {
    let (client, transport) = client_and_transport(|client| client);
    transport.reply(reply(200, "application/x-ndjson", "{\"text\":7}\n[]\n"));
    let mut lines = block_on(client.log().send().lines::<Value>()).expect("it is a success");
    let mut next = || block_on(lines.next()).transpose().expect("each line is JSON");
    assert_eq!([next(), next(), next()], [Some(json!({"text": 7})), Some(json!([])), None]);
    transport.reply(reply(200, EVENTS, "data: 1\n\n"));
    assert_eq!(block_on(client.news().send().bytes()).expect("it is a success").body(), "data: 1\n\n");
    transport.reply(reply(200, EVENTS, "data: 1\n\n"));
    let request = client.news().stream().header("last-event-id", "5").query("since", 5);
    drop(block_on(request).expect("it is an event stream"));
    let request = transport.requests().pop().expect("it was sent");
    assert_eq!((header_of(&request, "last-event-id").as_deref(), request.uri.query()), (Some("5"), Some("since=5")));
}
