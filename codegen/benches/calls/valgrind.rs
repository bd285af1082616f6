//! Runs a program under one of valgrind's tools, which see each allocation and each instruction.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Why there is no table where valgrind is missing.
pub(crate) const MISSING: &str = "(left out: there is no valgrind)\n";

/// This program.
pub(crate) fn itself() -> PathBuf {
    env::current_exe().expect("a running program has a path")
}

/// What a tool says of a program with these arguments; `None` without valgrind.
pub(crate) fn run(tool: &str, options: &[&str], program: &Path, arguments: &[&str]) -> Option<String> {
    let mut valgrind = Command::new("valgrind");
    valgrind.arg(format!("--tool={tool}")).args(options).arg(program).args(arguments);
    let output = valgrind.stdin(Stdio::null()).output().ok()?;
    let report = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{report}");
    Some(report)
}

/// The number behind some words of a report: `Collected : 1234` or `At t-gmax: 1,234 bytes`.
pub(crate) fn number(report: &str, words: &str) -> usize {
    let (_, rest) = report.split_once(words).expect("the tool tells this number");
    let digits = rest.trim_start().chars().take_while(|character| character.is_ascii_digit() || *character == ',');
    digits.filter(char::is_ascii_digit).collect::<String>().parse().expect("the tool tells numbers")
}
