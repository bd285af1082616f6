//! An optional property was added.

use crate::compare::change::may_be_absent;
use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "property-added",
    title: "New optional properties",
    message: "`{after}` was added",
    help: "no action is needed",
    source: Effect::INFO,
    opposite: Opposite::Rule("property-removed"),
    note: Note::New,
    applies: |change| match change.after {
        Some(after) if may_be_absent(after) => change.added(Subject::Property),
        _ => Vec::new(),
    },
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet",
        after: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: Option<String>",
        says: "`models::Pet::name: Option<String>` was added",
    },
    oasdiff: &["new-optional-request-property", "response-optional-property-added"],
    ..Rule::BASE
};
