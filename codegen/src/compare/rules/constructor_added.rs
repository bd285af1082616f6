//! A new constructor.

use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "constructor-added",
    title: "New constructors",
    message: "`{after}` is new",
    help: "programs need not be changed",
    source: Effect::TELLS,
    opposite: Opposite::Rule("constructor-removed"),
    note: Note::New,
    applies: |change| change.added(Subject::Constructor),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet",
        after: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet = new models::Pet::new",
        says: "`models::Pet::new` is new",
    },
    ..Rule::BASE
};
