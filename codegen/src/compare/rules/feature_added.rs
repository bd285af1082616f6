//! A new feature.

use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "feature-added",
    title: "New features",
    message: "`{after}` is new",
    help: "programs need not be changed",
    source: Effect::TELLS,
    opposite: Opposite::Rule("feature-removed"),
    note: Note::New,
    applies: |change| change.added(Subject::Feature),
    example: Example { before: "", after: "rust pets = feature pets", says: "`pets` is new" },
    ..Rule::BASE
};
