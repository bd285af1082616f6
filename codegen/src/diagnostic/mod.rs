//! `Diagnostics`: the sink that every stage reports into.

mod problem;

pub use problem::Problem;

use crate::node::Origin;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; nothing is lost.
    Note,
    /// Generated, but something was lost or repaired.
    Warning,
    /// Nothing can be generated.
    Error,
}

/// What part of the entry at an origin is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The value.
    Value,
    /// The key before it.
    Key,
}

/// A problem and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// The entry it is about.
    pub at: Origin,
    /// The part of the entry.
    pub part: Part,
    /// What is wrong.
    pub problem: Problem,
}

/// The problems found so far.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    found: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Reports a problem with the value at an origin.
    pub fn report(&mut self, at: Origin, problem: Problem) {
        self.found.push(Diagnostic { at, part: Part::Value, problem });
    }

    /// Reports a problem with the key that the value at an origin stands under.
    pub fn report_key(&mut self, at: Origin, problem: Problem) {
        self.found.push(Diagnostic { at, part: Part::Key, problem });
    }

    /// Whether one of the problems is an error.
    pub fn has_errors(&self) -> bool {
        self.found.iter().any(|diagnostic| diagnostic.problem.severity() == Severity::Error)
    }
}
