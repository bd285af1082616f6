//! A call that goes to another server.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "call-server-changed",
    title: "Calls that go to another server",
    message: "`{path}` goes to {after}; before, to {before}",
    help: "programs that are compiled with the new client send to the new address",
    wire: Effect::WARNS,
    behaviour: Effect::WARNS,
    opposite: Opposite::Itself,
    is_of_shape: false,
    applies: |change| change.fact_differs(&[Subject::Call], FactName::Servers, "the client's server"),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; servers https://a.example",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; servers https://b.example",
        says: "`operations::pets::Pets::list` goes to https://b.example; before, to https://a.example",
    },
    ..Rule::BASE
};
