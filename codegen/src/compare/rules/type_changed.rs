//! The type of a value changed.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "type-changed",
    title: "Values with a different type",
    message: "`{path}` is now `{after}` instead of `{before}`",
    help: "callers that use the value must change: release a major version",
    source: Effect::BREAKING,
    wire: Effect::WARNING,
    opposite: Opposite::Itself,
    applies: |change| {
        let is_other = |before: &str, after: &str| {
            let is_wrapped = after == format!("Option<{before}>") || before == format!("Option<{after}>");
            // Whoever gives a value of a type can give one of what converts into it.
            !is_wrapped && after != format!("impl Into<{before}>")
        };
        match change.subject() {
            Subject::Call | Subject::Constructor | Subject::Argument | Subject::Group | Subject::Former => Vec::new(),
            subject => change.retyped(&[subject], is_other),
        }
    },
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: String",
        after: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: i64",
        says: "`models::Pet::name` is now `i64` instead of `String`",
    },
    oasdiff: &[
        "request-property-type-changed",
        "response-property-type-changed",
        "request-parameter-type-changed",
        "response-body-type-changed",
        "request-body-type-changed",
        "request-property-type-generalized",
        "response-property-type-specialized",
    ],
    ..Rule::BASE
};
