//! A new header of a response.

use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "header-added",
    title: "New headers of responses",
    message: "`{after}` is new",
    help: "programs need not be changed",
    source: Effect::TELLS,
    opposite: Opposite::Rule("header-removed"),
    note: Note::New,
    applies: |change| change.added(Subject::Header),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets header x-total = const operations::pets::ListRequest::X_TOTAL: runtime::Header<i64>",
        says: "`operations::pets::ListRequest::X_TOTAL: runtime::Header<i64>` is new",
    },
    oasdiff: &["response-header-added"],
    ..Rule::BASE
};
