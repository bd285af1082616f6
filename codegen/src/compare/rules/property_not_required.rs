//! A property is no longer required.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "property-not-required",
    title: "Properties that are no longer required",
    message: "`{path}` is no longer required",
    help: "no action is needed if its type is unchanged",
    wire: Effect::INFO,
    opposite: Opposite::Rule("property-required"),
    applies: |change| change.fact_removed(&[Subject::Property], FactName::Required),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: Option<String>; required",
        after: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: Option<String>",
        says: "`models::Pet::name` is no longer required",
    },
    oasdiff: &["request-property-became-optional", "response-property-became-optional"],
    ..Rule::BASE
};
