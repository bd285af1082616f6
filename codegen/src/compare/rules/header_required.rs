//! A response header is now always sent.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "header-required",
    title: "Response headers that are now always sent",
    message: "`{path}` is now always sent",
    help: "no action is needed",
    wire: Effect::INFO,
    opposite: Opposite::Rule("header-not-required"),
    applies: |change| change.fact_added(&[Subject::Header], FactName::Required),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets header x-total = const operations::pets::ListRequest::X_TOTAL: runtime::Header<i64>",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets header x-total = const operations::pets::ListRequest::X_TOTAL: runtime::Header<i64>; required",
        says: "`operations::pets::ListRequest::X_TOTAL` is now always sent",
    },
    oasdiff: &[],
    ..Rule::BASE
};
