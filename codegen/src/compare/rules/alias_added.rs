//! A new earlier name.

use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "alias-added",
    title: "New earlier names",
    message: "`{after}` is new",
    help: "programs that use the earlier name compile, with a warning that names the new one",
    source: Effect::TELLS,
    opposite: Opposite::Rule("alias-removed"),
    note: Note::Kept,
    applies: |change| change.added(Subject::Former),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet",
        after: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet former Animal = type models::Animal: Pet",
        says: "`models::Animal: Pet` is new",
    },
    ..Rule::BASE
};
