//! A call can send another media type.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "sent-type-added",
    title: "Calls that can send more media types",
    message: "`{path}` can send {after} instead of {before}",
    help: "no action is needed",
    wire: Effect::INFO,
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
        says: "`operations::pets::Pets::list` can send application/json | text/csv instead of application/json",
    },
    oasdiff: &["request-body-media-type-added"],
    ..Rule::BASE
};
