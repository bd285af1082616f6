//! A value has to satisfy less.

use crate::compare::constraint::Shift;
use crate::compare::rule::{Effect, Example, Opposite, Rule};

pub(super) const RULE: Rule = Rule {
    id: "constraint-loosened",
    title: "Loosened constraints",
    message: "`{path}` must satisfy {after} instead of {before}",
    help: "no action is needed",
    wire: Effect::INFO,
    opposite: Opposite::Rule("constraint-tightened"),
    is_of_shape: false,
    applies: |change| change.constraints(Shift::Loosened),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: String; max-length 10",
        after: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: String; max-length 20",
        says: "`models::Pet::name` must satisfy max-length 20 instead of max-length 10",
    },
    oasdiff: &[
        "response-property-max-length-increased",
        "response-property-max-length-unset",
        "request-property-max-length-increased",
    ],
    ..Rule::BASE
};
