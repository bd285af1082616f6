//! A documented status was removed.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "status-removed",
    title: "Removed documented statuses",
    message: "`{path}` was removed",
    help: "callers that use it must change: release a major version",
    source: Effect::BREAKING,
    opposite: Opposite::Rule("status-added"),
    applies: |change| change.removed(Subject::Status),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets own error = enum operations::pets::ListError\n\
            GET /pets own error 404 = variant operations::pets::ListError::NotFound",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets own error = enum operations::pets::ListError",
        says: "`operations::pets::ListError::NotFound` was removed",
    },
    oasdiff: &["response-success-status-removed", "response-non-success-status-removed"],
    ..Rule::BASE
};
