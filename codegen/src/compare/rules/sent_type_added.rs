//! A call that sends a further media type.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "sent-type-added",
    title: "Calls that send further media types",
    message: "`{path}` may send {after}; before: {before}",
    help: "programs need not be changed",
    wire: Effect::TELLS,
    opposite: Opposite::Rule("sent-type-removed"),
    is_of_shape: false,
    applies: |change| {
        change
            .alternatives(FactName::Sends, "none")
            .filter(|(_, _, gone)| !*gone)
            .map_or_else(Vec::new, |(before, after, _)| change.differs(before, after))
    },
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; sends application/json",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; sends application/json | text/csv",
        says: "`operations::pets::Pets::list` may send application/json | text/csv; before: application/json",
    },
    oasdiff: &["request-body-media-type-added"],
    ..Rule::BASE
};
