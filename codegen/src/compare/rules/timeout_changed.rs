//! The time limit of a call changed.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "timeout-changed",
    title: "Calls with a different time limit",
    message: "the time limit of `{path}` is {after} instead of {before}",
    help: "callers that rely on the limit must set their own",
    behaviour: Effect::WARNING,
    opposite: Opposite::Itself,
    is_of_shape: false,
    applies: |change| change.fact_differs(&[Subject::Call], FactName::Timeout, "the client's limit"),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; timeout 5s",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; timeout 9s",
        says: "the time limit of `operations::pets::Pets::list` is 9s instead of 5s",
    },
    ..Rule::BASE
};
