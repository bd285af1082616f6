//! A property became write-only.

use crate::compare::rule::{Effect, Example, Opposite, Rule, Severity};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "became-write-only",
    title: "Properties that became write-only",
    message: "`{path}` is now write-only",
    help: "do not expect the property in responses",
    wire: Effect { sent: Some(Severity::Info), received: Some(Severity::Warning), otherwise: Some(Severity::Warning) },
    opposite: Opposite::Rule("not-write-only"),
    applies: |change| change.fact_added(&[Subject::Property], FactName::WriteOnly),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: Option<String>",
        after: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: Option<String>; write-only",
        says: "`models::Pet::name` is now write-only",
    },
    oasdiff: &["response-optional-property-became-write-only"],
    ..Rule::BASE
};
