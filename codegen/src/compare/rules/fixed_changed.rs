//! A call sends a different fixed value.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "fixed-changed",
    title: "Calls that send different fixed values",
    message: "`{path}` always sends `{after}` instead of `{before}`",
    help: "code built with the new client sends the new value",
    wire: Effect::WARNING,
    behaviour: Effect::WARNING,
    opposite: Opposite::Itself,
    is_of_shape: false,
    applies: |change| change.fact_differs(&[Subject::Call], FactName::Fixed, "nothing"),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; fixed query v 1",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; fixed query v 2",
        says: "`operations::pets::Pets::list` always sends `query v 2` instead of `query v 1`",
    },
    ..Rule::BASE
};
