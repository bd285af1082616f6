//! A property that objects may leave out now.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "property-not-required",
    title: "Properties that may be left out now",
    message: "`{path}` may be left out now",
    help: "programs need not be changed, if the type is the same",
    wire: Effect::TELLS,
    opposite: Opposite::Rule("property-required"),
    applies: |change| change.fact_removed(&[Subject::Property], FactName::Required),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: Option<String>; required",
        after: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: Option<String>",
        says: "`models::Pet::name` may be left out now",
    },
    oasdiff: &["request-property-became-optional", "response-property-became-optional"],
    ..Rule::BASE
};
