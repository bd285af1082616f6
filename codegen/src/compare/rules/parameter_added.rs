//! A new optional parameter.

use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "parameter-added",
    title: "New optional parameters",
    message: "`{after}` is new",
    help: "programs need not be changed",
    source: Effect::TELLS,
    opposite: Opposite::Rule("parameter-removed"),
    note: Note::New,
    applies: |change| change.added(Subject::Parameter),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets query owner = set operations::pets::ListRequest::owner: i64",
        says: "`operations::pets::ListRequest::owner: i64` is new",
    },
    oasdiff: &["new-optional-request-parameter", "request-body-added-optional"],
    ..Rule::BASE
};
