//! A header that responses always have now.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "header-required",
    title: "Headers that responses always have now",
    message: "responses always have `{path}` now",
    help: "programs need not be changed",
    wire: Effect::TELLS,
    opposite: Opposite::Rule("header-not-required"),
    applies: |change| change.fact_added(&[Subject::Header], FactName::Required),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets header x-total = const operations::pets::ListRequest::X_TOTAL: runtime::Header<i64>",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets header x-total = const operations::pets::ListRequest::X_TOTAL: runtime::Header<i64>; required",
        says: "responses always have `operations::pets::ListRequest::X_TOTAL` now",
    },
    oasdiff: &[],
    ..Rule::BASE
};
