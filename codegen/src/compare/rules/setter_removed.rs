//! A setter of a model that is gone.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "setter-removed",
    title: "Removed setters of models",
    message: "the setter `{path}` is gone",
    help: "programs that use it have to do without it: raise the major version",
    source: Effect::BREAKS,
    opposite: Opposite::Rule("setter-added"),
    applies: |change| change.removed(Subject::Setter),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: Option<String>\n\
            #/components/schemas/Pet .name = set models::Pet::name: impl Into<String>",
        after: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: Option<String>",
        says: "the setter `models::Pet::name` is gone",
    },
    ..Rule::BASE
};
