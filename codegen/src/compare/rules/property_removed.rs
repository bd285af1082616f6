//! An optional property that is gone.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "property-removed",
    title: "Removed optional properties",
    message: "`{path}` is gone",
    help: "programs that use it have to do without it: raise the major version",
    source: Effect::BREAKS,
    wire: Effect::WARNS,
    opposite: Opposite::Rule("property-added"),
    applies: |change| match change.before {
        Some(before) if before.ty.starts_with("Option<") => change.removed(Subject::Property),
        _ => Vec::new(),
    },
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: Option<String>",
        after: "#/components/schemas/Pet = struct models::Pet",
        says: "`models::Pet::name` is gone",
    },
    oasdiff: &["request-property-removed", "response-optional-property-removed"],
    ..Rule::BASE
};
