//! A deprecated alias was removed.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "alias-removed",
    title: "Removed deprecated aliases",
    message: "`{path}` was removed",
    help: "callers that use it must change: release a major version",
    source: Effect::BREAKING,
    opposite: Opposite::Rule("alias-added"),
    applies: |change| change.removed(Subject::Former),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet former Animal = type models::Animal: Pet",
        after: "#/components/schemas/Pet = struct models::Pet",
        says: "`models::Animal` was removed",
    },
    ..Rule::BASE
};
