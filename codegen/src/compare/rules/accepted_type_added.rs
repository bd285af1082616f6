//! A call accepts another media type.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "accepted-type-added",
    title: "Calls that accept more media types",
    message: "`{path}` accepts {after} instead of {before}",
    help: "no action is needed",
    wire: Effect::INFO,
    opposite: Opposite::Rule("accepted-type-removed"),
    is_of_shape: false,
    applies: |change| {
        change
            .alternatives(FactName::Accepts, "none")
            .filter(|(_, _, gone)| !*gone)
            .map_or_else(Vec::new, |(before, after, _)| change.differs(before, after))
    },
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; accepts application/json",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; accepts application/json | text/csv",
        says: "`operations::pets::Pets::list` accepts application/json | text/csv instead of application/json",
    },
    oasdiff: &["response-media-type-added"],
    ..Rule::BASE
};
