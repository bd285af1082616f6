//! A server on the loopback that answers each call at once, in a process of its own.

use std::env;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::documents::Chance;

/// The process; it ends with this value.
pub(crate) struct Server {
    process: Child,
    pub(crate) address: String,
}

impl Server {
    pub(crate) fn start() -> Self {
        let program = env::current_exe().expect("a running program has a path");
        let mut process =
            Command::new(program).arg("--serve").stdout(Stdio::piped()).spawn().expect("the program can run itself");
        let mut address = String::new();
        let output = process.stdout.take().expect("its output was asked for");
        BufReader::new(output).read_line(&mut address).expect("the server tells its address");
        Self { process, address: address.trim().to_owned() }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // If it has ended already, there is nothing left to do.
        let _ = self.process.kill().and_then(|()| self.process.wait());
    }
}

/// Serves until it is killed.
pub(crate) fn run() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().expect("there is a network");
    runtime.block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        println!("http://{}", listener.local_addr().expect("it is bound"));
        let answers = Arc::new(Answers::new());
        while let Ok((connection, _)) = listener.accept().await {
            tokio::spawn(serve(connection, answers.clone()));
        }
    });
}

struct Answers {
    page: Vec<u8>,
    record: Vec<u8>,
}

impl Answers {
    fn new() -> Self {
        let chance = &mut Chance::new();
        let page = serde_json::to_vec(&chance.page(20)).expect("records are JSON");
        let record = serde_json::to_vec(&chance.record()).expect("records are JSON");
        Self { page: answer("200 OK", &page), record: answer("201 Created", &record) }
    }
}

fn answer(status: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n", body.len());
    [head.as_bytes(), body].concat()
}

/// Answers the requests of a connection, until it is closed or fails.
async fn serve(mut connection: TcpStream, answers: Arc<Answers>) {
    let mut received = Vec::with_capacity(1 << 16);
    loop {
        while let Some((length, is_get)) = request(&received) {
            let answer = if is_get { &answers.page } else { &answers.record };
            if connection.write_all(answer).await.is_err() {
                return;
            }
            received.drain(..length);
        }
        if !matches!(connection.read_buf(&mut received).await, Ok(1..)) {
            return;
        }
    }
}

/// How long the request is that has been received, if all of it is there, and whether it is a `GET`.
fn request(received: &[u8]) -> Option<(usize, bool)> {
    let mut headers = [httparse::EMPTY_HEADER; 32];
    let mut request = httparse::Request::new(&mut headers);
    let httparse::Status::Complete(head) = request.parse(received).ok()? else { return None };
    let is_length = |header: &&httparse::Header<'_>| header.name.eq_ignore_ascii_case("content-length");
    let length = request.headers.iter().find(is_length).and_then(|header| std::str::from_utf8(header.value).ok()?.parse().ok());
    let whole = head + length.unwrap_or(0);
    (received.len() >= whole).then_some((whole, request.method == Some("GET")))
}
