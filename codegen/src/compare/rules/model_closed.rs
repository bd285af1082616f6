//! A model that allows no other properties now.

use crate::compare::rule::{Effect, Example, Opposite, Rule, Severity};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "model-closed",
    title: "Models that allow no other properties now",
    message: "`{path}` allows no other properties now",
    help: "do not send other properties: the server refuses them",
    wire: Effect { sent: Some(Severity::Warns), received: None, otherwise: Some(Severity::Tells) },
    opposite: Opposite::Rule("model-opened"),
    applies: |change| change.fact_added(&[Subject::Model], FactName::Closed),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet",
        after: "#/components/schemas/Pet = struct models::Pet; closed",
        says: "`models::Pet` allows no other properties now",
    },
    ..Rule::BASE
};
