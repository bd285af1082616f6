//! A property that is gone.

use crate::compare::rule::{Effect, Example, Opposite, Rule, Severity};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "property-removed",
    title: "Removed properties",
    message: "`{path}` is gone",
    help: "programs that use it have to do without it: raise the major version",
    source: Effect::BREAKS,
    wire: Effect { sent: Some(Severity::Warns), received: Some(Severity::Breaks), otherwise: Some(Severity::Warns) },
    opposite: Opposite::Rule("property-added"),
    applies: |change| change.removed(Subject::Property),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: Option<String>",
        after: "#/components/schemas/Pet = struct models::Pet",
        says: "`models::Pet::name` is gone",
    },
    oasdiff: &["request-property-removed", "response-required-property-removed", "response-optional-property-removed"],
    ..Rule::BASE
};
