//! A deprecated alias was added.

use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "alias-added",
    title: "New deprecated aliases",
    message: "`{after}` was added",
    help: "code that uses the old name compiles with a warning that gives the new name",
    source: Effect::INFO,
    opposite: Opposite::Rule("alias-removed"),
    note: Note::Kept,
    applies: |change| change.added(Subject::Former),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet",
        after: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet former Animal = type models::Animal: Pet",
        says: "`models::Animal: Pet` was added",
    },
    ..Rule::BASE
};
