//! Allowances: which errors they are about, and which allowances would be about errors.

use super::text::is_legible;
use crate::diagnostic::{Allowance, Diagnostic, Diagnostics, Place, Problem, Severity};
use crate::source::Sources;

/// How many bytes a place may have that people are told to write into their settings, but for what is escaped in it.
const LONGEST: usize = 1_000;

impl Allowance {
    /// What would allow the errors, one by one; nothing if one of them cannot be allowed.
    pub fn of_errors(diagnostics: &Diagnostics, sources: &Sources) -> Vec<Self> {
        if diagnostics.has_obstacles() {
            return Vec::new();
        }
        let of_error = |error: &Diagnostic| {
            let at = match &error.place {
                Place::Node { at, .. } if !sources.is_longer(*at, LONGEST) => {
                    Some(without_reference(&sources.place(*at)).to_owned()).filter(|place| is_legible(place))
                }
                _ => None,
            };
            Self { code: error.report.code.to_owned(), at, reason: "the reason why this is no mistake".to_owned() }
        };
        diagnostics.iter().filter(|found| found.severity() == Severity::Error).map(of_error).collect()
    }

    /// Whether it is about an error.
    fn covers(&self, error: &Diagnostic, sources: &Sources) -> bool {
        if self.code != error.report.code {
            return false;
        }
        let (Some(wanted), Place::Node { at, .. }) = (&self.at, &error.place) else { return self.at.is_none() };
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

/// A reference is meant by what holds it.
fn without_reference(pointer: &str) -> &str {
    pointer.strip_suffix("/$ref").unwrap_or(pointer)
}

impl Diagnostics {
    /// Turns errors that are allowed into warnings; which allowances have applied is kept in mind.
    pub fn allow(&mut self, allowances: &[Allowance], sources: &Sources) {
        for error in self.found.iter_mut().filter(|found| found.is_allowable()) {
            let allowance = allowances.iter().find(|allowance| allowance.covers(error, sources));
            error.allowed = allowance.map(|allowance| allowance.reason.clone());
        }
    }

    /// Reports the allowances that apply to no error.
    pub fn report_unused(&mut self, allowances: &[Allowance], sources: &Sources) {
        let unused = |allowance: &&Allowance| {
            let mut allowed = self.found.iter().filter(|found| found.allowed.is_some());
            !allowed.any(|found| allowance.covers(found, sources))
        };
        let unused: Vec<Allowance> = allowances.iter().filter(unused).cloned().collect();
        for Allowance { code, at, .. } in unused {
            self.report_at(Place::Nowhere, Problem::UnusedAllowance { code, at });
        }
    }
}
