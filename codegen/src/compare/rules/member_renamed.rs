//! A field, variant, setter or other member that has another name in Rust.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "member-renamed",
    title: "Renamed fields, variants and methods",
    message: "`{before}` is `{after}` now",
    help: "keep the name with `clientsmith rename`",
    source: Effect::BREAKS,
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
        says: "`models::Pet::name` is `models::Pet::name_of_pet` now",
    },
    ..Rule::BASE
};
