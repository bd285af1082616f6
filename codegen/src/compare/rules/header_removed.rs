//! A header of a response that is gone.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "header-removed",
    title: "Removed headers of responses",
    message: "`{path}` is gone",
    help: "programs that use it have to do without it: raise the major version",
    source: Effect::BREAKS,
    wire: Effect::WARNS,
    opposite: Opposite::Rule("header-added"),
    applies: |change| change.removed(Subject::Header),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets header x-total = const operations::pets::ListRequest::X_TOTAL: runtime::Header<i64>",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest",
        says: "`operations::pets::ListRequest::X_TOTAL` is gone",
    },
    oasdiff: &["required-response-header-removed", "optional-response-header-removed"],
    ..Rule::BASE
};
