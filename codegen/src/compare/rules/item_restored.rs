//! A value, alternative or status is back in the description.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "item-restored",
    title: "Back in the description",
    message: "`{path}` is back in the description",
    help: "no action is needed",
    source: Effect::INFO,
    opposite: Opposite::Rule("item-dropped"),
    applies: |change| {
        change.fact_removed(&[Subject::Value, Subject::Status, Subject::Alternative, Subject::Event], FactName::Dropped)
    },
    example: Example {
        before: "#/components/schemas/Size = enum models::Size\n\
            #/components/schemas/Size =s = variant models::Size::S; dropped",
        after: "#/components/schemas/Size = enum models::Size\n\
            #/components/schemas/Size =s = variant models::Size::S",
        says: "`models::Size::S` is back in the description",
    },
    ..Rule::BASE
};
