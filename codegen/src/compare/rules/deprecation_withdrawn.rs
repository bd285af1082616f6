//! An item is not deprecated any more.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "deprecation-withdrawn",
    title: "No longer deprecated",
    message: "`{path}` is not deprecated any more",
    help: "no action is needed",
    source: Effect::INFO,
    opposite: Opposite::Rule("deprecated"),
    applies: |change| change.fact_removed(&Subject::DEPRECABLE, FactName::Deprecated),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; deprecated",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest",
        says: "`operations::pets::Pets::list` is not deprecated any more",
    },
    oasdiff: &["endpoint-reactivated", "request-parameter-reactivated"],
    ..Rule::BASE
};
