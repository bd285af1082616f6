//! A model now allows additional properties.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "model-opened",
    title: "Models that now allow additional properties",
    message: "`{path}` now allows additional properties",
    help: "no action is needed",
    wire: Effect::INFO,
    opposite: Opposite::Rule("model-closed"),
    applies: |change| change.fact_removed(&[Subject::Model], FactName::Closed),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet; closed",
        after: "#/components/schemas/Pet = struct models::Pet",
        says: "`models::Pet` now allows additional properties",
    },
    ..Rule::BASE
};
