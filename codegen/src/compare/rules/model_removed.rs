//! A model that is gone.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "model-removed",
    title: "Removed models",
    message: "`{path}` is gone",
    help: "programs that use the model have to do without it: raise the major version",
    source: Effect::BREAKS,
    opposite: Opposite::Rule("model-added"),
    applies: |change| if change.replacement().is_some() { Vec::new() } else { change.removed(Subject::Model) },
    example: Example { before: "#/components/schemas/Pet = struct models::Pet", after: "", says: "`models::Pet` is gone" },
    oasdiff: &["api-schema-removed"],
    ..Rule::BASE
};
