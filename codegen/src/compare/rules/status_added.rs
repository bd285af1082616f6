//! A documented status was added.

use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "status-added",
    title: "New documented statuses",
    message: "`{after}` was added",
    help: "no action is needed",
    source: Effect::INFO,
    opposite: Opposite::Rule("status-removed"),
    note: Note::New,
    applies: |change| change.added(Subject::Status),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets own error = enum operations::pets::ListError",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets own error = enum operations::pets::ListError\n\
            GET /pets own error 404 = variant operations::pets::ListError::NotFound",
        says: "`operations::pets::ListError::NotFound` was added",
    },
    oasdiff: &["response-success-status-added", "response-non-success-status-added"],
    ..Rule::BASE
};
