//! `Diagnostics`: the sink that every stage reports into.

use std::collections::BTreeSet;

use super::place::{Part, Place};
use super::problem::{Level, Problem, Report};
use super::severity::Severity;
use super::suggest::suggest;
use crate::node::{FileId, Origin};

/// A problem and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Where it is.
    pub place: Place,
    /// Everything that is said of it.
    pub report: Report,
    /// Why it is allowed, if it is an error that is.
    pub allowed: Option<String>,
}

impl Diagnostic {
    /// How bad it is: an error that is allowed is a warning.
    pub fn severity(&self) -> Severity {
        match self.allowed {
            Some(_) => Severity::Warning,
            None => self.report.level.severity(),
        }
    }

    /// Whether it is an error that the settings may still allow.
    pub fn is_allowable(&self) -> bool {
        self.allowed.is_none() && self.report.level.is_allowable()
    }
}

/// The problems found so far.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    pub(crate) found: Vec<Diagnostic>,
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
        if self.may_suggest() { suggest(word, candidates) } else { None }
    }

    /// Whether one more problem may get a suggestion; counts it if so.
    pub fn may_suggest(&mut self) -> bool {
        let may = !self.is_unheard && self.suggestions < SUGGESTIONS;
        self.suggestions += usize::from(may);
        may
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
        self.found.push(Diagnostic { place, report: problem.report(), allowed: None });
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
        self.found.retain(|diagnostic| diagnostic.severity() == Severity::Error);
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
        self.found.iter().any(|found| found.report.level == Level::Fatal)
    }
}

impl<'d> IntoIterator for &'d Diagnostics {
    type Item = &'d Diagnostic;
    type IntoIter = std::slice::Iter<'d, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
