//! `Process`: a server that runs until it is dropped.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::net::TcpStream;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tests::child;

/// A server that runs until it is dropped.
pub(crate) struct Process {
    child: Child,
    log: PathBuf,
}

/// How long a server may take to end by itself before it is killed.
const PATIENCE: Duration = Duration::from_secs(20);

const PAUSE: Duration = Duration::from_millis(50);

impl Process {
    /// Starts a server, and waits until it accepts connections.
    ///
    /// # Panics
    ///
    /// If the program is not installed, or ends before it accepts connections; the message has what it printed.
    pub(crate) fn start(command: &mut Command, folder: &Path, port: u16, install: &str) -> Self {
        let log = folder.join("log");
        let file = File::create(&log).expect("the log can be written");
        let output = file.try_clone().expect("a file handle can be copied");
        // A group of its own, so that whatever it starts ends with it.
        command.current_dir(folder).stdin(Stdio::null()).stdout(output).stderr(file).process_group(0);
        let child = command.spawn().unwrap_or_else(|error| match error.kind() {
            ErrorKind::NotFound => panic!("{} is not installed: {install}", command.get_program().display()),
            _ => panic!("{command:?} cannot be started: {error}"),
        });
        let mut process = Self { child, log };
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let ended = process.child.try_wait().expect("a child can be waited for");
            assert!(ended.is_none() && start.elapsed() < child::LIMIT, "{command:?} does not answer:\n{}", process.printed());
            thread::sleep(PAUSE);
        }
        process
    }

    /// What the server printed.
    pub(crate) fn printed(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// Sends a signal to the server and to whatever it has started.
    fn signal(&self, signal: &str) {
        let group = format!("-{}", self.child.id());
        let _ = Command::new("kill").args(["-s", signal, "--", &group]).stderr(Stdio::null()).status();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.signal("TERM");
        let start = Instant::now();
        while start.elapsed() < PATIENCE && matches!(self.child.try_wait(), Ok(None)) {
            thread::sleep(PAUSE);
        }
        self.signal("KILL");
        let _ = self.child.wait();
    }
}
