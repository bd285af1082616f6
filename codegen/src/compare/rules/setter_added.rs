//! A new setter of a model.

use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "setter-added",
    title: "New setters of models",
    message: "`{after}` is new",
    help: "programs need not be changed",
    source: Effect::TELLS,
    opposite: Opposite::Rule("setter-removed"),
    note: Note::New,
    applies: |change| change.added(Subject::Setter),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: Option<String>",
        after: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: Option<String>\n\
            #/components/schemas/Pet .name = set models::Pet::name: impl Into<String>",
        says: "`models::Pet::name: impl Into<String>` is new",
    },
    ..Rule::BASE
};
