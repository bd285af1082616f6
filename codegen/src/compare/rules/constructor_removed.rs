//! A constructor that is gone.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "constructor-removed",
    title: "Removed constructors",
    message: "`{path}` is gone",
    help: "programs that use it have to do without it: raise the major version",
    source: Effect::BREAKS,
    opposite: Opposite::Rule("constructor-added"),
    applies: |change| change.removed(Subject::Constructor),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet = new models::Pet::new",
        after: "#/components/schemas/Pet = struct models::Pet",
        says: "`models::Pet::new` is gone",
    },
    ..Rule::BASE
};
