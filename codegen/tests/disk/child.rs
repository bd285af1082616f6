//! Programs that tests start: cargo and others, within one limit, and building in one folder.

use std::fs::File;
use std::io::{Read, Seek};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::time::{Duration, Instant};
use std::{env, thread};

/// The time that a program may take. It catches hangs only: no test fails because a machine is slow.
pub const LIMIT: Duration = Duration::from_secs(30 * 60);

/// Cargo in a folder, without the network. Its output goes into the folder for temporary files. Cargo 1.91 and later keep the
/// rest in the build directory of the tests and use the dependencies that are already there, so the profile is that of the
/// workspace's dependencies.
pub fn cargo(temporary: &str, folder: &Path) -> Command {
    let temporary = Path::new(temporary);
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(folder).env("CARGO_NET_OFFLINE", "true").env("CARGO_INCREMENTAL", "0");
    command.env("CARGO_TARGET_DIR", temporary.join("children")).env("CARGO_BUILD_BUILD_DIR", temporary.join(".."));
    for profile in ["DEV", "DEV_BUILD_OVERRIDE"] {
        command.env(format!("CARGO_PROFILE_{profile}_DEBUG"), "false");
        command.env(format!("CARGO_PROFILE_{profile}_CODEGEN_UNITS"), "16");
    }
    command
}

/// Runs a program to its end; returns its exit status and what it printed.
///
/// # Panics
///
/// If the program cannot be started or does not end within [`LIMIT`].
pub fn output(command: &mut Command) -> Output {
    // Files, because nobody reads a pipe while the program is waited for.
    let files = [(); 2].map(|()| tempfile::tempfile().expect("a temporary file can be made"));
    let [stdout, stderr] = files.each_ref().map(|file| file.try_clone().expect("a file handle can be copied"));
    command.stdin(Stdio::null()).stdout(stdout).stderr(stderr);
    let status = wait(command.spawn().unwrap_or_else(|error| panic!("{command:?} cannot be started: {error}")));
    let [stdout, stderr] = files.map(content);
    let printed = || String::from_utf8_lossy(&[&*stdout, &stderr].concat()).into_owned();
    let status = status.unwrap_or_else(|| panic!("{command:?} does not end within {LIMIT:?}:\n{}", printed()));
    Output { status, stdout, stderr }
}

fn content(mut file: File) -> Vec<u8> {
    let mut content = Vec::new();
    file.rewind().and_then(|()| file.read_to_end(&mut content)).expect("a temporary file can be read");
    content
}

/// Waits for the end of a program; one that takes too long is stopped.
fn wait(mut child: Child) -> Option<ExitStatus> {
    let (start, mut pause) = (Instant::now(), Duration::from_millis(1));
    while start.elapsed() < LIMIT {
        if let Some(status) = child.try_wait().expect("a child can be waited for") {
            return Some(status);
        }
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(50));
    }
    // It may just have ended by itself.
    let _ = child.kill();
    let _ = child.wait();
    None
}
