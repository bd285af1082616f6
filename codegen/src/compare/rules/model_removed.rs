//! A model was removed.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "model-removed",
    title: "Removed models",
    message: "`{path}` was removed",
    help: "callers must stop using the model: release a major version",
    source: Effect::BREAKING,
    opposite: Opposite::Rule("model-added"),
    applies: |change| if change.replacement().is_some() { Vec::new() } else { change.removed(Subject::Model) },
    example: Example { before: "#/components/schemas/Pet = struct models::Pet", after: "", says: "`models::Pet` was removed" },
    oasdiff: &["api-schema-removed"],
    ..Rule::BASE
};
