//! A crate outside the workspace that depends on the client by path: it builds, and its own tests pass.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Child, Command, ExitStatus};
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(600);

#[test]
fn a_crate_of_its_own_builds_and_passes_its_tests() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("it is a folder of the target folder").join("downstream");
    let package = tests.join("downstream");
    // The versions that this workspace has already downloaded; cargo drops the packages that are not needed.
    fs::copy(tests.with_file_name("Cargo.lock"), package.join("Cargo.lock")).expect("the lock file can be copied");
    fs::create_dir_all(&target).expect("the target folder can be written");

    let log_path = target.join("test.log");
    let log = File::create(&log_path).expect("the target folder can be written");
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["test", "--offline", "--quiet"]).current_dir(&package).env("CARGO_TARGET_DIR", &target);
    cargo.stderr(log.try_clone().expect("a file handle can be copied")).stdout(log);
    let status = wait(cargo.spawn().expect("cargo can be started"));
    let log = fs::read_to_string(&log_path).unwrap_or_default();
    assert!(status.is_some_and(|status| status.success()), "{status:?} after at most {PATIENCE:?}:\n{log}");
    assert!(log.contains("test result: ok. "), "{log}");
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
