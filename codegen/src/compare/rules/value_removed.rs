//! A value of an enumeration that is gone.

use crate::compare::rule::{Effect, Example, Opposite, Rule, Severity};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "value-removed",
    title: "Removed values of enumerations",
    message: "`{path}` is gone",
    help: "programs that use it have to do without it: raise the major version",
    source: Effect::BREAKS,
    wire: Effect { sent: Some(Severity::Breaks), received: None, otherwise: Some(Severity::Warns) },
    opposite: Opposite::Rule("value-added"),
    applies: |change| change.removed(Subject::Value),
    example: Example {
        before: "#/components/schemas/Size = enum models::Size\n\
            #/components/schemas/Size =s = variant models::Size::S",
        after: "#/components/schemas/Size = enum models::Size",
        says: "`models::Size::S` is gone",
    },
    oasdiff: &[
        "request-property-enum-value-removed",
        "request-parameter-enum-value-removed",
        "response-property-enum-value-removed",
    ],
    ..Rule::BASE
};
