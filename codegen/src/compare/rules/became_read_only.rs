//! A property became read-only.

use crate::compare::rule::{Effect, Example, Opposite, Rule, Severity};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "became-read-only",
    title: "Properties that became read-only",
    message: "`{path}` is now read-only",
    help: "stop sending the property: the server ignores or rejects it",
    wire: Effect { sent: Some(Severity::Warning), received: Some(Severity::Info), otherwise: Some(Severity::Warning) },
    opposite: Opposite::Rule("not-read-only"),
    applies: |change| change.fact_added(&[Subject::Property], FactName::ReadOnly),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: Option<String>",
        after: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: Option<String>; read-only",
        says: "`models::Pet::name` is now read-only",
    },
    oasdiff: &["request-optional-property-became-read-only"],
    ..Rule::BASE
};
