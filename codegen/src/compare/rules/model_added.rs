//! A model was added.

use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "model-added",
    title: "New models",
    message: "`{path}` was added",
    help: "no action is needed",
    source: Effect::INFO,
    opposite: Opposite::Rule("model-removed"),
    note: Note::New,
    applies: |change| if change.is_replacement() { Vec::new() } else { change.added(Subject::Model) },
    example: Example { before: "", after: "#/components/schemas/Pet = struct models::Pet", says: "`models::Pet` was added" },
    ..Rule::BASE
};
