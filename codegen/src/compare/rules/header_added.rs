//! A response header was added.

use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "header-added",
    title: "New response headers",
    message: "`{after}` was added",
    help: "no action is needed",
    source: Effect::INFO,
    opposite: Opposite::Rule("header-removed"),
    note: Note::New,
    applies: |change| change.added(Subject::Header),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets header x-total = const operations::pets::ListRequest::X_TOTAL: runtime::Header<i64>",
        says: "`operations::pets::ListRequest::X_TOTAL: runtime::Header<i64>` was added",
    },
    oasdiff: &["response-header-added"],
    ..Rule::BASE
};
