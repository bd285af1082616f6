//! A new group of calls.

use super::call_added;
use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "group-added",
    title: "New groups",
    message: "`{path}` is new, with its calls",
    help: "programs need not be changed",
    source: Effect::TELLS,
    opposite: Opposite::Rule("group-removed"),
    note: Note::New,
    contents: Some((call_added::RULE.id, "calls")),
    applies: |change| change.added(Subject::Group),
    example: Example { before: "", after: "tag pets = mod operations::pets", says: "`operations::pets` is new, with its calls" },
    oasdiff: &["api-tag-added"],
    ..Rule::BASE
};
