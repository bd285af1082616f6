//! A value that is always there now.

use crate::compare::rule::{Effect, Example, Opposite, Rule, Severity};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "became-present",
    title: "Values that are always there now",
    message: "`{path}` is always there: `{after}`; before, it was `{before}`",
    help: "programs that handle `None` have to be changed",
    source: Effect::BREAKS,
    wire: Effect { sent: Some(Severity::Breaks), received: None, otherwise: Some(Severity::Warns) },
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
        says: "`models::Pet::name` is always there: `String`; before, it was `Option<String>`",
    },
    oasdiff: &[
        "request-property-became-required",
        "response-property-became-required",
        "request-property-became-not-nullable",
        "response-property-became-not-nullable",
    ],
    ..Rule::BASE
};
