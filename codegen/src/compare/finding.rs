//! `Finding`: a change, its severities and its consequences.

use super::rule::{Direction, Rule, Severity};
use crate::record::Key;

/// A change of a public API, with its severities and consequences.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// The key of the item: its origin in the description.
    pub key: Key,
    /// The old Rust path of the item, or the new one if it was added.
    pub path: String,
    /// The old state in Rust syntax; empty if the item was added.
    pub before: String,
    /// The new state in Rust syntax; empty if the item was removed.
    pub after: String,
    /// Whether the values are sent or received.
    pub direction: Direction,
    /// The severity for code that is compiled with the new client.
    pub source: Option<Severity>,
    /// The severity for deployed programs that use the old client with the new server.
    pub wire: Option<Severity>,
    /// The severity for code that compiles with the new client but behaves differently.
    pub behaviour: Option<Severity>,
    /// The place in the description, if known.
    pub location: Option<Location>,
    /// The changes that follow from it.
    pub consequences: Vec<Consequence>,
    /// The reason the settings give for allowing it.
    pub allowed: Option<String>,
}

/// A change that follows from another one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Consequence {
    /// The id of its rule.
    pub rule: &'static str,
    /// The key of the item: its origin in the description.
    pub key: Key,
    /// The Rust path of the item.
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
    /// Returns the highest of its severities.
    pub fn severity(&self) -> Option<Severity> {
        self.source.max(self.wire).max(self.behaviour)
    }

    /// Returns whether code that uses the client stops compiling or silently behaves differently.
    pub fn is_break(&self) -> bool {
        self.allowed.is_none() && self.source.max(self.behaviour) == Some(Severity::Breaking)
    }

    /// Returns the message of the rule for this finding.
    pub fn message(&self) -> String {
        self.rule.message_of(&self.key, &self.path, &self.before, &self.after)
    }
}
