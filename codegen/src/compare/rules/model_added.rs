//! A new model.

use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "model-added",
    title: "New models",
    message: "`{path}` is new",
    help: "programs need not be changed",
    source: Effect::TELLS,
    opposite: Opposite::Rule("model-removed"),
    note: Note::New,
    applies: |change| if change.is_replacement() { Vec::new() } else { change.added(Subject::Model) },
    example: Example { before: "", after: "#/components/schemas/Pet = struct models::Pet", says: "`models::Pet` is new" },
    ..Rule::BASE
};
