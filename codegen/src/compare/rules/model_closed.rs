//! A model no longer allows additional properties.

use crate::compare::rule::{Effect, Example, Opposite, Rule, Severity};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "model-closed",
    title: "Models that no longer allow additional properties",
    message: "`{path}` no longer allows additional properties",
    help: "do not send additional properties: the server rejects them",
    wire: Effect { sent: Some(Severity::Warning), received: None, otherwise: Some(Severity::Info) },
    opposite: Opposite::Rule("model-opened"),
    applies: |change| change.fact_added(&[Subject::Model], FactName::Closed),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet",
        after: "#/components/schemas/Pet = struct models::Pet; closed",
        says: "`models::Pet` no longer allows additional properties",
    },
    ..Rule::BASE
};
