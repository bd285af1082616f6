//! A group of calls was added.

use super::call_added;
use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "group-added",
    title: "New groups",
    message: "`{path}` was added, with its calls",
    help: "no action is needed",
    source: Effect::INFO,
    opposite: Opposite::Rule("group-removed"),
    note: Note::New,
    contents: Some((call_added::RULE.id, "calls")),
    applies: |change| change.added(Subject::Group),
    example: Example {
        before: "",
        after: "tag pets = mod operations::pets",
        says: "`operations::pets` was added, with its calls",
    },
    oasdiff: &["api-tag-added"],
    ..Rule::BASE
};
