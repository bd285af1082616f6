//! A call was added.

use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "call-added",
    title: "New calls",
    message: "`{path}` was added: `{key}`",
    help: "no action is needed",
    source: Effect::INFO,
    opposite: Opposite::Rule("call-removed"),
    note: Note::New,
    applies: |change| change.added(Subject::Call),
    example: Example {
        before: "",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest",
        says: "`operations::pets::Pets::list` was added: `GET /pets`",
    },
    oasdiff: &["endpoint-added", "api-operation-id-added"],
    ..Rule::BASE
};
