//! A response header was removed.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "header-removed",
    title: "Removed response headers",
    message: "`{path}` was removed",
    help: "callers that use it must change: release a major version",
    source: Effect::BREAKING,
    wire: Effect::WARNING,
    opposite: Opposite::Rule("header-added"),
    applies: |change| change.removed(Subject::Header),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets header x-total = const operations::pets::ListRequest::X_TOTAL: runtime::Header<i64>",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest",
        says: "`operations::pets::ListRequest::X_TOTAL` was removed",
    },
    oasdiff: &["required-response-header-removed", "optional-response-header-removed"],
    ..Rule::BASE
};
