//! A new security scheme.

use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "scheme-added",
    title: "New security schemes",
    message: "`{after}` is new",
    help: "programs need not be changed",
    source: Effect::TELLS,
    opposite: Opposite::Rule("scheme-removed"),
    note: Note::New,
    applies: |change| change.added(Subject::Scheme),
    example: Example {
        before: "",
        after: "scheme key = set ClientBuilder::key: impl Into<String>",
        says: "`ClientBuilder::key: impl Into<String>` is new",
    },
    oasdiff: &["api-global-security-added", "api-security-added"],
    ..Rule::BASE
};
