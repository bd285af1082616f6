//! A server was removed.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "server-removed",
    title: "Removed servers",
    message: "`{path}` was removed",
    help: "callers that use it must change: release a major version",
    source: Effect::BREAKING,
    wire: Effect::WARNING,
    opposite: Opposite::Rule("server-added"),
    applies: |change| change.removed(Subject::Server),
    example: Example {
        before: "server https://pets.example = const servers::PETS: &str",
        after: "",
        says: "`servers::PETS` was removed",
    },
    oasdiff: &[],
    ..Rule::BASE
};
