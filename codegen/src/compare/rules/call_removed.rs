//! A call that is gone.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "call-removed",
    title: "Removed calls",
    message: "`{key}` is gone, and with it `{path}`",
    help: "programs that use the call have to do without it: raise the major version",
    source: Effect::BREAKS,
    wire: Effect::BREAKS,
    opposite: Opposite::Rule("call-added"),
    applies: |change| change.removed(Subject::Call),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest",
        after: "",
        says: "`GET /pets` is gone, and with it `operations::pets::Pets::list`",
    },
    oasdiff: &[
        "api-path-removed-without-deprecation",
        "api-removed-without-deprecation",
        "api-path-sunset-parse",
        "api-removed-before-sunset",
    ],
    ..Rule::BASE
};
