//! A header that responses may leave out now.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "header-not-required",
    title: "Headers that responses may leave out now",
    message: "responses may leave out `{path}` now",
    help: "handle responses without the header",
    wire: Effect::WARNS,
    opposite: Opposite::Rule("header-required"),
    applies: |change| change.fact_removed(&[Subject::Header], FactName::Required),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets header x-total = const operations::pets::ListRequest::X_TOTAL: runtime::Header<i64>; required",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets header x-total = const operations::pets::ListRequest::X_TOTAL: runtime::Header<i64>",
        says: "responses may leave out `operations::pets::ListRequest::X_TOTAL` now",
    },
    oasdiff: &["response-header-became-optional"],
    ..Rule::BASE
};
