//! The media type of a form part changed.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "part-type-changed",
    title: "Form parts with a different media type",
    message: "the media type of `{path}` is now {after} instead of {before}",
    help: "code built with the new client sends the new media type",
    wire: Effect::WARNING,
    opposite: Opposite::Itself,
    is_of_shape: false,
    applies: |change| change.fact_differs(&[Subject::Parameter, Subject::Argument], FactName::ContentType, "the default"),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets query owner = set operations::pets::ListRequest::owner: i64; content-type text/plain",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets query owner = set operations::pets::ListRequest::owner: i64; content-type text/csv",
        says: "the media type of `operations::pets::ListRequest::owner` is now text/csv instead of text/plain",
    },
    ..Rule::BASE
};
