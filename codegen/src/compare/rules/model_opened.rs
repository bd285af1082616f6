//! A model that allows other properties now.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "model-opened",
    title: "Models that allow other properties now",
    message: "`{path}` allows other properties now",
    help: "programs need not be changed",
    wire: Effect::TELLS,
    opposite: Opposite::Rule("model-closed"),
    applies: |change| change.fact_removed(&[Subject::Model], FactName::Closed),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet; closed",
        after: "#/components/schemas/Pet = struct models::Pet",
        says: "`models::Pet` allows other properties now",
    },
    ..Rule::BASE
};
