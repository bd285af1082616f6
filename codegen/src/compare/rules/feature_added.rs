//! A feature was added.

use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "feature-added",
    title: "New features",
    message: "`{after}` was added",
    help: "no action is needed",
    source: Effect::INFO,
    opposite: Opposite::Rule("feature-removed"),
    note: Note::New,
    applies: |change| change.added(Subject::Feature),
    example: Example { before: "", after: "rust pets = feature pets", says: "`pets` was added" },
    ..Rule::BASE
};
