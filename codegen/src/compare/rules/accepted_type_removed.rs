//! A call no longer accepts a media type.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "accepted-type-removed",
    title: "Calls that accept fewer media types",
    message: "`{path}` accepts {after} instead of {before}",
    help: "callers that rely on the removed type must change",
    wire: Effect::WARNING,
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
        says: "`operations::pets::Pets::list` accepts application/json instead of application/json | text/csv",
    },
    oasdiff: &["response-media-type-removed"],
    ..Rule::BASE
};
