//! Running cargo from within a test: with what is already downloaded, and not for ever.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Child, Command, ExitStatus};
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(600);

/// Runs cargo in a folder and gives what it printed, which is also kept under the given name.
///
/// # Panics
///
/// When it fails or takes too long; the message has what it printed.
pub(crate) fn run(name: &str, folder: &Path, arguments: &[&str], target: &Path) -> String {
    // Into a file, because nobody reads a pipe while the process is waited for.
    let log_path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name).with_extension("log");
    let log = File::create(&log_path).expect("the target folder can be written");
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(arguments).current_dir(folder).env("CARGO_TARGET_DIR", target).env("CARGO_NET_OFFLINE", "true");
    cargo.stderr(log.try_clone().expect("a file handle can be copied")).stdout(log);
    let status = wait(cargo.spawn().expect("cargo can be started"));
    let log = fs::read_to_string(&log_path).unwrap_or_default();
    assert!(status.is_some_and(|status| status.success()), "{status:?} after at most {PATIENCE:?}:\n{log}");
    log
}

/// The target folder that this test was built in.
pub(crate) fn target() -> &'static Path {
    Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("it is a folder of the target folder")
}

/// Waits for the end of a process; one that takes too long is stopped.
fn wait(mut child: Child) -> Option<ExitStatus> {
    let begin = Instant::now();
    while begin.elapsed() < PATIENCE {
        if let Some(status) = child.try_wait().expect("a child can be waited for") {
            return Some(status);
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    // It may just have ended by itself.
    let _ = child.kill();
    let _ = child.wait();
    None
}
