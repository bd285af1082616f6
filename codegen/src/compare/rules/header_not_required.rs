//! A response header became optional.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "header-not-required",
    title: "Response headers that became optional",
    message: "`{path}` is not always sent any more",
    help: "callers must handle responses without the header",
    wire: Effect::WARNING,
    opposite: Opposite::Rule("header-required"),
    applies: |change| change.fact_removed(&[Subject::Header], FactName::Required),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets header x-total = const operations::pets::ListRequest::X_TOTAL: runtime::Header<i64>; required",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets header x-total = const operations::pets::ListRequest::X_TOTAL: runtime::Header<i64>",
        says: "`operations::pets::ListRequest::X_TOTAL` is not always sent any more",
    },
    oasdiff: &["response-header-became-optional"],
    ..Rule::BASE
};
