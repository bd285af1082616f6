//! Reading requests off a connection.

use std::io;

use serde_json::Value;
use tokio::io::AsyncReadExt;
use tokio::net::TcpStream;

const MAXIMUM_HEAD: usize = 64 * 1024;
const MAXIMUM_HEADERS: usize = 64;

/// A request as it arrived.
#[derive(Clone, Debug)]
pub struct RecordedRequest {
    /// Method.
    pub method: String,
    /// The target of the request line, undecoded: path and query.
    pub target: String,
    /// Headers in order, names as sent.
    pub headers: Vec<(String, Vec<u8>)>,
    /// Body.
    pub body: Vec<u8>,
    /// Number of the connection it came on, counted from 0.
    pub connection: usize,
}

impl RecordedRequest {
    /// Method and target: `GET /userve/v1.3/cloud-function/`.
    pub fn line(&self) -> String {
        format!("{} {}", self.method, self.target)
    }

    /// The target without its query.
    pub fn path(&self) -> &str {
        self.target.split_once('?').map_or(&*self.target, |(path, _)| path)
    }

    /// The target's query, undecoded.
    pub fn query(&self) -> &str {
        self.target.split_once('?').map_or("", |(_, query)| query)
    }

    /// The first header of this name, if it is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        let (_, value) = self.headers.iter().find(|(present, _)| present.eq_ignore_ascii_case(name))?;
        std::str::from_utf8(value).ok()
    }

    /// The body as JSON.
    ///
    /// # Panics
    ///
    /// When it is none.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("the request's body is JSON")
    }

    /// Whether the peer wants the connection for further requests.
    pub(super) fn keeps_alive(&self) -> bool {
        !self.header("connection").is_some_and(|value| value.eq_ignore_ascii_case("close"))
    }
}

/// One connection and what was read ahead of it.
pub(super) struct Reader {
    pub(super) stream: TcpStream,
    buffer: Vec<u8>,
    connection: usize,
}

impl Reader {
    pub(super) fn new(stream: TcpStream, connection: usize) -> Self {
        Self { stream, buffer: Vec::new(), connection }
    }

    /// Waits until a request begins; false when the peer is done instead. Takes nothing off the socket.
    pub(super) async fn wait(&self) -> io::Result<bool> {
        Ok(!self.buffer.is_empty() || self.stream.peek(&mut [0]).await? > 0)
    }

    /// Reads request line and headers.
    pub(super) async fn head(&mut self) -> io::Result<RecordedRequest> {
        loop {
            if let Some((request, length)) = parse_head(&self.buffer, self.connection)? {
                self.buffer.drain(..length);
                return Ok(request);
            }
            if self.buffer.len() > MAXIMUM_HEAD {
                return Err(invalid("a longer head than this server takes"));
            }
            self.fill().await?;
        }
    }

    /// Reads the body that the headers announce.
    pub(super) async fn body(&mut self, request: &mut RecordedRequest) -> io::Result<()> {
        if request.header("transfer-encoding").is_some() {
            return Err(invalid("this server takes only bodies of a stated length"));
        }
        let length = match request.header("content-length") {
            None => 0,
            Some(text) => text.parse().map_err(|_| invalid("a content-length that is no number"))?,
        };
        while self.buffer.len() < length {
            self.fill().await?;
        }
        request.body = self.buffer.drain(..length).collect();
        Ok(())
    }

    async fn fill(&mut self) -> io::Result<()> {
        match self.stream.read_buf(&mut self.buffer).await? {
            0 => Err(io::ErrorKind::UnexpectedEof.into()),
            _ => Ok(()),
        }
    }
}

/// The head at the start of `bytes` and its length, or none while it is incomplete.
fn parse_head(bytes: &[u8], connection: usize) -> io::Result<Option<(RecordedRequest, usize)>> {
    let mut headers = [httparse::EMPTY_HEADER; MAXIMUM_HEADERS];
    let mut head = httparse::Request::new(&mut headers);
    let httparse::Status::Complete(length) = head.parse(bytes).map_err(invalid)? else { return Ok(None) };
    let (Some(method), Some(target)) = (head.method, head.path) else { return Err(invalid("no request line")) };
    let headers = head.headers.iter().map(|header| (header.name.to_owned(), header.value.to_vec())).collect();
    let request = RecordedRequest { method: method.to_owned(), target: target.to_owned(), headers, body: Vec::new(), connection };
    Ok(Some((request, length)))
}

fn invalid(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, error)
}
