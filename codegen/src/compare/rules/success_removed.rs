//! A status no longer counts as success.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "success-removed",
    title: "Statuses that no longer count as success",
    message: "the successes of `{path}` are now {after} instead of {before}",
    help: "callers that rely on the removed status must change",
    behaviour: Effect::INFO,
    opposite: Opposite::Rule("success-added"),
    is_of_shape: false,
    applies: |change| {
        change
            .alternatives(FactName::Success, "none")
            .filter(|(_, _, gone)| *gone)
            .map_or_else(Vec::new, |(before, after, _)| change.differs(before, after))
    },
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; success 200 | 201",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; success 200",
        says: "the successes of `operations::pets::Pets::list` are now 200 instead of 200 | 201",
    },
    oasdiff: &["response-success-status-removed"],
    ..Rule::BASE
};
