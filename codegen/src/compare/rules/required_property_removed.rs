//! A required property was removed.

use crate::compare::change::may_be_absent;
use crate::compare::rule::{Effect, Example, Opposite, Rule, Severity};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "required-property-removed",
    title: "Removed required properties",
    message: "`{path}` was removed",
    help: "callers that use it must change: release a major version",
    source: Effect::BREAKING,
    wire: Effect { sent: Some(Severity::Warning), received: Some(Severity::Breaking), otherwise: Some(Severity::Warning) },
    opposite: Opposite::Rule("required-property-added"),
    applies: |change| match change.before {
        Some(before) if !may_be_absent(before) => change.removed(Subject::Property),
        _ => Vec::new(),
    },
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: String",
        after: "#/components/schemas/Pet = struct models::Pet",
        says: "`models::Pet::name` was removed",
    },
    oasdiff: &["request-property-removed", "response-required-property-removed"],
    ..Rule::BASE
};
