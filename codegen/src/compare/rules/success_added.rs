//! A status now counts as success.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "success-added",
    title: "Statuses that now count as success",
    message: "the successes of `{path}` are now {after} instead of {before}",
    help: "no action is needed",
    wire: Effect::INFO,
    behaviour: Effect::INFO,
    opposite: Opposite::Rule("success-removed"),
    is_of_shape: false,
    applies: |change| {
        change
            .alternatives(FactName::Success, "none")
            .filter(|(_, _, gone)| !*gone)
            .map_or_else(Vec::new, |(before, after, _)| change.differs(before, after))
    },
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; success 200",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; success 200 | 201",
        says: "the successes of `operations::pets::Pets::list` are now 200 | 201 instead of 200",
    },
    oasdiff: &["response-success-status-added"],
    ..Rule::BASE
};
