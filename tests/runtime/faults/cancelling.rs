//! Whoever drops a call or a stream ends it.

use std::time::Duration;

use tests::scripted_server::{Script, ScriptedServer};

use super::{WAYS, Way, client, together};
use crate::runtime::{Download, EventStream, LineStream, RetryPolicy};

/// Time enough for something that must not happen.
const MOMENT: Duration = Duration::from_millis(300);

#[tokio::test]
async fn dropping_a_call_closes_its_connection() {
    let dropped = |way: Way, script: Script| async move {
        let server = ScriptedServer::start([script, Script::new().hold()]);
        let client = client(&server, |client| client.retries(5));
        let call = tokio::time::timeout(Duration::from_millis(100), way.take(client.cloud_functions().get("a")));
        assert!(call.await.is_err(), "{way:?}: there is no answer");
        server.departure().await;
        tokio::time::sleep(MOMENT).await;
        assert_eq!(server.connections(), 1, "{way:?}: nothing is repeated behind the caller's back");
    };
    let scripts = [
        Script::new().hold(),
        Script::new().send("HTTP/1.1 200 OK\r\nx: ").hold(),
        Script::new().send("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n").hold(),
        Script::new().send("HTTP/1.1 500 Down\r\ncontent-length: 1000\r\n\r\n{").hold(),
    ];
    together(WAYS.into_iter().flat_map(|way| scripts.iter().map(move |script| dropped(way, script.clone())))).await;
}

#[tokio::test]
async fn dropping_a_stream_closes_its_connection() {
    async fn opened(way: Way, server: &ScriptedServer) -> Box<dyn std::any::Any> {
        let request = client(server, |client| client).cloud_functions().get("a");
        match way {
            Way::Events => {
                let mut events = EventStream::of_text(request).await.expect("it begins").reconnect(true);
                events.next().await.expect("there is one").expect("it is an event");
                Box::new(events)
            }
            Way::Download => {
                let mut download = Download::open(request, None).await.expect("it begins");
                download.next().await.expect("there is one").expect("it comes");
                Box::new(download)
            }
            Way::Lines | Way::Call => {
                let mut lines = LineStream::<crate::runtime::Value>::open(request, None).await.expect("it begins");
                lines.next().await.expect("there is one").expect("it is JSON");
                Box::new(lines)
            }
        }
    }
    for way in [Way::Lines, Way::Events, Way::Download] {
        for after in [Script::new().hold(), Script::new().forever("1\n\n", Duration::from_millis(1))] {
            let first = Script::new().send(format!("HTTP/1.1 200 OK\r\n\r\n{}", way.body()));
            let server = ScriptedServer::start([first.then(after)]);
            let stream = opened(way, &server).await;
            drop(stream);
            server.departure().await;
            tokio::time::sleep(MOMENT / 3).await;
            assert_eq!(server.connections(), 1, "{way:?}");
        }
    }
}

#[tokio::test]
async fn dropping_an_event_stream_between_connections_ends_it() {
    let ended = "HTTP/1.1 200 OK\r\nconnection: close\r\n\r\nretry: 50\ndata: 1\n\n";
    let server = ScriptedServer::start([Script::from(ended), Script::new().hold(), Script::new().hold()]);
    let request = client(&server, |client| client).cloud_functions().get("a");
    let mut events = EventStream::of_text(request).await.expect("it begins").reconnect(true);
    events.next().await.expect("there is one").expect("it is an event");
    assert!(tokio::time::timeout(Duration::from_millis(10), events.next()).await.is_err(), "it waits");
    drop(events);
    tokio::time::sleep(MOMENT).await;
    assert_eq!(server.connections(), 1);
    // While it connects again.
    let server = ScriptedServer::start([Script::from(ended), Script::new().hold(), Script::new().hold()]);
    let request = client(&server, |client| client).cloud_functions().get("a");
    let mut events = EventStream::of_text(request).await.expect("it begins").reconnect(true);
    events.next().await.expect("there is one").expect("it is an event");
    assert!(tokio::time::timeout(MOMENT / 2, events.next()).await.is_err(), "there is no answer");
    assert_eq!(server.connections(), 2);
    drop(events);
    server.departure().await;
    tokio::time::sleep(MOMENT).await;
    assert_eq!(server.connections(), 2);
}

#[tokio::test]
async fn dropping_a_list_closes_its_connection() {
    for script in [Script::new().hold(), Script::new().send("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{").hold()] {
        let server = ScriptedServer::start([script, Script::new().hold()]);
        let mut items = client(&server, |client| client.retries(5)).cloud_functions().list().items();
        assert!(tokio::time::timeout(MOMENT / 3, items.next()).await.is_err(), "there is no page");
        drop(items);
        server.departure().await;
        tokio::time::sleep(MOMENT / 3).await;
        assert_eq!(server.connections(), 1);
    }
}

#[tokio::test]
async fn dropping_a_call_between_attempts_ends_it() {
    let server = ScriptedServer::start([Script::from("HTTP/1.1 503 Down\r\nconnection: close\r\n\r\n"), Script::new().hold()]);
    let policy = RetryPolicy::new(5).first_delay(MOMENT / 2).max_delay(MOMENT / 2);
    let client = client(&server, |client| client.retries(policy));
    let call = tokio::time::timeout(Duration::from_millis(50), Way::Call.take(client.cloud_functions().get("a")));
    assert!(call.await.is_err(), "it waits for the next attempt");
    tokio::time::sleep(2 * MOMENT).await;
    assert_eq!(server.connections(), 1);
}
