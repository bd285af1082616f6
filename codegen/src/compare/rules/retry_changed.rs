//! A call is retried after different failures.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "retry-changed",
    title: "Calls with different retries",
    message: "the retry class of `{path}` is now {after} instead of {before}",
    help: "check that repeating the call is safe and that callers do not rely on retries",
    behaviour: Effect::WARNING,
    opposite: Opposite::Itself,
    is_of_shape: false,
    applies: |change| change.fact_differs(&[Subject::Call], FactName::Retry, "safe"),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; retry never",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; retry idempotent",
        says: "the retry class of `operations::pets::Pets::list` is now idempotent instead of never",
    },
    ..Rule::BASE
};
