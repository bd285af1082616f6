//! A new documented status.

use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "status-added",
    title: "New documented statuses",
    message: "`{after}` is new",
    help: "programs need not be changed",
    source: Effect::TELLS,
    opposite: Opposite::Rule("status-removed"),
    note: Note::New,
    applies: |change| change.added(Subject::Status),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets own error = enum operations::pets::ListError",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets own error = enum operations::pets::ListError\n\
            GET /pets own error 404 = variant operations::pets::ListError::NotFound",
        says: "`operations::pets::ListError::NotFound` is new",
    },
    oasdiff: &["response-success-status-added", "response-non-success-status-added"],
    ..Rule::BASE
};
