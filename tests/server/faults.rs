//! Faults happen as scripted, connections are kept, requests are recorded, and nothing outlives the server.

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use tests::minapp_server::{Answer, Fault, MinappServer, Phase};

use crate::raw::{call, connect, parse, request, send};

const LIST: &str = "/userve/v1.3/cloud-function/";

#[test]
fn requests_are_recorded_as_sent() {
    let server = MinappServer::start();
    call(&server, "POST", "/cloud-function/a%2Fb/job/?x=%20", r#"{"data": {}}"#);
    let recorded = server.last_request();
    assert_eq!(recorded.line(), "POST /userve/v1.3/cloud-function/a%2Fb/job/?x=%20");
    assert_eq!(recorded.query(), "x=%20");
    assert_eq!(recorded.header("Content-Type"), Some("application/json"));
    assert_eq!(recorded.body, br#"{"data": {}}"#);
    assert_eq!(server.request_lines().len(), 1);
}

#[test]
fn a_connection_serves_many_requests() {
    let server = MinappServer::start();
    let mut stream = connect(&server);
    let request = format!("GET {LIST} HTTP/1.1\r\n\r\n");
    stream.write_all(format!("{request}{request}").as_bytes()).expect("the server reads");
    stream.write_all(self::request("GET", LIST, "").as_bytes()).expect("the server reads");
    let mut replies = String::new();
    stream.read_to_string(&mut replies).expect("the server answers and closes");
    assert_eq!(replies.matches("HTTP/1.1 200 OK").count(), 3);
    assert!(server.requests().iter().all(|request| request.connection == 0));
}

#[test]
fn a_slow_connection_holds_up_no_other() {
    let server = MinappServer::start();
    server.fault(Fault::late(Duration::from_secs(60)));
    let mut slow = connect(&server);
    slow.write_all(request("GET", LIST, "").as_bytes()).expect("the server reads");
    while server.requests().is_empty() {
        std::thread::sleep(Duration::from_millis(1));
    }
    assert_eq!(call(&server, "GET", "/cloud-function/", "").status, 200);
}

#[test]
fn dropping_the_server_ends_its_connections() {
    let server = MinappServer::start();
    let address = server.address();
    server.fault(Fault::late(Duration::from_secs(60)));
    let mut stream = connect(&server);
    stream.write_all(request("GET", LIST, "").as_bytes()).expect("the server reads");
    let begin = Instant::now();
    drop(server);
    // A reset ends it as well as an orderly end.
    let _ = stream.read(&mut [0]);
    assert!(begin.elapsed() < Duration::from_secs(5));
    assert_eq!(TcpStream::connect(address).map_err(|error| error.kind()).err(), Some(ErrorKind::ConnectionRefused));
}

#[test]
fn a_scripted_answer_is_given_once_and_performs_nothing() {
    let server = MinappServer::start();
    server.fault(Fault::unavailable(2));
    let body = r#"{"name": "hello", "function_code": "code"}"#;
    let reply = call(&server, "POST", "/cloud-function/", body);
    assert_eq!(reply.status, 503);
    assert!(reply.head.contains("retry-after: 2\r\n"));
    assert_eq!(call(&server, "POST", "/cloud-function/", body).status, 201);
    assert_eq!(server.attempts(), 2);
}

#[test]
fn answers_can_be_changed() {
    let server = MinappServer::start();
    server.add_function("hello", "code");
    let get = || call(&server, "GET", "/cloud-function/hello/", "");
    server.fault(Fault::edit_json(|json| json["audit_status"] = "paused".into()));
    assert_eq!(get().json()["audit_status"], "paused");
    server.fault(Fault::content_type("text/plain"));
    assert!(get().head.contains("content-type: text/plain\r\n"));
    server.fault(Fault::byte_order_mark());
    assert!(get().body.starts_with(b"\xEF\xBB\xBF{"));
    server.fault(Fault::padded(5000));
    assert_eq!(get().body.len(), 5000);
    server.fault(Fault::html());
    assert!(get().body.starts_with(b"<!DOCTYPE html>"));
    server.fault(Fault::redirect("http://elsewhere.example/"));
    assert!(get().head.contains("location: http://elsewhere.example/\r\n"));
    server.fault(Fault::answer(Answer::new(204, "text/plain", "bytes")));
    assert_eq!(get().body, b"bytes");
    server.fault(Fault::raw("HTTP/1.1 banana\r\n\r\n"));
    let raw = send(&server, &request("GET", LIST, "")).expect("the connection is not reset");
    assert_eq!(raw, b"HTTP/1.1 banana\r\n\r\n");
    assert!(get().json().is_object());
}

#[test]
fn answers_can_be_cut_short() {
    let server = MinappServer::start();
    server.fault(Fault::closed());
    assert!(send(&server, &request("GET", LIST, "")).expect("the connection is not reset").is_empty());
    server.fault(Fault::truncated());
    let reply = parse(&send(&server, &request("GET", LIST, "")).expect("the connection is not reset"));
    assert!(!reply.body.is_empty());
    assert!(!reply.head.contains(&format!("content-length: {}\r\n", reply.body.len())), "{}", reply.head);
}

#[test]
fn connections_can_be_reset_in_every_phase() {
    let server = MinappServer::start();
    for phase in [Phase::BeforeRequest, Phase::InRequest, Phase::BeforeAnswer, Phase::InHead, Phase::InBody] {
        server.fault(Fault::reset(phase));
        let reply = send(&server, &request("POST", LIST, "{}"));
        assert_eq!(reply.map_err(|error| error.kind()), Err(ErrorKind::ConnectionReset), "{phase:?}");
    }
    assert_eq!(server.attempts(), 5);
    assert_eq!(server.requests().len(), 3, "the first two are not recorded");
}

#[test]
fn answers_can_be_slow() {
    let server = MinappServer::start();
    for fault in [Fault::late, Fault::slow_head, Fault::slow_body] {
        server.fault(fault(Duration::from_millis(2)));
        let begin = Instant::now();
        assert_eq!(call(&server, "GET", "/cloud-function/", "").status, 200);
        assert!(begin.elapsed() >= Duration::from_millis(2));
    }
    server.fault(Fault::slow_body(Duration::from_millis(2)));
    let begin = Instant::now();
    let length = call(&server, "GET", "/cloud-function/", "").body.len();
    assert!(begin.elapsed() >= Duration::from_millis(2) * u32::try_from(length).expect("a short body"));
}

#[test]
fn a_body_can_be_endless() {
    let server = MinappServer::start();
    server.fault(Fault::endless());
    let mut stream = connect(&server);
    stream.write_all(request("GET", LIST, "").as_bytes()).expect("the server reads");
    let mut bytes = vec![0; 1 << 20];
    stream.read_exact(&mut bytes).expect("there is always more");
    assert!(bytes.starts_with(b"HTTP/1.1 200 OK\r\n"));
}

#[test]
fn what_is_not_http_is_refused() {
    let server = MinappServer::start();
    let chunked = format!("POST {LIST} HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n");
    for request in ["banana\r\n\r\n", "GET / HTTP/1.1\r\ncontent-length: many\r\n\r\n", &chunked] {
        let reply = send(&server, request).expect("the connection is not reset");
        assert!(reply.starts_with(b"HTTP/1.1 400 "), "{request}");
    }
}
