//! A union has another alternative.

use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "alternative-added",
    title: "New union alternatives",
    message: "`{after}` was added",
    help: "no action is needed",
    source: Effect::INFO,
    opposite: Opposite::Rule("alternative-removed"),
    note: Note::New,
    applies: |change| change.added(Subject::Alternative),
    example: Example {
        before: "#/components/schemas/Size = enum models::Size",
        after: "#/components/schemas/Size = enum models::Size\n\
            #/components/schemas/Size |text = variant models::Size::Text: String",
        says: "`models::Size::Text: String` was added",
    },
    oasdiff: &["request-body-one-of-added", "response-body-one-of-added", "response-property-one-of-added"],
    ..Rule::BASE
};
