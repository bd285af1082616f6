//! A crate outside the workspace that depends on the client by path: it builds, and its own tests pass.

use std::fs;
use std::path::Path;

use crate::cargo;

#[test]
fn a_crate_of_its_own_builds_and_passes_its_tests() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    let package = tests.join("downstream");
    // The versions that this workspace has already downloaded; cargo drops the packages that are not needed.
    fs::copy(tests.with_file_name("Cargo.lock"), package.join("Cargo.lock")).expect("the lock file can be copied");
    cargo(&package, &["check", "--quiet"]);
    let log = cargo(&package, &["test", "--quiet", "--no-default-features"]);
    let passed = |line: &str| line.starts_with("test result: ok. ") && !line.contains(" 0 passed");
    assert!(log.lines().any(passed), "{log}");
}
