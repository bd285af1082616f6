//! A setter of a model was added.

use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "setter-added",
    title: "New model setters",
    message: "`{after}` was added",
    help: "no action is needed",
    source: Effect::INFO,
    opposite: Opposite::Rule("setter-removed"),
    note: Note::New,
    applies: |change| change.added(Subject::Setter),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: Option<String>",
        after: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: Option<String>\n\
            #/components/schemas/Pet .name = set models::Pet::name: impl Into<String>",
        says: "`models::Pet::name: impl Into<String>` was added",
    },
    ..Rule::BASE
};
