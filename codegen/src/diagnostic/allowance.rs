//! `Allowance`: an error that is not to keep the client from being generated.

use super::print::is_legible;
use super::{Diagnostic, Diagnostics, Place, Problem, Severity};
use crate::source::Sources;

/// An error that is not to keep the client from being generated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// The error's code.
    pub code: String,
    /// Where it is: a JSON Pointer, before which a file and a `#` may stand, and after which `*` for all that is inside.
    pub at: Option<String>,
    /// Why it is allowed.
    pub reason: String,
}

impl Allowance {
    /// What would allow the errors, one by one; nothing if one of them cannot be allowed.
    pub fn of_errors(diagnostics: &Diagnostics, sources: &Sources) -> Vec<Self> {
        let errors = || diagnostics.iter().filter(|found| found.severity() == Severity::Error);
        if errors().any(|found| !found.problem.is_allowable()) {
            return Vec::new();
        }
        let of_error = |error: &Diagnostic| {
            let at = match &error.place {
                Place::Node { at, .. } if !sources.is_longer(*at, LONGEST) => {
                    Some(without_reference(&sources.place(*at)).to_owned()).filter(|place| is_legible(place))
                }
                _ => None,
            };
            Self { code: error.problem.code().to_owned(), at, reason: "the reason why this is no mistake".to_owned() }
        };
        errors().map(of_error).collect()
    }

    /// Whether it is about a problem at a place.
    fn covers(&self, problem: &Problem, place: &Place, sources: &Sources) -> bool {
        if self.code != problem.code() {
            return false;
        }
        let (Some(wanted), Place::Node { at, .. }) = (&self.at, place) else { return self.at.is_none() };
        let (file, wanted) = wanted.split_once('#').unwrap_or(("", wanted));
        let is_file = file.is_empty() || file == sources.path_from_first(sources.file(*at));
        let pointer = sources.pointer(*at).to_string();
        is_file
            && match wanted.strip_suffix('*') {
                Some(prefix) => pointer.starts_with(prefix),
                None => without_reference(&pointer) == without_reference(wanted),
            }
    }
}

/// How many bytes a place may have that people are told to write into their settings, but for what is escaped in it.
const LONGEST: usize = 1_000;

/// A reference is meant by what holds it.
fn without_reference(pointer: &str) -> &str {
    pointer.strip_suffix("/$ref").unwrap_or(pointer)
}

impl Diagnostics {
    /// Turns errors that are allowed into warnings; which allowances have applied is kept in mind.
    pub fn allow(&mut self, allowances: &[Allowance], sources: &Sources) {
        for diagnostic in &mut self.found {
            if diagnostic.allowed.is_some() || diagnostic.severity() != Severity::Error || !diagnostic.problem.is_allowable() {
                continue;
            }
            let covers = |allowance: &&Allowance| allowance.covers(&diagnostic.problem, &diagnostic.place, sources);
            diagnostic.allowed = allowances.iter().find(covers).map(|allowance| allowance.reason.clone());
        }
    }

    /// Reports the allowances that apply to no error.
    pub fn report_unused(&mut self, allowances: &[Allowance], sources: &Sources) {
        let unused = |allowance: &&Allowance| {
            let applies =
                |found: &&Diagnostic| found.allowed.is_some() && allowance.covers(&found.problem, &found.place, sources);
            self.found.iter().find(applies).is_none()
        };
        let unused: Vec<Allowance> = allowances.iter().filter(unused).cloned().collect();
        for Allowance { code, at, .. } in unused {
            self.report_at(Place::Nowhere, Problem::UnusedAllowance { code, at });
        }
    }
}
