//! A union lost an alternative.

use crate::compare::rule::{Effect, Example, Opposite, Rule, Severity};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "alternative-removed",
    title: "Removed union alternatives",
    message: "`{path}` was removed",
    help: "callers that use it must change: release a major version",
    source: Effect::BREAKING,
    wire: Effect { sent: Some(Severity::Breaking), received: None, otherwise: Some(Severity::Warning) },
    opposite: Opposite::Rule("alternative-added"),
    applies: |change| change.removed(Subject::Alternative),
    example: Example {
        before: "#/components/schemas/Size = enum models::Size\n\
            #/components/schemas/Size |text = variant models::Size::Text: String",
        after: "#/components/schemas/Size = enum models::Size",
        says: "`models::Size::Text` was removed",
    },
    oasdiff: &["request-body-one-of-removed", "request-property-one-of-removed", "response-body-one-of-removed"],
    ..Rule::BASE
};
