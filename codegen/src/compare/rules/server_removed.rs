//! A server that is gone.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "server-removed",
    title: "Removed servers",
    message: "`{path}` is gone",
    help: "programs that use it have to do without it: raise the major version",
    source: Effect::BREAKS,
    wire: Effect::WARNS,
    opposite: Opposite::Rule("server-added"),
    applies: |change| change.removed(Subject::Server),
    example: Example {
        before: "server https://pets.example = const servers::PETS: &str",
        after: "",
        says: "`servers::PETS` is gone",
    },
    oasdiff: &[],
    ..Rule::BASE
};
