//! An alternative of a union that is gone.

use crate::compare::rule::{Effect, Example, Opposite, Rule, Severity};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "alternative-removed",
    title: "Removed alternatives of unions",
    message: "`{path}` is gone",
    help: "programs that use it have to do without it: raise the major version",
    source: Effect::BREAKS,
    wire: Effect { sent: Some(Severity::Breaks), received: None, otherwise: Some(Severity::Warns) },
    opposite: Opposite::Rule("alternative-added"),
    applies: |change| change.removed(Subject::Alternative),
    example: Example {
        before: "#/components/schemas/Size = enum models::Size\n\
            #/components/schemas/Size |text = variant models::Size::Text: String",
        after: "#/components/schemas/Size = enum models::Size",
        says: "`models::Size::Text` is gone",
    },
    oasdiff: &["request-body-one-of-removed", "request-property-one-of-removed", "response-body-one-of-removed"],
    ..Rule::BASE
};
