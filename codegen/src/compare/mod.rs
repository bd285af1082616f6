//! Compares two public APIs of a client: what changed, who is affected and which version is next.
//!
//! - `pairs` matches the items of both APIs; `change` is one pair that differs.
//! - `rules` has a file for each kind of change, with its severities for source, wire and behaviour.
//! - `fold` puts consequences below their cause; `verdict` decides the next version.
//! - `report` formats the findings as text, Markdown and JSON.
//! - `held_back` lists the recorded decisions that the description alone would not give.

mod arguments;
mod change;
mod comparison;
mod constraint;
mod credentials;
mod direction;
mod facts;
mod finding;
mod fold;
mod held_back;
mod json_type;
mod pairs;
mod report;
mod rule;
mod rules;
mod subject;
mod used;
mod verdict;

pub use self::finding::{Consequence, Finding, Location};
pub use self::held_back::{HeldBack, held_back};
pub use self::report::Report;
pub use self::rule::{Direction, Effect, Example, Note, Opposite, Rule, Severity};
pub use self::rules::{RULES, table};
pub use self::verdict::{Verdict, Version, VersionError};

use crate::record::Record;

/// Compares two public APIs.
pub fn report(before: &Record, after: &Record) -> Report {
    Report::new(comparison::findings(before, after))
}
