//! An enum value was removed.

use crate::compare::rule::{Effect, Example, Opposite, Rule, Severity};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "value-removed",
    title: "Removed enum values",
    message: "`{path}` was removed",
    help: "callers that use it must change: release a major version",
    source: Effect::BREAKING,
    wire: Effect { sent: Some(Severity::Breaking), received: None, otherwise: Some(Severity::Warning) },
    opposite: Opposite::Rule("value-added"),
    applies: |change| change.removed(Subject::Value),
    example: Example {
        before: "#/components/schemas/Size = enum models::Size\n\
            #/components/schemas/Size =s = variant models::Size::S",
        after: "#/components/schemas/Size = enum models::Size",
        says: "`models::Size::S` was removed",
    },
    oasdiff: &[
        "request-property-enum-value-removed",
        "request-parameter-enum-value-removed",
        "response-property-enum-value-removed",
    ],
    ..Rule::BASE
};
