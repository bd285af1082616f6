//! An optional property was removed.

use crate::compare::change::may_be_absent;
use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "property-removed",
    title: "Removed optional properties",
    message: "`{path}` was removed",
    help: "callers that use it must change: release a major version",
    source: Effect::BREAKING,
    wire: Effect::WARNING,
    opposite: Opposite::Rule("property-added"),
    applies: |change| match change.before {
        Some(before) if may_be_absent(before) => change.removed(Subject::Property),
        _ => Vec::new(),
    },
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: Option<String>",
        after: "#/components/schemas/Pet = struct models::Pet",
        says: "`models::Pet::name` was removed",
    },
    oasdiff: &["request-property-removed", "response-optional-property-removed"],
    ..Rule::BASE
};
