//! Fails the build when this client and the API description that it was generated from have drifted apart.
//!
//! `generated.lock` beside this file records a fingerprint of each file of the description and of each generated file. They are
//! compared whenever one of them changes. What is not there to compare with, such as the description of a client that is built
//! from a git repository of its own, is skipped. With `CLIENTSMITH_DRIFT=warn` in the environment, drift is a warning.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{env, fs};

/// What was generated, and from what.
const LOCK: &str = "generated.lock";

/// The folders in which every file is generated.
const ROOTS: [&str; 2] = ["src/generated", "src/runtime"];

fn main() {
    println!("cargo::rerun-if-env-changed=CLIENTSMITH_DRIFT");
    println!("cargo::rerun-if-changed=build.rs");
    match fs::read_to_string(LOCK) {
        Ok(text) => {
            println!("cargo::rerun-if-changed={LOCK}");
            let lock = Lock::read(&text);
            report(&lock.drift(), lock.command);
        }
        Err(error) => report(&[format!("`{LOCK}` cannot be read: {error}")], "clientsmith generate"),
    }
}

/// Fails the build if there is drift, or warns of it.
fn report(drift: &[String], command: &str) {
    let is_tolerated = env::var_os("CLIENTSMITH_DRIFT").is_some_and(|value| value == "warn");
    let severity = if is_tolerated { "warning" } else { "error" };
    for sentence in drift {
        println!("cargo::{severity}={sentence}");
    }
    if !drift.is_empty() {
        println!("cargo::{severity}=the client and its description have drifted apart; to mend it, run: {command}");
    }
}

/// The facts of the lock that can be verified without the generator.
struct Lock<'a> {
    /// Whether the last run came to its end.
    is_complete: bool,
    /// What to run.
    command: &'a str,
    /// Fingerprints of the files it was generated from, by path.
    sources: BTreeMap<&'a str, &'a str>,
    /// Fingerprints of the generated files, by path.
    files: BTreeMap<&'a str, &'a str>,
}

impl<'a> Lock<'a> {
    fn read(text: &'a str) -> Self {
        let mut lock = Lock { is_complete: false, command: "", sources: BTreeMap::new(), files: BTreeMap::new() };
        for line in text.lines() {
            let (kind, fact) = line.split_once(' ').unwrap_or((line, ""));
            let (fingerprint, path) = fact.split_once(' ').unwrap_or((fact, ""));
            match kind {
                "state" => lock.is_complete = fact == "complete",
                "command" => lock.command = fact,
                "source" => drop(lock.sources.insert(path, fingerprint)),
                "file" => drop(lock.files.insert(path, fingerprint)),
                _ => {}
            }
        }
        lock
    }

    /// All that is not as it was recorded, a sentence each.
    fn drift(&self) -> Vec<String> {
        let mut drift = Vec::new();
        if !self.is_complete {
            drift.push(format!("`{LOCK}` says that generating was interrupted"));
        }
        for (path, recorded) in &self.sources {
            // A path that does not exist would rerun every build, and there is nothing to compare with.
            if let Ok(bytes) = fs::read(path) {
                println!("cargo::rerun-if-changed={path}");
                if fingerprint(&bytes) != *recorded {
                    drift.push(format!("`{path}` has changed since the client was generated from it"));
                }
            }
        }
        let mut found = BTreeSet::new();
        for root in ROOTS {
            if Path::new(root).exists() {
                println!("cargo::rerun-if-changed={root}");
                visit(root, &mut found);
            }
        }
        for (path, recorded) in &self.files {
            found.remove(*path);
            match fs::read(path) {
                Ok(bytes) if fingerprint(&bytes) == *recorded => {}
                Ok(_) => drift.push(format!("`{path}` was edited, but it is generated")),
                Err(error) => drift.push(format!("`{path}` is missing: {error}")),
            }
        }
        drift.extend(found.iter().map(|path| format!("`{path}` is not a generated file, but stands among them")));
        drift
    }
}

/// Collects the files below a folder; hidden ones belong to editors and systems.
fn visit(folder: &str, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let path = format!("{folder}/{name}");
        if name.starts_with('.') {
            continue;
        }
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            visit(&path, found);
        } else {
            found.insert(path);
        }
    }
}

/// FNV-1a, 128 bits, over the bytes with line ends as LF, as 32 hexadecimal digits.
fn fingerprint(bytes: &[u8]) -> String {
    let mut hash: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    for (index, byte) in bytes.iter().enumerate() {
        if *byte != b'\r' || bytes.get(index + 1) != Some(&b'\n') {
            hash = (hash ^ u128::from(*byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
        }
    }
    format!("{hash:032x}")
}
