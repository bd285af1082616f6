//! A parameter whose items are written apart, or together.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "explode-changed",
    title: "Parameters with items written in another way",
    message: "the items of `{path}` are exploded: {after}; before: {before}",
    help: "programs that are compiled with the new client use the new way",
    wire: Effect::BREAKS,
    opposite: Opposite::Itself,
    is_of_shape: false,
    applies: |change| change.fact_differs(&[Subject::Parameter, Subject::Argument], FactName::Explode, "as the style is"),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets query owner = set operations::pets::ListRequest::owner: i64; explode false",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets query owner = set operations::pets::ListRequest::owner: i64; explode true",
        says: "the items of `operations::pets::ListRequest::owner` are exploded: true; before: false",
    },
    ..Rule::BASE
};
