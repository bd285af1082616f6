//! What the libraries below the client write to the log.

use std::sync::{Mutex, PoisonError};

use tests::scripted_server::{Script, ScriptedServer};

use super::{WAYS, client};
use crate::generated::models::CloudFunction;
use crate::runtime::Body;

static LINES: Mutex<Vec<String>> = Mutex::new(Vec::new());

struct Log;

impl log::Log for Log {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        let line = format!("{} {} {}", record.level(), record.target(), record.args());
        LINES.lock().unwrap_or_else(PoisonError::into_inner).push(line);
    }

    fn flush(&self) {}
}

/// At the most talkative level: headers, queries and bodies may be secret.
#[tokio::test]
async fn no_log_holds_a_secret() {
    log::set_logger(&Log).expect("no other test sets one");
    log::set_max_level(log::LevelFilter::Trace);
    for way in WAYS {
        let answers = [
            Script::from("HTTP/1.1 200 OK\r\nset-cookie: a=hunter2\r\ncontent-length: 9\r\n\r\n\"hunter2\""),
            Script::from("HTTP/1.1 302 Found\r\nlocation: /?hunter2\r\ncontent-length: 7\r\n\r\nhunter2"),
            Script::from("hunter2\r\n\r\n"),
            Script::new().reset(),
            Script::from("HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\nhunter2"),
        ];
        let count = answers.len();
        let server = ScriptedServer::start(answers);
        let client = client(&server, |client| client.header("cookie", "hunter2").header("authorization", "Bearer hunter2"));
        for _ in 0..count {
            drop(way.take(client.cloud_functions().get("a?hunter2")).await);
        }
    }
    let server = ScriptedServer::start(["HTTP/1.1 201 Created\r\ncontent-length: 0\r\n\r\n"]);
    let client = client(&server, |client| client);
    drop(client.cloud_functions().create(CloudFunction::new(1, "hunter2")).await);
    drop(Body::from("hunter2"));
    let lines = std::mem::take(&mut *LINES.lock().unwrap_or_else(PoisonError::into_inner));
    assert!(lines.iter().any(|line| line.contains("reqwest")), "the log works: {lines:?}");
    let leaks: Vec<_> = lines.iter().filter(|line| line.contains("hunter2")).collect();
    assert!(leaks.is_empty(), "{leaks:?}");
}
