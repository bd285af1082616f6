//! An earlier name that is gone.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "alias-removed",
    title: "Removed earlier names",
    message: "`{path}` is gone",
    help: "programs that use it have to do without it: raise the major version",
    source: Effect::BREAKS,
    opposite: Opposite::Rule("alias-added"),
    applies: |change| change.removed(Subject::Former),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet former Animal = type models::Animal: Pet",
        after: "#/components/schemas/Pet = struct models::Pet",
        says: "`models::Animal` is gone",
    },
    ..Rule::BASE
};
