//! An enum value was added.

use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "value-added",
    title: "New enum values",
    message: "`{after}` was added",
    help: "no action is needed",
    source: Effect::INFO,
    opposite: Opposite::Rule("value-removed"),
    note: Note::New,
    applies: |change| change.added(Subject::Value),
    example: Example {
        before: "#/components/schemas/Size = enum models::Size",
        after: "#/components/schemas/Size = enum models::Size\n\
            #/components/schemas/Size =s = variant models::Size::S",
        says: "`models::Size::S` was added",
    },
    oasdiff: &["request-property-enum-value-added", "response-property-enum-value-added"],
    ..Rule::BASE
};
