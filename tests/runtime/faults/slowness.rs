//! Servers that take their time.

use std::time::{Duration, Instant};

use tests::scripted_server::{Script, ScriptedServer};

use super::{WAYS, Way, client, is_timeout, is_transport, taken_with};
use crate::runtime::{ErrorKind, RetryPolicy};

const SHORT: Duration = Duration::from_millis(200);

#[tokio::test]
async fn a_head_that_does_not_come_runs_into_the_limit() {
    for way in WAYS {
        for script in [
            Script::new().hold(),
            Script::new().send("HTTP/1.1 200 OK\r\nx: ").hold(),
            Script::new().send("HTTP/1.1 200 OK\r\nx: ").forever("y", Duration::from_millis(20)),
        ] {
            let error = taken_with(way, script, |client| client.timeout(SHORT)).await.error();
            assert!(is_timeout(&error) && error.is_retryable(), "{way:?}: {error}");
        }
    }
}

#[tokio::test]
async fn a_body_that_falls_silent_runs_into_the_limit() {
    for way in WAYS {
        let head = format!("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{}", way.body());
        let script = Script::new().send(head).hold();
        let outcome = taken_with(way, script, |client| client.timeout(None).read_timeout(SHORT)).await;
        assert_eq!(outcome.items > 0, way != Way::Call, "{way:?}: what came before the silence counts");
        let error = outcome.error();
        assert!(is_timeout(&error) && error.to_string().contains("200ms"), "{way:?}: {error}");
    }
}

#[tokio::test]
async fn a_body_that_comes_slowly_is_whole_all_the_same() {
    for way in WAYS {
        let (head, tail) = way.body().split_at(9);
        let script = Script::new().send(format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", way.body().len()));
        let script = script.pause(SHORT / 2).send(head).pause(SHORT / 2).send(tail);
        let outcome = taken_with(way, script, |client| client.read_timeout(5 * SHORT)).await;
        assert!(outcome.error.is_none() && outcome.items > 0, "{way:?}: {outcome:?}");
    }
}

/// A body that is read whole has a limit of time even if it never pauses; a stream has not, since it may go on for days.
#[tokio::test]
async fn a_trickle_runs_into_the_limit_of_the_attempt() {
    let trickle = || Script::new().send("HTTP/1.1 200 OK\r\n\r\n").forever(" ", Duration::from_millis(5));
    let set = |client: crate::runtime::ClientBuilder| client.timeout(SHORT).read_timeout(Duration::from_millis(100));
    assert!(is_timeout(&taken_with(Way::Call, trickle(), set).await.error()));
    for way in [Way::Lines, Way::Events, Way::Download] {
        let server = ScriptedServer::start([trickle()]);
        let request = client(&server, set).cloud_functions().get("a");
        assert!(tokio::time::timeout(4 * SHORT, way.take(request)).await.is_err(), "{way:?}: it goes on");
    }
}

#[tokio::test]
async fn one_call_may_have_a_limit_of_its_own() {
    let server = ScriptedServer::start([Script::new().hold(), Script::new().hold()]);
    let functions = client(&server, |client| client).cloud_functions();
    let error = functions.get("a").send().timeout(SHORT).await.expect_err("there is no answer");
    assert!(matches!(error.kind(), ErrorKind::Timeout(error) if error.limit() == SHORT), "{error}");
    let opening = crate::runtime::Download::open(functions.get("a"), None).timeout(SHORT);
    let error = opening.await.expect_err("there is no answer");
    assert!(matches!(error.kind(), ErrorKind::Timeout(error) if error.limit() == SHORT), "{error}");
}

/// A listener that accepts nobody: once its queue is full, nobody gets a connection.
#[tokio::test]
async fn a_connection_that_is_not_made_runs_into_the_limit() {
    let socket = tokio::net::TcpSocket::new_v4().expect("there are sockets");
    socket.bind(([127, 0, 0, 1], 0).into()).expect("a port is free");
    let listener = socket.listen(1).expect("it listens");
    let address = listener.local_addr().expect("the socket is bound");
    let mut queue = Vec::new();
    while let Ok(Ok(stream)) = tokio::time::timeout(SHORT, tokio::net::TcpStream::connect(address)).await {
        queue.push(stream);
    }
    let client = |set: fn(crate::runtime::ClientBuilder) -> crate::runtime::ClientBuilder| {
        let builder = crate::runtime::Client::builder().base_url(format!("http://{address}")).retries(RetryPolicy::none());
        set(builder).build().expect("the settings are valid").cloud_functions().get("a")
    };
    for way in WAYS {
        let error = way.take(client(|client| client.timeout(SHORT))).await.error();
        assert!(is_timeout(&error), "{way:?}: {error}");
    }
    // Without any limit of the call's, the transport's own for connections holds: ten seconds.
    let begin = Instant::now();
    let error = Way::Call.take(client(|client| client.timeout(None))).await.error();
    assert!(is_transport(&error), "{error}");
    assert!((8..15).contains(&begin.elapsed().as_secs()), "{:?}", begin.elapsed());
}
