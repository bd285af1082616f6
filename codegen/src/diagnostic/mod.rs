//! `Diagnostics`: the sink that every stage reports into.

mod allowance;
mod print;
mod problem;
mod suggest;

use std::{collections::BTreeSet, fmt, ops::Range};

use self::problem::shortened;
pub use self::{
    allowance::Allowance,
    print::{Style, render, to_json},
    problem::{Problem, Related},
    suggest::{suggest, suggest_within},
};
use crate::{
    node::Origin,
    source::{FileId, Sources},
};

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

impl fmt::Display for Severity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

/// What part of the entry at an origin is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The value.
    Value,
    /// The key before it.
    Key,
}

/// Where a problem is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In no file, such as one that is missing.
    Nowhere,
    /// In a file as a whole.
    File(FileId),
    /// In a file's text, for there are no nodes.
    Text {
        /// The file.
        file: FileId,
        /// The bytes to underline.
        span: Range<usize>,
    },
    /// At a value.
    Node {
        /// The entry it is about.
        at: Origin,
        /// The part of the entry.
        part: Part,
    },
}

/// A problem and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// Where it is.
    pub place: Place,
    /// What is wrong.
    pub problem: Problem,
    /// Why it is allowed, if it is an error that is.
    pub allowed: Option<String>,
}

impl Diagnostic {
    /// How bad it is: an error that is allowed is a warning.
    pub fn severity(&self) -> Severity {
        match self.allowed {
            Some(_) => Severity::Warning,
            None => self.problem.severity(),
        }
    }
}

/// The problems found so far.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    found: Vec<Diagnostic>,
    /// The files whose problems are among them.
    included: BTreeSet<FileId>,
    /// For how many misspelt words the one that was meant has been sought.
    suggestions: usize,
    /// Whether nobody looks into it.
    is_unheard: bool,
}

/// For how many misspelt words the one that was meant is sought; hardly anyone reads about more.
const SUGGESTIONS: usize = 200;

impl Diagnostics {
    /// A sink that nobody looks into.
    pub fn unheard() -> Self {
        Self { is_unheard: true, ..Self::default() }
    }

    /// The candidate that a word is most likely a misspelling of, for a problem that is to be reported.
    pub fn suggest<'c>(&mut self, word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
        if self.is_unheard || self.suggestions == SUGGESTIONS {
            return None;
        }
        self.suggestions += 1;
        suggest(word, candidates)
    }

    /// Reports a problem with the value at an origin.
    pub fn report(&mut self, at: Origin, problem: Problem) {
        self.report_at(Place::Node { at, part: Part::Value }, problem);
    }

    /// Reports a problem with the key that the value at an origin stands under.
    pub fn report_key(&mut self, at: Origin, problem: Problem) {
        self.report_at(Place::Node { at, part: Part::Key }, problem);
    }

    /// Reports a problem that is not a value's.
    pub fn report_at(&mut self, place: Place, mut problem: Problem) {
        if self.is_unheard {
            return;
        }
        problem.shorten();
        self.found.push(Diagnostic { place, problem, allowed: None });
    }

    /// Takes over what was reported elsewhere.
    pub fn extend(&mut self, other: Self) {
        self.found.extend(other.found);
    }

    /// Takes over what is wrong with a file, once.
    pub fn include(&mut self, file: FileId, problems: &Self) {
        if !self.is_unheard && self.included.insert(file) {
            self.found.extend(problems.found.iter().cloned());
        }
    }

    /// Forgets warnings and notes.
    pub fn keep_errors(&mut self) {
        self.found.retain(|diagnostic| diagnostic.problem.severity() == Severity::Error);
    }

    /// Brings the problems into the order of their places, and drops repetitions.
    pub fn sort(&mut self, sources: &Sources) {
        self.found.sort_by_cached_key(|found| {
            (found.place.order(sources), std::cmp::Reverse(found.severity()), found.problem.code(), found.problem.to_string())
        });
        self.found.dedup_by(|one, other| one.problem == other.problem && one.place.order(sources) == other.place.order(sources));
    }

    /// The problems, in the order in which they were reported or sorted.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.found.iter()
    }

    /// How many problems there are.
    pub fn len(&self) -> usize {
        self.found.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// How many problems of one severity there are.
    pub fn count(&self, severity: Severity) -> usize {
        self.found.iter().filter(|diagnostic| diagnostic.severity() == severity).count()
    }

    /// Whether one of the problems is an error.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// Whether one of the problems is an error after which there is nothing to go on with.
    pub fn has_obstacles(&self) -> bool {
        self.found.iter().any(|found| found.severity() == Severity::Error && !found.problem.is_allowable())
    }
}

impl<'d> IntoIterator for &'d Diagnostics {
    type Item = &'d Diagnostic;
    type IntoIter = std::slice::Iter<'d, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Place {
    /// Sorts as the text does: origins are in its order, and a file is either read or not.
    fn order(&self, sources: &Sources) -> (Option<FileId>, usize, bool) {
        match self {
            Self::Nowhere => (None, 0, false),
            Self::File(file) => (Some(*file), 0, false),
            Self::Text { file, span } => (Some(*file), span.start, false),
            Self::Node { at, part } => (Some(sources.file(*at)), sources.written(*at).0 as usize, *part == Part::Value),
        }
    }
}
