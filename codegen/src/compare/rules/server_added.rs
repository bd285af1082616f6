//! A server was added.

use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "server-added",
    title: "New servers",
    message: "`{after}` was added",
    help: "no action is needed",
    source: Effect::INFO,
    opposite: Opposite::Rule("server-removed"),
    note: Note::New,
    applies: |change| change.added(Subject::Server),
    example: Example {
        before: "",
        after: "server https://pets.example = const servers::PETS: &str",
        says: "`servers::PETS: &str` was added",
    },
    oasdiff: &[],
    ..Rule::BASE
};
