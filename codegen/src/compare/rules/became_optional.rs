//! A value became optional.

use crate::compare::rule::{Effect, Example, Opposite, Rule, Severity};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "became-optional",
    title: "Values that became optional",
    message: "`{path}` became optional: `{after}` instead of `{before}`",
    help: "callers must handle `None`",
    source: Effect::BREAKING,
    wire: Effect { sent: None, received: Some(Severity::Breaking), otherwise: Some(Severity::Warning) },
    opposite: Opposite::Rule("became-present"),
    applies: |change| {
        let is_meant = |before: &str, after: &str| after == format!("Option<{before}>");
        change.retyped(
            &[Subject::Property, Subject::Output, Subject::Value, Subject::Alternative, Subject::Header, Subject::Status],
            is_meant,
        )
    },
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: String",
        after: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: Option<String>",
        says: "`models::Pet::name` became optional: `Option<String>` instead of `String`",
    },
    oasdiff: &[
        "response-property-became-optional",
        "response-property-became-nullable",
        "response-body-became-nullable",
        "request-property-became-optional",
    ],
    ..Rule::BASE
};
