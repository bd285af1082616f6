//! A required property was added.

use crate::compare::change::may_be_absent;
use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "required-property-added",
    title: "New required properties",
    message: "`{after}` was added",
    help: "no action is needed, but values that callers stored with the old client lack it",
    source: Effect::INFO,
    opposite: Opposite::Rule("required-property-removed"),
    note: Note::New,
    applies: |change| match change.after {
        Some(after) if !may_be_absent(after) => change.added(Subject::Property),
        _ => Vec::new(),
    },
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet",
        after: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: String",
        says: "`models::Pet::name: String` was added",
    },
    oasdiff: &["response-required-property-added"],
    ..Rule::BASE
};
