//! A property became required.

use crate::compare::rule::{Effect, Example, Opposite, Rule, Severity};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "property-required",
    title: "Properties that became required",
    message: "`{path}` is now required",
    help: "set the property: the server rejects objects without it",
    wire: Effect { sent: Some(Severity::Breaking), received: None, otherwise: Some(Severity::Warning) },
    opposite: Opposite::Rule("property-not-required"),
    applies: |change| change.fact_added(&[Subject::Property], FactName::Required),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: Option<String>",
        after: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: Option<String>; required",
        says: "`models::Pet::name` is now required",
    },
    oasdiff: &[
        "request-property-became-required",
        "request-property-became-required-with-default",
        "response-property-became-required",
    ],
    ..Rule::BASE
};
