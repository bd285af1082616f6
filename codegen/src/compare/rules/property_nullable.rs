//! A value that may be null now.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "property-nullable",
    title: "Values that may be null now",
    message: "`{path}` may be null now",
    help: "programs need not be changed, if the type is the same",
    wire: Effect::TELLS,
    opposite: Opposite::Rule("property-not-nullable"),
    applies: |change| change.fact_added(&[Subject::Property, Subject::Parameter, Subject::Argument], FactName::Nullable),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: Option<String>",
        after: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: Option<String>; nullable",
        says: "`models::Pet::name` may be null now",
    },
    oasdiff: &["request-property-became-nullable", "response-property-became-nullable"],
    ..Rule::BASE
};
