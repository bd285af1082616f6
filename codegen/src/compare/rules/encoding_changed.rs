//! A value is now written as JSON, or no longer.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "encoding-changed",
    title: "Values in a different encoding",
    message: "`{path}` is written as {after} instead of {before}",
    help: "code built with the new client uses the new encoding",
    wire: Effect::BREAKING,
    opposite: Opposite::Itself,
    is_of_shape: false,
    applies: |change| change.fact_differs(&[Subject::Parameter, Subject::Argument], FactName::Json, "text in its style"),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets query owner = set operations::pets::ListRequest::owner: i64",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets query owner = set operations::pets::ListRequest::owner: i64; json",
        says: "`operations::pets::ListRequest::owner` is written as json instead of text in its style",
    },
    ..Rule::BASE
};
