//! A value that may be absent now.

use crate::compare::rule::{Effect, Example, Opposite, Rule, Severity};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "became-optional",
    title: "Values that may be absent now",
    message: "`{path}` may be absent: `{after}`; before, it was `{before}`",
    help: "what was always there may be missing: programs have to handle `None`",
    source: Effect::BREAKS,
    wire: Effect { sent: None, received: Some(Severity::Breaks), otherwise: Some(Severity::Warns) },
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
        says: "`models::Pet::name` may be absent: `Option<String>`; before, it was `String`",
    },
    oasdiff: &[
        "response-property-became-optional",
        "response-property-became-nullable",
        "response-body-became-nullable",
        "request-property-became-optional",
    ],
    ..Rule::BASE
};
