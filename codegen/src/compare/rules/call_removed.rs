//! A call was removed.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "call-removed",
    title: "Removed calls",
    message: "`{key}` was removed: `{path}`",
    help: "callers must stop using it: release a major version",
    source: Effect::BREAKING,
    wire: Effect::BREAKING,
    opposite: Opposite::Rule("call-added"),
    applies: |change| change.removed(Subject::Call),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest",
        after: "",
        says: "`GET /pets` was removed: `operations::pets::Pets::list`",
    },
    oasdiff: &[
        "api-path-removed-without-deprecation",
        "api-removed-without-deprecation",
        "api-path-sunset-parse",
        "api-removed-before-sunset",
    ],
    ..Rule::BASE
};
