//! A security scheme was added.

use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "scheme-added",
    title: "New security schemes",
    message: "`{after}` was added",
    help: "no action is needed",
    source: Effect::INFO,
    opposite: Opposite::Rule("scheme-removed"),
    note: Note::New,
    applies: |change| change.added(Subject::Scheme),
    example: Example {
        before: "",
        after: "scheme key = set ClientBuilder::key: impl Into<String>",
        says: "`ClientBuilder::key: impl Into<String>` was added",
    },
    oasdiff: &["api-global-security-added", "api-security-added"],
    ..Rule::BASE
};
