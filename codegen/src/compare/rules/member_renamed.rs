//! The Rust name of a field, variant, setter or other member changed.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "member-renamed",
    title: "Renamed fields, variants and methods",
    message: "`{before}` is now `{after}`",
    help: "keep the old name with `clientsmith rename`",
    source: Effect::BREAKING,
    opposite: Opposite::Itself,
    applies: |change| match change.subject() {
        Subject::Call | Subject::Group | Subject::Model | Subject::Former | Subject::Argument => Vec::new(),
        subject => change.renamed(subject),
    },
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: String",
        after: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name_of_pet: String",
        says: "`models::Pet::name` is now `models::Pet::name_of_pet`",
    },
    ..Rule::BASE
};
