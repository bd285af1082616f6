//! Two public APIs of a client, compared: what changed, for whom, and which version is next.
//!
//! - `pairs` finds out which item of one API is which of the other, `change` what became of each.
//! - `rules` has a file for each kind of change, with what it means for source, wire and behaviour.
//! - `fold` puts what follows from a change below it; `verdict` says which version is next.
//! - `report` is all that is found, as text, Markdown and JSON.
//! - `held_back` is what a record keeps although the description gives something else.

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

/// What changed between two APIs.
pub fn report(before: &Record, after: &Record) -> Report {
    Report::new(comparison::findings(before, after))
}
