//! A value that is written as JSON, or no longer.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "encoding-changed",
    title: "Values in another encoding",
    message: "`{path}` is written as {after}; before, as {before}",
    help: "programs that are compiled with the new client use the new encoding",
    wire: Effect::BREAKS,
    opposite: Opposite::Itself,
    is_of_shape: false,
    applies: |change| change.fact_differs(&[Subject::Parameter, Subject::Argument], FactName::Json, "its style says"),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets query owner = set operations::pets::ListRequest::owner: i64",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets query owner = set operations::pets::ListRequest::owner: i64; json",
        says: "`operations::pets::ListRequest::owner` is written as json; before, as its style says",
    },
    ..Rule::BASE
};
