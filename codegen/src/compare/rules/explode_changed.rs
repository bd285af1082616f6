//! The items of a parameter are separated differently.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "explode-changed",
    title: "Parameters with a different `explode`",
    message: "`explode` of `{path}` is {after} instead of {before}",
    help: "code built with the new client uses the new form",
    wire: Effect::BREAKING,
    opposite: Opposite::Itself,
    is_of_shape: false,
    applies: |change| {
        change.fact_differs(&[Subject::Parameter, Subject::Argument], FactName::Explode, "the default of its style")
    },
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets query owner = set operations::pets::ListRequest::owner: i64; explode false",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets query owner = set operations::pets::ListRequest::owner: i64; explode true",
        says: "`explode` of `operations::pets::ListRequest::owner` is true instead of false",
    },
    ..Rule::BASE
};
