//! A setter of a model was removed.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "setter-removed",
    title: "Removed model setters",
    message: "the setter `{path}` was removed",
    help: "callers that use it must change: release a major version",
    source: Effect::BREAKING,
    opposite: Opposite::Rule("setter-added"),
    applies: |change| change.removed(Subject::Setter),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: Option<String>\n\
            #/components/schemas/Pet .name = set models::Pet::name: impl Into<String>",
        after: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: Option<String>",
        says: "the setter `models::Pet::name` was removed",
    },
    ..Rule::BASE
};
