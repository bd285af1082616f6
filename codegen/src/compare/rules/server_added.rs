//! A new server.

use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "server-added",
    title: "New servers",
    message: "`{after}` is new",
    help: "programs need not be changed",
    source: Effect::TELLS,
    opposite: Opposite::Rule("server-removed"),
    note: Note::New,
    applies: |change| change.added(Subject::Server),
    example: Example {
        before: "",
        after: "server https://pets.example = const servers::PETS: &str",
        says: "`servers::PETS: &str` is new",
    },
    oasdiff: &[],
    ..Rule::BASE
};
