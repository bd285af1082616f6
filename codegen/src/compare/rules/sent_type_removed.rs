//! A call no longer sends a media type.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "sent-type-removed",
    title: "Calls that send fewer media types",
    message: "`{path}` sends {after} instead of {before}",
    help: "callers that rely on the removed type must change",
    wire: Effect::BREAKING,
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
        says: "`operations::pets::Pets::list` sends application/json instead of application/json | text/csv",
    },
    oasdiff: &["request-body-media-type-removed"],
    ..Rule::BASE
};
