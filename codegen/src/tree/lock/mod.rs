//! `Lock`: what was generated and from what, a line per fact.

mod former;
mod parse;

pub use parse::LockError;

use std::collections::BTreeMap;
use std::fmt;

use super::fingerprint::Fingerprint;
use super::path::FilePath;
use crate::record::Record;
use crate::text::{escape, is_separator, is_unprintable};

/// The contents of `generated.lock`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lock {
    /// Whether the files are whole.
    pub state: State,
    /// The facts that do not depend on the files.
    pub facts: Facts,
    /// Each generated file but the lock itself.
    pub files: BTreeMap<FilePath, Fingerprint>,
    /// What a lock of format 1 says of the client's public API. Today that has a file to itself.
    pub former: Option<Record>,
}

/// Whether `generate` came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Writing began and did not end: the files may belong to two different runs.
    Unfinished,
    /// All files are written.
    Complete,
}

/// What the files were generated from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Version of clientsmith.
    pub generator: String,
    /// Name of the client crate.
    pub name: String,
    /// The command that generates, for messages.
    pub command: String,
    /// The description, relative to the client crate.
    pub description: String,
    /// The settings and each file of the description, relative to the client crate.
    pub sources: BTreeMap<String, Fingerprint>,
    /// Entries of the client's `Cargo.toml` that clientsmith looks after: `dependencies.bytes` and its value.
    pub manifest: BTreeMap<String, String>,
}

impl Lock {
    /// The lock's file, in the client crate.
    pub const FILE: &str = "generated.lock";

    /// The same facts, marked as not to be relied on.
    pub fn unfinished(&self) -> Self {
        Self { state: State::Unfinished, ..self.clone() }
    }

    /// The text of a lock, of whatever format, with that mark.
    pub(super) fn unfinished_text(text: &str) -> String {
        let line = |line| if line == "state complete" { "state unfinished\n".to_owned() } else { format!("{line}\n") };
        text.lines().map(line).collect()
    }
}

/// The layout that this version writes.
const FORMAT: &str = "2";

/// An older layout that it reads: with calls and constructors, which are in the [`Record`] now.
const FORMER: &str = "1";

impl fmt::Display for Lock {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Facts { generator, name, command, description, sources, manifest } = &self.facts;
        let command = escape(command, is_unprintable);
        writeln!(formatter, "# What clientsmith generated, and from what. Written by `{command}`; do not edit.")?;
        writeln!(formatter, "format {FORMAT}")?;
        writeln!(formatter, "state {}", self.state)?;
        writeln!(formatter, "generator {}", escape(generator, is_unprintable))?;
        writeln!(formatter, "name {}", escape(name, is_unprintable))?;
        writeln!(formatter, "command {command}")?;
        writeln!(formatter, "description {}", escape(description, is_unprintable))?;
        section(formatter, sources, |(path, fingerprint)| format!("source {fingerprint} {}", escape(path, is_unprintable)))?;
        section(formatter, &self.files, |(path, fingerprint)| format!("file {fingerprint} {path}"))?;
        section(formatter, manifest, |(key, value)| {
            format!("manifest {} = {}", escape(key, is_separator), escape(value, is_unprintable))
        })
    }
}

impl fmt::Display for State {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Unfinished => "unfinished",
            Self::Complete => "complete",
        })
    }
}

fn section<K, V>(formatter: &mut fmt::Formatter<'_>, facts: &BTreeMap<K, V>, line: impl Fn((&K, &V)) -> String) -> fmt::Result {
    if !facts.is_empty() {
        writeln!(formatter)?;
    }
    facts.iter().try_for_each(|fact| writeln!(formatter, "{}", line(fact)))
}
