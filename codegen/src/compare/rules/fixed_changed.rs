//! A call that sends another value by itself.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "fixed-changed",
    title: "Calls that send other values by themselves",
    message: "`{path}` sends `{after}` by itself; before, `{before}`",
    help: "programs that are compiled with the new client send the new value",
    wire: Effect::WARNS,
    behaviour: Effect::WARNS,
    opposite: Opposite::Itself,
    is_of_shape: false,
    applies: |change| change.fact_differs(&[Subject::Call], FactName::Fixed, "nothing"),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; fixed query v 1",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; fixed query v 2",
        says: "`operations::pets::Pets::list` sends `query v 2` by itself; before, `query v 1`",
    },
    ..Rule::BASE
};
