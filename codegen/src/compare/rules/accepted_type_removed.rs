//! A call that no longer accepts a media type.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "accepted-type-removed",
    title: "Calls that no longer accept a media type",
    message: "`{path}` accepts {after}; before: {before}",
    help: "programs that rely on the type or status have to be changed",
    wire: Effect::WARNS,
    opposite: Opposite::Rule("accepted-type-added"),
    is_of_shape: false,
    applies: |change| {
        change
            .alternatives(FactName::Accepts, "none")
            .filter(|(_, _, gone)| *gone)
            .map_or_else(Vec::new, |(before, after, _)| change.differs(before, after))
    },
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; accepts application/json | text/csv",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; accepts application/json",
        says: "`operations::pets::Pets::list` accepts application/json; before: application/json | text/csv",
    },
    oasdiff: &["response-media-type-removed"],
    ..Rule::BASE
};
