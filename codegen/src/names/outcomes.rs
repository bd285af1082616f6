//! The names of what a call returns: variants for successes and errors, constants for headers.

use super::claim::{Candidates, Claim};
use super::reserved::{Space, is_reserved};
use super::scope::Scope;
use super::{spelling, words};
use crate::api::{Answers, Operation, Schemas};
use crate::diagnostic::Diagnostics;

/// Names the bodies of successes, if they differ.
pub(super) fn successes(answers: &Answers<'_>, diagnostics: &mut Diagnostics) -> Vec<Claim> {
    let mut scope = Scope::of_values(spelling::variant);
    let differing = answers.differing().unwrap_or_default();
    let mut names = Vec::new();
    for answer in &differing {
        let status = words::status(answer.response.status);
        let word = match answer.distinguishing_media_type(&differing) {
            Some(media_type) => format!("{status} {}", words::media_type(media_type)),
            None => status,
        };
        names.push(scope.claim(Candidates::of(&word, answer.response.at), diagnostics));
    }
    names
}

/// Names the documented errors.
pub(super) fn errors(operation: &Operation, diagnostics: &mut Diagnostics) -> Vec<Claim> {
    let mut scope = Scope::of_values(spelling::variant);
    let mut names = Vec::new();
    for response in operation.errors() {
        let (label, word) = (response.status.to_string(), words::status(response.status));
        names.push(scope.claim(Candidates::of(&label, response.at).derived_from(&word), diagnostics));
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
            _ if is_reserved(Space::Constant, spelling::constant(name).as_str()) => format!("{name} header"),
            _ => name.clone(),
        };
        names.push(scope.claim(Candidates::of(name, documented.header.at).derived_from(&derived), diagnostics));
    }
    names
}
