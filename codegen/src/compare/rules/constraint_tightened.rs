//! A value has to satisfy more.

use crate::compare::constraint::Shift;
use crate::compare::rule::{Effect, Example, Opposite, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    id: "constraint-tightened",
    title: "Tightened constraints",
    message: "`{path}` must satisfy {after} instead of {before}",
    help: "do not send values that violate it: the server rejects them",
    wire: Effect { sent: Some(Severity::Breaking), received: None, otherwise: Some(Severity::Warning) },
    opposite: Opposite::Rule("constraint-loosened"),
    is_of_shape: false,
    applies: |change| change.constraints(Shift::Tightened),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: String; max-length 20",
        after: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: String; max-length 10",
        says: "`models::Pet::name` must satisfy max-length 10 instead of max-length 20",
    },
    oasdiff: &[
        "request-property-max-length-decreased",
        "request-property-max-length-set",
        "request-property-pattern-added",
        "request-property-became-enum",
        "request-parameter-became-enum",
        "request-body-became-enum",
    ],
    ..Rule::BASE
};
