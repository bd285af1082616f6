//! A peer that shares no code with the server: bytes out, bytes in.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::Value;
use tests::minapp_server::MinappServer;

/// An answer, taken apart by hand.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    pub(crate) fn json(&self) -> Value {
        assert!(self.head.contains("content-type: application/json\r\n"), "{}", self.head);
        serde_json::from_slice(&self.body).expect("the body is JSON")
    }
}

/// Sends one request below the base path on a connection of its own.
pub(crate) fn call(server: &MinappServer, method: &str, path: &str, body: &str) -> Reply {
    let reply = send(server, &request(method, &format!("/userve/v1.3{path}"), body));
    parse(&reply.expect("the connection is not reset"))
}

/// The text of a request that asks for the connection to be closed.
pub(crate) fn request(method: &str, target: &str, body: &str) -> String {
    let length = body.len();
    format!(
        "{method} {target} HTTP/1.1\r\nhost: minapp\r\nconnection: close\r\ncontent-type: application/json\r\n\
         content-length: {length}\r\n\r\n{body}"
    )
}

/// Sends bytes on a connection of their own and reads until its end.
pub(crate) fn send(server: &MinappServer, request: &str) -> io::Result<Vec<u8>> {
    let mut stream = connect(server);
    stream.write_all(request.as_bytes())?;
    let mut reply = Vec::new();
    stream.read_to_end(&mut reply)?;
    Ok(reply)
}

pub(crate) fn connect(server: &MinappServer) -> TcpStream {
    let stream = TcpStream::connect(server.address()).expect("the server listens");
    stream.set_read_timeout(Some(Duration::from_secs(10))).expect("a read timeout can be set");
    stream
}

/// Takes one complete answer apart.
pub(crate) fn parse(reply: &[u8]) -> Reply {
    let text = String::from_utf8_lossy(reply);
    let (head, _) = text.split_once("\r\n\r\n").expect("the head ends");
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("the status is a number");
    Reply { status, head: format!("{head}\r\n"), body: reply[head.len() + 4..].to_vec() }
}
