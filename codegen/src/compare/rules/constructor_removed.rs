//! A constructor was removed.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "constructor-removed",
    title: "Removed constructors",
    message: "`{path}` was removed",
    help: "callers that use it must change: release a major version",
    source: Effect::BREAKING,
    opposite: Opposite::Rule("constructor-added"),
    applies: |change| change.removed(Subject::Constructor),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet = new models::Pet::new",
        after: "#/components/schemas/Pet = struct models::Pet",
        says: "`models::Pet::new` was removed",
    },
    ..Rule::BASE
};
