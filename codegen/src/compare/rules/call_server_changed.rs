//! A call goes to a different server.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "call-server-changed",
    title: "Calls that go to a different server",
    message: "`{path}` goes to {after} instead of {before}",
    help: "code built with the new client sends to the new address",
    wire: Effect::WARNING,
    behaviour: Effect::WARNING,
    opposite: Opposite::Itself,
    is_of_shape: false,
    applies: |change| change.fact_differs(&[Subject::Call], FactName::Servers, "the client's server"),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; servers https://a.example",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; servers https://b.example",
        says: "`operations::pets::Pets::list` goes to https://b.example instead of https://a.example",
    },
    ..Rule::BASE
};
