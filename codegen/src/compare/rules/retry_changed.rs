//! A call that is repeated after other failures than before.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "retry-changed",
    title: "Calls that are repeated after other failures",
    message: "`{path}` is repeated after a failure: {after}; before: {before}",
    help: "check that repeating the call does no harm, and that callers do not rely on it",
    behaviour: Effect::WARNS,
    opposite: Opposite::Itself,
    is_of_shape: false,
    applies: |change| change.fact_differs(&[Subject::Call], FactName::Retry, "safe"),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; retry never",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; retry idempotent",
        says: "`operations::pets::Pets::list` is repeated after a failure: idempotent; before: never",
    },
    ..Rule::BASE
};
