//! A server on a real socket that answers each connection by a text, and tells what it was asked.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// A server that answers each connection by one of some texts and closes it.
#[derive(Debug)]
pub struct ScriptedServer {
    address: String,
    requests: mpsc::Receiver<String>,
}

impl ScriptedServer {
    /// Starts a server with these answers, a status line, headers and body each.
    pub fn start(answers: impl IntoIterator<Item = &'static str>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("the loopback interface has a free port");
        let address = format!("http://{}", listener.local_addr().expect("a bound listener has an address"));
        let (sender, requests) = mpsc::channel();
        let answers: Vec<_> = answers.into_iter().collect();
        thread::spawn(move || {
            for answer in answers {
                let Ok((mut stream, _)) = listener.accept() else { return };
                let request = read(&stream);
                // Nobody may be there any more.
                drop(stream.write_all(answer.as_bytes()));
                if sender.send(request).is_err() {
                    return;
                }
            }
        });
        Self { address, requests }
    }

    /// Scheme, host and port: `http://127.0.0.1:40000`.
    pub fn origin(&self) -> &str {
        &self.address
    }

    /// The next request as it came, head and body.
    pub fn request(&self) -> String {
        self.requests.recv_timeout(Duration::from_secs(5)).expect("a request comes")
    }
}

fn read(stream: &TcpStream) -> String {
    let mut reader = BufReader::new(stream);
    let mut request = String::new();
    while !request.ends_with("\r\n\r\n") {
        if !matches!(reader.read_line(&mut request), Ok(read) if read > 0) {
            return request;
        }
    }
    let length = request.lines().find_map(|line| line.to_lowercase().strip_prefix("content-length: ")?.parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    reader.read_exact(&mut body).expect("the body comes whole");
    request + &String::from_utf8_lossy(&body)
}
