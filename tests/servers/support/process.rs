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
    /// Ends the server once this process is gone, however that comes: then nobody holds its standard input any more.
    guard: Child,
    log: PathBuf,
}

/// What the guard does, given the server's process group.
const GUARD: &str = "cat; kill -s TERM -- \"-$1\"; sleep 20; kill -s KILL -- \"-$1\"";

/// How long a server may take to end by itself before it is killed.
const PATIENCE: Duration = Duration::from_secs(15);

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
        let mut guard = Command::new("sh");
        guard.args(["-c", GUARD, "guard", &child.id().to_string()]).process_group(0);
        guard.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        let guard = guard.spawn().expect("a shell can be started");
        let mut process = Self { child, guard, log };
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
}

impl Drop for Process {
    fn drop(&mut self) {
        drop(self.guard.stdin.take());
        let start = Instant::now();
        while start.elapsed() < PATIENCE && matches!(self.child.try_wait(), Ok(None)) {
            thread::sleep(PAUSE);
        }
        let group = format!("-{}", self.child.id());
        let _ = Command::new("kill").args(["-s", "KILL", "--", &group]).stderr(Stdio::null()).status();
        let _ = self.child.wait();
        let _ = self.guard.kill();
        let _ = self.guard.wait();
    }
}
