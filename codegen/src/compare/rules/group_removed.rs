//! A group of calls that is gone.

use super::call_removed;
use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "group-removed",
    title: "Removed groups",
    message: "`{path}` is gone, and with it its calls",
    help: "programs that use the group have to do without it: raise the major version",
    source: Effect::BREAKS,
    opposite: Opposite::Rule("group-added"),
    contents: Some((call_removed::RULE.id, "calls")),
    applies: |change| change.removed(Subject::Group),
    example: Example {
        before: "tag pets = mod operations::pets",
        after: "",
        says: "`operations::pets` is gone, and with it its calls",
    },
    oasdiff: &["api-tag-removed"],
    ..Rule::BASE
};
