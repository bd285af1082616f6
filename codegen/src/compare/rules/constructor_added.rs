//! A constructor was added.

use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "constructor-added",
    title: "New constructors",
    message: "`{after}` was added",
    help: "no action is needed",
    source: Effect::INFO,
    opposite: Opposite::Rule("constructor-removed"),
    note: Note::New,
    applies: |change| change.added(Subject::Constructor),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet",
        after: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet = new models::Pet::new",
        says: "`models::Pet::new` was added",
    },
    ..Rule::BASE
};
