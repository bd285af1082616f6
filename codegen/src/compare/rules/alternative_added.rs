//! A new alternative of a union.

use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "alternative-added",
    title: "New alternatives of unions",
    message: "`{after}` is new",
    help: "programs need not be changed",
    source: Effect::TELLS,
    opposite: Opposite::Rule("alternative-removed"),
    note: Note::New,
    applies: |change| change.added(Subject::Alternative),
    example: Example {
        before: "#/components/schemas/Size = enum models::Size",
        after: "#/components/schemas/Size = enum models::Size\n\
            #/components/schemas/Size |text = variant models::Size::Text: String",
        says: "`models::Size::Text: String` is new",
    },
    oasdiff: &["request-body-one-of-added", "response-body-one-of-added", "response-property-one-of-added"],
    ..Rule::BASE
};
