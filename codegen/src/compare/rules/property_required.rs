//! A property that objects always have now.

use crate::compare::rule::{Effect, Example, Opposite, Rule, Severity};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "property-required",
    title: "Properties that are required now",
    message: "`{path}` is required now",
    help: "give the value: the server refuses objects without it",
    wire: Effect { sent: Some(Severity::Breaks), received: None, otherwise: Some(Severity::Warns) },
    opposite: Opposite::Rule("property-not-required"),
    applies: |change| change.fact_added(&[Subject::Property], FactName::Required),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: Option<String>",
        after: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: Option<String>; required",
        says: "`models::Pet::name` is required now",
    },
    oasdiff: &[
        "request-property-became-required",
        "request-property-became-required-with-default",
        "response-property-became-required",
    ],
    ..Rule::BASE
};
