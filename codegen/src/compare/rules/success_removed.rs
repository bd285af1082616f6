//! A status that is no longer a success.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "success-removed",
    title: "Statuses that are no longer successes",
    message: "the successes of `{path}` are {after}; before: {before}",
    help: "programs that rely on the type or status have to be changed",
    behaviour: Effect::TELLS,
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
        says: "the successes of `operations::pets::Pets::list` are 200; before: 200 | 201",
    },
    oasdiff: &["response-success-status-removed"],
    ..Rule::BASE
};
