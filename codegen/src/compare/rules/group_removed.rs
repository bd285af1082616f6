//! A group of calls was removed.

use super::call_removed;
use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "group-removed",
    title: "Removed groups",
    message: "`{path}` was removed, with its calls",
    help: "callers must stop using the group: release a major version",
    source: Effect::BREAKING,
    opposite: Opposite::Rule("group-added"),
    contents: Some((call_removed::RULE.id, "calls")),
    applies: |change| change.removed(Subject::Group),
    example: Example {
        before: "tag pets = mod operations::pets",
        after: "",
        says: "`operations::pets` was removed, with its calls",
    },
    oasdiff: &["api-tag-removed"],
    ..Rule::BASE
};
