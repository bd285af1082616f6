//! A value is no longer nullable.

use crate::compare::rule::{Effect, Example, Opposite, Rule, Severity};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "property-not-nullable",
    title: "Values that are no longer nullable",
    message: "`{path}` is no longer nullable",
    help: "do not send null: the server rejects it",
    wire: Effect { sent: Some(Severity::Breaking), received: None, otherwise: Some(Severity::Warning) },
    opposite: Opposite::Rule("property-nullable"),
    applies: |change| change.fact_removed(&[Subject::Property, Subject::Parameter, Subject::Argument], FactName::Nullable),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: Option<String>; nullable",
        after: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: Option<String>",
        says: "`models::Pet::name` is no longer nullable",
    },
    oasdiff: &[
        "request-property-became-not-nullable",
        "response-property-became-not-nullable",
        "request-parameter-became-not-nullable",
    ],
    ..Rule::BASE
};
