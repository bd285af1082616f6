//! The style of a parameter changed.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "style-changed",
    title: "Parameters with a different style",
    message: "the style of `{path}` is now {after} instead of {before}",
    help: "code built with the new client uses the new style",
    wire: Effect::BREAKING,
    opposite: Opposite::Itself,
    is_of_shape: false,
    applies: |change| {
        change.fact_differs(&[Subject::Parameter, Subject::Argument], FactName::Style, "the default of its location")
    },
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets query owner = set operations::pets::ListRequest::owner: i64; style form",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets query owner = set operations::pets::ListRequest::owner: i64; style spaceDelimited",
        says: "the style of `operations::pets::ListRequest::owner` is now spaceDelimited instead of form",
    },
    ..Rule::BASE
};
