//! A security scheme that is gone.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "scheme-removed",
    title: "Removed security schemes",
    message: "`{path}` is gone",
    help: "programs that use it have to do without it: raise the major version",
    source: Effect::BREAKS,
    wire: Effect::WARNS,
    opposite: Opposite::Rule("scheme-added"),
    applies: |change| change.removed(Subject::Scheme),
    example: Example {
        before: "scheme key = set ClientBuilder::key: impl Into<String>",
        after: "",
        says: "`ClientBuilder::key` is gone",
    },
    oasdiff: &["api-global-security-removed", "api-security-removed"],
    ..Rule::BASE
};
