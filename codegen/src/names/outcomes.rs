//! The names of what a call returns: variants for successes and errors, constants for headers.

use super::claim::{Candidates, Claim};
use super::letters::Scripts;
use super::recorded::Recorded;
use super::reserved::{Space, UNKNOWN, is_reserved};
use super::scope::Scope;
use super::spelling;
use crate::api::{Answer, Answers, DocumentedError, DocumentedHeader, Operation, Schemas};
use crate::diagnostic::Diagnostics;
use crate::record::{Key, Kind, Step};
use crate::share::{call_key, words};

/// Names the bodies of successes, if they differ.
pub(super) fn successes(answers: &Answers<'_>, call: &Key, recorded: &Recorded<'_>, diagnostics: &mut Diagnostics) -> Vec<Claim> {
    let differing = answers.differing().unwrap_or_default();
    let recorded = recorded.members_of(&call.then(Step::Own("output")));
    let word = |answer: &&Answer<'_>| {
        let status = words::status(answer.response.status);
        match answer.distinguishing_media_types(&differing).first() {
            Some(media_type) => format!("{status} {}", words::media_type(media_type)),
            None => status,
        }
    };
    let words: Vec<String> = differing.iter().map(word).collect();
    let items = differing.iter().zip(&words).map(|(answer, word)| {
        let key = || call_key::success(call, answer, &differing);
        Candidates::of(word, answer.response.at).or_explicit(recorded.given(key)).or_recorded(recorded.name(key))
    });
    Scope::of_values(spelling::variant).claim_all(items.collect(), &recorded, diagnostics)
}

/// Names the events that their names distinguish.
pub(super) fn events(answers: &Answers<'_>, call: &Key, recorded: &Recorded<'_>, diagnostics: &mut Diagnostics) -> Vec<Claim> {
    let mut scope = Scope::of_values(spelling::variant);
    scope.reserve(UNKNOWN);
    let recorded = recorded.members_of(&call.then(Step::Own("event")));
    let items = answers.named_events().iter().map(|event| {
        let key = || call_key::event(call, event);
        Candidates::of(&event.name, event.at).or_explicit(recorded.given(key)).or_recorded(recorded.name(key))
    });
    scope.claim_all(items.collect(), &recorded, diagnostics)
}

/// Names the documented errors: of one status, the first plainly and others by their media types.
pub(super) fn errors(
    operation: &Operation,
    call: &Key,
    schemas: &Schemas,
    recorded: &Recorded<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Claim> {
    let documented = operation.documented_errors(schemas);
    let recorded = recorded.members_of(&call.then(Step::Own("error")));
    let words = |error: &DocumentedError<'_>| {
        let status = error.response.status;
        let (label, word) = (status.to_string(), words::status(status));
        match error.distinguishing_media_type() {
            Some(media_type) => (format!("{label} {media_type}"), format!("{word} {}", words::media_type(media_type))),
            None => (label, word),
        }
    };
    let words: Vec<(String, String)> = documented.iter().map(words).collect();
    let items = documented.iter().zip(&words).map(|(error, (label, word))| {
        let key = || call_key::error(call, error);
        let (given, recorded) = (recorded.given(key), recorded.name(key));
        Candidates::of(label, error.response.at).derived_from(word).or_explicit(given).or_recorded(recorded)
    });
    Scope::of_values(spelling::variant).claim_all(items.collect(), &recorded, diagnostics)
}

/// Names the constants of documented headers.
pub(super) fn headers(
    operation: &Operation,
    call: &Key,
    schemas: &Schemas,
    recorded: &Recorded<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Claim> {
    let documented = operation.documented_headers(schemas);
    let recorded = recorded.inside_of(&call.then(Step::Own("request")), &[Kind::Constant]);
    let word = |documented: &DocumentedHeader<'_>| {
        let name = &documented.header.name;
        match documented.statuses.first() {
            Some(status) if documented.is_another => format!("{name} {}", words::status(*status)),
            _ if is_reserved(Space::Constant, spelling::constant(name, &Scripts::default()).as_str()) => format!("{name} header"),
            _ => name.clone(),
        }
    };
    let words: Vec<String> = documented.iter().map(word).collect();
    let items = documented.iter().zip(&words).map(|(documented, word)| {
        let key = || call_key::header(call, documented);
        let candidates = Candidates::of(&documented.header.name, documented.header.at).derived_from(word);
        candidates.or_explicit(recorded.given(key)).or_recorded(recorded.name(key))
    });
    Scope::of_values(spelling::constant).claim_all(items.collect(), &recorded, diagnostics)
}
