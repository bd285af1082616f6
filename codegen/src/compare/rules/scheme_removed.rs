//! A security scheme was removed.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "scheme-removed",
    title: "Removed security schemes",
    message: "`{path}` was removed",
    help: "callers that use it must change: release a major version",
    source: Effect::BREAKING,
    wire: Effect::WARNING,
    opposite: Opposite::Rule("scheme-added"),
    applies: |change| change.removed(Subject::Scheme),
    example: Example {
        before: "scheme key = set ClientBuilder::key: impl Into<String>",
        after: "",
        says: "`ClientBuilder::key` was removed",
    },
    oasdiff: &["api-global-security-removed", "api-security-removed"],
    ..Rule::BASE
};
