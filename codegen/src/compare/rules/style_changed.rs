//! A parameter that is written in another style.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "style-changed",
    title: "Parameters in another style",
    message: "the style of `{path}` is {after}; before, it was {before}",
    help: "programs that are compiled with the new client use the new style",
    wire: Effect::BREAKS,
    opposite: Opposite::Itself,
    is_of_shape: false,
    applies: |change| change.fact_differs(&[Subject::Parameter, Subject::Argument], FactName::Style, "the location's"),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets query owner = set operations::pets::ListRequest::owner: i64; style form",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets query owner = set operations::pets::ListRequest::owner: i64; style spaceDelimited",
        says: "the style of `operations::pets::ListRequest::owner` is spaceDelimited; before, it was form",
    },
    ..Rule::BASE
};
