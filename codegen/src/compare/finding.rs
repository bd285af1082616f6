//! `Finding`: a change, what it means for whom, and what follows from it.

use super::rule::{Direction, Rule, Severity};
use crate::record::Key;

/// A change of a public API, what it means for whom, and what follows from it.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule that says what it means.
    pub rule: &'static Rule,
    /// Where the item comes from in the description.
    pub key: Key,
    /// The path of the item in Rust, as it was if it was there.
    pub path: String,
    /// What was there, in Rust; empty if nothing was.
    pub before: String,
    /// What is there now, in Rust; empty if nothing is.
    pub after: String,
    /// Which way the values travel.
    pub direction: Direction,
    /// How bad it is for programs that are compiled with the new client.
    pub source: Option<Severity>,
    /// How bad it is for programs that were compiled with the old client and talk to the new server.
    pub wire: Option<Severity>,
    /// How bad it is for programs that compile with the new client, and then do something else.
    pub behaviour: Option<Severity>,
    /// Where the description says so, if the description is known.
    pub location: Option<Location>,
    /// What follows from it.
    pub consequences: Vec<Consequence>,
    /// Why it does not count, if the settings allow it.
    pub allowed: Option<String>,
}

/// Something that follows from a change.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Consequence {
    /// The id of the rule for it.
    pub rule: &'static str,
    /// Where the item comes from in the description.
    pub key: Key,
    /// The path of the item in Rust.
    pub path: String,
}

/// A place in a description.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The path of the file.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
}

impl Finding {
    /// The worst that it means for anybody.
    pub fn severity(&self) -> Option<Severity> {
        self.source.max(self.wire).max(self.behaviour)
    }

    /// Whether programs that use the client cannot be compiled any more, or silently do something else.
    pub fn is_break(&self) -> bool {
        self.allowed.is_none() && self.source.max(self.behaviour) == Some(Severity::Breaks)
    }

    /// What is said of it.
    pub fn message(&self) -> String {
        let texts =
            [("{path}", self.path.as_str()), ("{key}", self.key.as_str()), ("{before}", &self.before), ("{after}", &self.after)];
        let replace = |message: String, (mark, text): (&str, &str)| message.replace(mark, text);
        texts.into_iter().fold(self.rule.message.to_owned(), replace)
    }
}
