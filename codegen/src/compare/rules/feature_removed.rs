//! A feature was removed.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "feature-removed",
    title: "Removed features",
    message: "`{path}` was removed",
    help: "callers that use it must change: release a major version",
    source: Effect::BREAKING,
    opposite: Opposite::Rule("feature-added"),
    applies: |change| change.removed(Subject::Feature),
    example: Example { before: "rust pets = feature pets", after: "", says: "`pets` was removed" },
    ..Rule::BASE
};
