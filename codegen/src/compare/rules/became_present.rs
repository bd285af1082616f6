//! An optional value is now always present.

use crate::compare::rule::{Effect, Example, Opposite, Rule, Severity};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "became-present",
    title: "Values that are no longer optional",
    message: "`{path}` is no longer optional: `{after}` instead of `{before}`",
    help: "callers that handle `None` must change",
    source: Effect::BREAKING,
    wire: Effect { sent: Some(Severity::Breaking), received: None, otherwise: Some(Severity::Warning) },
    opposite: Opposite::Rule("became-optional"),
    applies: |change| {
        let is_meant = |before: &str, after: &str| before == format!("Option<{after}>");
        change.retyped(
            &[Subject::Property, Subject::Output, Subject::Value, Subject::Alternative, Subject::Header, Subject::Status],
            is_meant,
        )
    },
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: Option<String>",
        after: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: String",
        says: "`models::Pet::name` is no longer optional: `String` instead of `Option<String>`",
    },
    oasdiff: &[
        "request-property-became-required",
        "response-property-became-required",
        "request-property-became-not-nullable",
        "response-property-became-not-nullable",
    ],
    ..Rule::BASE
};
