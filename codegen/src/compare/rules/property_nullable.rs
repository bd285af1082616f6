//! A value became nullable.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "property-nullable",
    title: "Values that became nullable",
    message: "`{path}` is now nullable",
    help: "no action is needed if its type is unchanged",
    wire: Effect::INFO,
    opposite: Opposite::Rule("property-not-nullable"),
    applies: |change| change.fact_added(&[Subject::Property, Subject::Parameter, Subject::Argument], FactName::Nullable),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: Option<String>",
        after: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: Option<String>; nullable",
        says: "`models::Pet::name` is now nullable",
    },
    oasdiff: &["request-property-became-nullable", "response-property-became-nullable"],
    ..Rule::BASE
};
