//! `Lock::parse`: reads a lock, and says where one is damaged.

use std::collections::BTreeMap;
use std::fmt;

use super::former::Former;
use super::{FORMAT, FORMER, Facts, FilePath, Fingerprint, Lock, State};
use crate::text::unescape;

/// Why a lock cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockError {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong there.
    pub message: String,
}

impl fmt::Display for LockError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for LockError {}

impl Lock {
    /// Reads the text of a lock.
    pub fn parse(text: &str) -> Result<Self, LockError> {
        let mut reader = Reader::default();
        for (index, line) in text.lines().enumerate() {
            if !line.is_empty() && !line.starts_with('#') {
                reader.line(line).map_err(|message| LockError { line: index + 1, message })?;
            }
        }
        reader.finish().map_err(|message| LockError { line: text.lines().count().max(1), message })
    }
}

/// What was read so far.
#[derive(Default)]
struct Reader {
    single: BTreeMap<&'static str, String>,
    facts: Facts,
    files: BTreeMap<FilePath, Fingerprint>,
    former: Former,
}

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The facts that stand in a lock once.
const SINGLE: [&str; 6] = ["format", "state", "generator", "name", "command", "description"];

impl Reader {
    fn line(&mut self, line: &str) -> Result<(), String> {
        if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|mark| line.starts_with(mark)) {
            return Err("an unresolved merge conflict: keep either side of each conflict, then generate".to_owned());
        }
        let (kind, rest) = line.split_once(' ').unwrap_or((line, ""));
        if let Some(kind) = SINGLE.iter().find(|single| **single == kind) {
            return self.single(kind, rest);
        }
        let malformed = || format!("`{line}` is not a `{kind}` line");
        match kind {
            "source" => {
                let (fingerprint, path) = fingerprinted(rest).ok_or_else(malformed)?;
                once(&mut self.facts.sources, unescape(path).ok_or_else(malformed)?, fingerprint, path)
            }
            "file" => {
                let (fingerprint, path) = fingerprinted(rest).ok_or_else(malformed)?;
                once(&mut self.files, FilePath::new(path).map_err(|error| error.to_string())?, fingerprint, path)
            }
            "manifest" => {
                let (key, value) = rest.split_once(" = ").ok_or_else(malformed)?;
                let value = unescape(value).ok_or_else(malformed)?;
                once(&mut self.facts.manifest, unescape(key).ok_or_else(malformed)?, value, key)
            }
            "constructor" if self.is_former() => self.former.constructor(rest).ok_or_else(malformed)?,
            "operation" if self.is_former() => self.former.operation(rest).ok_or_else(malformed)?,
            _ => Err(format!("`{kind}` is not a kind of fact that clientsmith {VERSION} knows")),
        }
    }

    fn single(&mut self, kind: &'static str, value: &str) -> Result<(), String> {
        let value = unescape(value).ok_or_else(|| format!("`{kind}` has no value"))?;
        match kind {
            "format" if value != FORMAT && value != FORMER => {
                Err(format!("the lock has format {value}; clientsmith {VERSION} reads {FORMER} and {FORMAT}"))
            }
            "state" if State::named(&value).is_none() => Err(format!("`{value}` is not a state")),
            _ => once(&mut self.single, kind, value, kind),
        }
    }

    fn is_former(&self) -> bool {
        self.single.get("format").is_some_and(|format| format == FORMER)
    }

    fn finish(mut self) -> Result<Lock, String> {
        let is_former = self.is_former();
        let mut single = |kind| self.single.remove(kind).ok_or_else(|| format!("the lock ends without a `{kind}` line"));
        single("format")?;
        let state = State::named(&single("state")?).ok_or("the lock has no state")?;
        let (generator, name) = (single("generator")?, single("name")?);
        let (command, description) = (single("command")?, single("description")?);
        let former = is_former.then(|| self.former.into_record(&self.facts));
        Ok(Lock { state, facts: Facts { generator, name, command, description, ..self.facts }, files: self.files, former })
    }
}

impl State {
    fn named(name: &str) -> Option<Self> {
        [Self::Complete, Self::Unfinished].into_iter().find(|state| state.to_string() == name)
    }
}

/// `6c62272e07bb014262b821756295c58d src/generated/mod.rs`.
fn fingerprinted(text: &str) -> Option<(Fingerprint, &str)> {
    let (fingerprint, path) = text.split_once(' ')?;
    Some((fingerprint.parse().ok()?, path))
}

fn once<K: Ord, V>(facts: &mut BTreeMap<K, V>, key: K, value: V, name: &str) -> Result<(), String> {
    match facts.insert(key, value) {
        None => Ok(()),
        Some(_) => Err(format!("a second line for `{name}`")),
    }
}
