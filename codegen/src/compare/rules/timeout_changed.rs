//! A call with another time limit.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "timeout-changed",
    title: "Calls with another time limit",
    message: "an attempt of `{path}` may take {after}; before, {before}",
    help: "callers that rely on the limit set their own",
    behaviour: Effect::WARNS,
    opposite: Opposite::Itself,
    is_of_shape: false,
    applies: |change| change.fact_differs(&[Subject::Call], FactName::Timeout, "as long as the client allows"),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; timeout 5s",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; timeout 9s",
        says: "an attempt of `operations::pets::Pets::list` may take 9s; before, 5s",
    },
    ..Rule::BASE
};
