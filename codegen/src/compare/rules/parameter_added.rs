//! An optional parameter was added.

use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "parameter-added",
    title: "New optional parameters",
    message: "`{after}` was added",
    help: "no action is needed",
    source: Effect::INFO,
    opposite: Opposite::Rule("parameter-removed"),
    note: Note::New,
    applies: |change| change.added(Subject::Parameter),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets query owner = set operations::pets::ListRequest::owner: i64",
        says: "`operations::pets::ListRequest::owner: i64` was added",
    },
    oasdiff: &["new-optional-request-parameter", "request-body-added-optional"],
    ..Rule::BASE
};
