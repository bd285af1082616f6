//! A value, alternative or status that the description no longer has, and that is kept, deprecated.

use crate::compare::rule::{Effect, Example, Note, Opposite, Rule, Severity};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "item-dropped",
    title: "Kept, although the description no longer has them",
    message: "`{path}` is kept, although the description no longer has it",
    help: "do not send the value: the server refuses it",
    source: Effect::TELLS,
    wire: Effect { sent: Some(Severity::Breaks), received: None, otherwise: Some(Severity::Warns) },
    opposite: Opposite::Rule("item-restored"),
    note: Note::Kept,
    applies: |change| {
        change.fact_added(&[Subject::Value, Subject::Status, Subject::Alternative, Subject::Event], FactName::Dropped)
    },
    example: Example {
        before: "#/components/schemas/Size = enum models::Size\n\
            #/components/schemas/Size =s = variant models::Size::S",
        after: "#/components/schemas/Size = enum models::Size\n\
            #/components/schemas/Size =s = variant models::Size::S; dropped",
        says: "`models::Size::S` is kept, although the description no longer has it",
    },
    oasdiff: &[
        "request-property-enum-value-removed",
        "response-property-enum-value-removed",
        "response-non-success-status-removed",
    ],
    ..Rule::BASE
};
