//! A new property that is always there.

use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "required-property-added",
    title: "New properties that are always there",
    message: "`{after}` is new",
    help: "programs need not be changed; what they stored with the old client lacks it",
    source: Effect::TELLS,
    opposite: Opposite::Rule("required-property-removed"),
    note: Note::New,
    applies: |change| match change.after {
        Some(after) if !after.ty.starts_with("Option<") => change.added(Subject::Property),
        _ => Vec::new(),
    },
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet",
        after: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: String",
        says: "`models::Pet::name: String` is new",
    },
    oasdiff: &["response-required-property-added"],
    ..Rule::BASE
};
