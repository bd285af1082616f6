//! A feature that is gone.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "feature-removed",
    title: "Removed features",
    message: "`{path}` is gone",
    help: "programs that use it have to do without it: raise the major version",
    source: Effect::BREAKS,
    opposite: Opposite::Rule("feature-added"),
    applies: |change| change.removed(Subject::Feature),
    example: Example { before: "rust pets = feature pets", after: "", says: "`pets` is gone" },
    ..Rule::BASE
};
