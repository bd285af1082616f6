//! Event streams whose schemas describe the fields of an event (OpenAPI 3.2, "Special Considerations for text/event-stream").

use std::time::Duration;

use event_envelopes_case::generated::models::{Done, Level, Todo};
use event_envelopes_case::generated::operations::untagged::{ChatEvent, TasksEvent};
use event_envelopes_case::probe::*;

const EVENTS: &str = "text/event-stream";

fn todo(text: &str) -> Todo {
    Todo::new(text)
}

fn tasks(text: &'static str) -> Vec<TasksEvent> {
    let events = answered(reply(200, EVENTS, text), |client| client.tasks()).expect("it is an event stream");
    events.into_iter().map(|event| event.data).collect()
}

#[test]
fn the_name_of_an_event_decides() {
    let text = "event: todo\ndata: {\"text\":\"a\"}\n\nevent: done\ndata: {\"count\":1}\n\n";
    assert_eq!(tasks(text), [TasksEvent::Todo(Box::new(todo("a"))), TasksEvent::Done(Box::new(Done::new(1)))]);
    let moved = tasks("event: renamed\ndata: {\"from\":\"a\"}\n\nevent: moved\ndata: {\"from\":\"b\"}\n\n");
    match moved.as_slice() {
        [TasksEvent::Renamed(renamed), TasksEvent::Moved(moved)] => {
            assert_eq!((renamed.from.as_str(), moved.from.as_str()), ("a", "b"));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn data_is_read_as_its_own_schema_says() {
    assert_eq!(tasks("event: log\ndata: \"a\"\n\n"), [TasksEvent::Log("\"a\"".to_owned())]);
    assert_eq!(tasks("event: count\ndata: 7\n\n"), [TasksEvent::Count(7)]);
    assert_eq!(tasks("event: ping\ndata\n\n"), [TasksEvent::Ping(String::new())]);
    // Without a name, an event is a `message`.
    let high = TasksEvent::Message(Level::High);
    assert_eq!(tasks("data: high\n\nevent: message\ndata: high\n\n"), [high.clone(), high]);
}

#[test]
fn an_event_that_is_not_described_keeps_its_text_and_name() {
    let (client, transport) = client_and_transport(|client| client);
    let text =
        "id: 1\nevent: new\ndata: {\"a\":1}\n\nretry: 50\nevent: todo\ndata: {}\n\nevent: todo\ndata: {\"text\":\"b\"}\n\n";
    transport.reply(reply(200, EVENTS, text));
    let mut stream = block_on(client.tasks().into_future()).expect("it is an event stream");
    let mut next = || block_on(stream.next()).expect("an event came").expect("it is read");
    let new = next();
    assert_eq!((new.event.as_deref(), new.id.as_deref(), new.retry), (Some("new"), Some("1"), None));
    assert_eq!(new.data, TasksEvent::Unknown("{\"a\":1}".to_owned()));
    let mistaken = next();
    assert_eq!((mistaken.event.as_deref(), mistaken.retry), (Some("todo"), Some(Duration::from_millis(50))));
    assert_eq!(mistaken.data, TasksEvent::Unknown("{}".to_owned()));
    assert_eq!(next().data, TasksEvent::Todo(Box::new(todo("b"))), "the stream goes on");
}

#[test]
fn data_of_another_form_is_a_deviation() {
    let (client, transport) = client_and_transport(|client| client);
    transport.reply(reply(200, EVENTS, "event: new\ndata: a\n\nevent: done\ndata: {}\n\n"));
    let response = block_on(client.tasks().send()).expect("it is an event stream");
    let places: Vec<_> = response.deviations().iter().map(Deviation::place).collect();
    assert_eq!(places, ["[1]"], "another event is none");
    let (client, transport) = client_and_transport(|client| client.reading(Reading::Strict));
    transport.reply(reply(200, EVENTS, "event: done\ndata: {}\n\n"));
    block_on(client.tasks().send()).expect_err("the count is missing");
}

#[test]
fn one_kind_of_data_is_the_type_of_all_events() {
    let (client, transport) = client_and_transport(|client| client);
    transport.reply(reply(200, EVENTS, "event: added\nid: 7\ndata: {\"text\":\"a\"}\n\n"));
    let mut stream: EventStream<Todo> = block_on(client.schema().stream()).expect("it is an event stream");
    let event = block_on(stream.next()).expect("an event came").expect("it is read");
    assert_eq!((event.event.as_deref(), event.id.as_deref(), event.data), (Some("added"), Some("7"), todo("a")));
    let json = answered(reply(200, EVENTS, "data: {\"text\":\"a\"}\n\n"), |client| client.json()).expect("it is an event stream");
    assert_eq!(json[0].data, todo("a"));
    let text = answered(reply(200, EVENTS, "data: {\"text\":\"a\"}\n\n"), |client| client.text()).expect("it is an event stream");
    assert_eq!(text[0].data, "{\"text\":\"a\"}");
    let levels = answered(reply(200, EVENTS, "data: low\n\ndata: \"high\"\n\n"), |client| client.levels());
    let levels: Vec<_> = levels.expect("it is an event stream").into_iter().map(|event| event.data).collect();
    assert_eq!(levels, [Level::Low, Level::High]);
}

#[test]
fn a_schema_with_other_properties_is_that_of_the_data() {
    let text = "id: 7\ndata: {\"id\":\"a\",\"data\":\"b\",\"kind\":\"c\"}\n\n";
    let events = answered(reply(200, EVENTS, text), |client| client.payload()).expect("it is an event stream");
    assert_eq!((events[0].data.id.as_deref(), events[0].data.kind.as_deref()), (Some("a"), Some("c")));
}

#[test]
fn a_described_end_is_an_event() {
    let (client, transport) = client_and_transport(|client| client);
    transport.reply(reply(200, EVENTS, "event: delta\ndata: {\"text\":\"a\"}\n\nevent: done\ndata: [DONE]\n\n"));
    let mut stream = block_on(client.chat().stream()).expect("it is an event stream");
    let mut next = || block_on(stream.next()).transpose().expect("it is read").map(|event| event.data);
    assert_eq!(next(), Some(ChatEvent::Delta(Box::new(todo("a")))));
    assert!(matches!(next(), Some(ChatEvent::Done(_))));
    assert_eq!(next(), None);
    transport.reply(reply(200, EVENTS, "data: [DONE]\n\ndata: a\n\n"));
    let mut stream = block_on(client.chat().stream()).expect("it is an event stream");
    assert!(block_on(stream.next()).is_none(), "[DONE] ends the stream by custom");
}
