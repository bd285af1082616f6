//! A new value of an enumeration.

use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "value-added",
    title: "New values of enumerations",
    message: "`{after}` is new",
    help: "programs need not be changed",
    source: Effect::TELLS,
    opposite: Opposite::Rule("value-removed"),
    note: Note::New,
    applies: |change| change.added(Subject::Value),
    example: Example {
        before: "#/components/schemas/Size = enum models::Size",
        after: "#/components/schemas/Size = enum models::Size\n\
            #/components/schemas/Size =s = variant models::Size::S",
        says: "`models::Size::S` is new",
    },
    oasdiff: &["request-property-enum-value-added", "response-property-enum-value-added"],
    ..Rule::BASE
};
