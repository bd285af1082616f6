//! A call that no longer sends a media type.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "sent-type-removed",
    title: "Calls that no longer send a media type",
    message: "`{path}` sends {after}; before: {before}",
    help: "programs that rely on the type or status have to be changed",
    wire: Effect::BREAKS,
    opposite: Opposite::Rule("sent-type-added"),
    is_of_shape: false,
    applies: |change| {
        change
            .alternatives(FactName::Sends, "none")
            .filter(|(_, _, gone)| *gone)
            .map_or_else(Vec::new, |(before, after, _)| change.differs(before, after))
    },
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; sends application/json | text/csv",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; sends application/json",
        says: "`operations::pets::Pets::list` sends application/json; before: application/json | text/csv",
    },
    oasdiff: &["request-body-media-type-removed"],
    ..Rule::BASE
};
