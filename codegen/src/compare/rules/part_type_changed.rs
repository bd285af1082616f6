//! A part of a form with another media type.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "part-type-changed",
    title: "Parts of forms with another media type",
    message: "the media type of `{path}` is {after}; before, it was {before}",
    help: "programs that are compiled with the new client send the new media type",
    wire: Effect::WARNS,
    opposite: Opposite::Itself,
    is_of_shape: false,
    applies: |change| change.fact_differs(&[Subject::Parameter, Subject::Argument], FactName::ContentType, "the usual one"),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets query owner = set operations::pets::ListRequest::owner: i64; content-type text/plain",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets query owner = set operations::pets::ListRequest::owner: i64; content-type text/csv",
        says: "the media type of `operations::pets::ListRequest::owner` is text/csv; before, it was text/plain",
    },
    ..Rule::BASE
};
