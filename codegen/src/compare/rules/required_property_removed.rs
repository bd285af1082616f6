//! A property that was always there and is gone.

use crate::compare::rule::{Effect, Example, Opposite, Rule, Severity};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "required-property-removed",
    title: "Removed properties that were always there",
    message: "`{path}` is gone",
    help: "programs that use it have to do without it: raise the major version",
    source: Effect::BREAKS,
    wire: Effect { sent: Some(Severity::Warns), received: Some(Severity::Breaks), otherwise: Some(Severity::Warns) },
    opposite: Opposite::Rule("required-property-added"),
    applies: |change| match change.before {
        Some(before) if !before.ty.starts_with("Option<") => change.removed(Subject::Property),
        _ => Vec::new(),
    },
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: String",
        after: "#/components/schemas/Pet = struct models::Pet",
        says: "`models::Pet::name` is gone",
    },
    oasdiff: &["request-property-removed", "response-required-property-removed"],
    ..Rule::BASE
};
