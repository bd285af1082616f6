//! The names of what a call returns: variants for successes and errors, constants for headers.

use super::claim::{Candidates, Claim};
use super::letters::Scripts;
use super::reserved::{Space, UNKNOWN, is_reserved};
use super::scope::Scope;
use super::spelling;
use crate::api::{Answers, Operation, Schemas};
use crate::diagnostic::Diagnostics;
use crate::share::words;

/// Names the bodies of successes, if they differ.
pub(super) fn successes(answers: &Answers<'_>, diagnostics: &mut Diagnostics) -> Vec<Claim> {
    let mut scope = Scope::of_values(spelling::variant);
    let differing = answers.differing().unwrap_or_default();
    let mut names = Vec::new();
    for answer in &differing {
        let status = words::status(answer.response.status);
        let word = match answer.distinguishing_media_types(&differing).first() {
            Some(media_type) => format!("{status} {}", words::media_type(media_type)),
            None => status,
        };
        names.push(scope.claim(Candidates::of(&word, answer.response.at), diagnostics));
    }
    names
}

/// Names the events that their names distinguish.
pub(super) fn events(answers: &Answers<'_>, diagnostics: &mut Diagnostics) -> Vec<Claim> {
    let mut scope = Scope::of_values(spelling::variant);
    scope.reserve(UNKNOWN);
    let mut names = Vec::new();
    for event in answers.named_events() {
        names.push(scope.claim(Candidates::of(&event.name, event.at), diagnostics));
    }
    names
}

/// Names the documented errors: of one status, the first plainly and others by their media types.
pub(super) fn errors(operation: &Operation, schemas: &Schemas, diagnostics: &mut Diagnostics) -> Vec<Claim> {
    let mut scope = Scope::of_values(spelling::variant);
    let mut names = Vec::new();
    for error in operation.documented_errors(schemas) {
        let status = error.response.status;
        let (mut label, mut word) = (status.to_string(), words::status(status));
        if let Some(media_type) = error.distinguishing_media_type() {
            (label, word) = (format!("{label} {media_type}"), format!("{word} {}", words::media_type(media_type)));
        }
        names.push(scope.claim(Candidates::of(&label, error.response.at).derived_from(&word), diagnostics));
    }
    names
}

/// Names the constants of documented headers.
pub(super) fn headers(operation: &Operation, schemas: &Schemas, diagnostics: &mut Diagnostics) -> Vec<Claim> {
    let mut scope = Scope::of_values(spelling::constant);
    let mut names = Vec::new();
    for documented in operation.documented_headers(schemas) {
        let name = &documented.header.name;
        let derived = match documented.statuses.first() {
            Some(status) if documented.is_another => format!("{name} {}", words::status(*status)),
            _ if is_reserved(Space::Constant, spelling::constant(name, &Scripts::default()).as_str()) => format!("{name} header"),
            _ => name.clone(),
        };
        names.push(scope.claim(Candidates::of(name, documented.header.at).derived_from(&derived), diagnostics));
    }
    names
}
