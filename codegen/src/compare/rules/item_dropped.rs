//! The description dropped a value, alternative or status that the client keeps as deprecated.

use crate::compare::rule::{Effect, Example, Note, Opposite, Rule, Severity};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "item-dropped",
    title: "Kept although the description dropped them",
    message: "`{path}` is kept although the description dropped it",
    help: "do not send the value: the server rejects it",
    source: Effect::INFO,
    wire: Effect { sent: Some(Severity::Breaking), received: None, otherwise: Some(Severity::Warning) },
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
        says: "`models::Size::S` is kept although the description dropped it",
    },
    oasdiff: &[
        "request-property-enum-value-removed",
        "response-property-enum-value-removed",
        "response-non-success-status-removed",
    ],
    ..Rule::BASE
};
