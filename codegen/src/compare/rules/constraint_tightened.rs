//! A value that has to meet more than before.

use crate::compare::constraint::Shift;
use crate::compare::rule::{Effect, Example, Opposite, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    id: "constraint-tightened",
    title: "Values that have to meet more",
    message: "`{path}` has to meet {after}; before, {before}",
    help: "do not send values that break the rule: the server refuses them",
    wire: Effect { sent: Some(Severity::Breaks), received: None, otherwise: Some(Severity::Warns) },
    opposite: Opposite::Rule("constraint-loosened"),
    is_of_shape: false,
    applies: |change| change.constraints(Shift::Tightened),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: String; max-length 20",
        after: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: String; max-length 10",
        says: "`models::Pet::name` has to meet max-length 10; before, max-length 20",
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
