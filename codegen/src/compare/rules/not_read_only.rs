//! A property is not read-only any more.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "not-read-only",
    title: "Properties that are not read-only any more",
    message: "`{path}` is not read-only any more",
    help: "no action is needed",
    wire: Effect::INFO,
    opposite: Opposite::Rule("became-read-only"),
    applies: |change| change.fact_removed(&[Subject::Property], FactName::ReadOnly),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: Option<String>; read-only",
        after: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: Option<String>",
        says: "`models::Pet::name` is not read-only any more",
    },
    oasdiff: &[],
    ..Rule::BASE
};
