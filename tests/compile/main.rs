//! What must compile against the client: its documented use, the READMEs' snippets, a crate of its own, the tour.

mod chains;
mod downstream;
mod pass;
mod snippets;
mod tour;

use std::path::Path;
use std::process::Command;

use tests::child;

/// The folder for what these tests write.
const TEMPORARY: &str = env!("CARGO_TARGET_TMPDIR");

/// Runs cargo in a folder and returns what it printed.
fn cargo(folder: &Path, arguments: &[&str]) -> String {
    printed(child::cargo(TEMPORARY, folder).args(arguments))
}

/// Runs a program, which must succeed, and returns what it printed.
fn printed(command: &mut Command) -> String {
    let output = child::output(command);
    let printed = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert!(output.status.success(), "{command:?}: {}\n{printed}", output.status);
    printed
}
