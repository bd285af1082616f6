//! A property is not write-only any more.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "not-write-only",
    title: "Properties that are not write-only any more",
    message: "`{path}` is not write-only any more",
    help: "no action is needed",
    wire: Effect::INFO,
    opposite: Opposite::Rule("became-write-only"),
    applies: |change| change.fact_removed(&[Subject::Property], FactName::WriteOnly),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: Option<String>; write-only",
        after: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: Option<String>",
        says: "`models::Pet::name` is not write-only any more",
    },
    oasdiff: &["response-optional-property-became-not-write-only"],
    ..Rule::BASE
};
