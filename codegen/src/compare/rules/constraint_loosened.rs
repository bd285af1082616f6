//! A value that has to meet less than before.

use crate::compare::constraint::Shift;
use crate::compare::rule::{Effect, Example, Opposite, Rule};

pub(super) const RULE: Rule = Rule {
    id: "constraint-loosened",
    title: "Values that have to meet less",
    message: "`{path}` need only meet {after}; before, {before}",
    help: "programs need not be changed",
    wire: Effect::TELLS,
    opposite: Opposite::Rule("constraint-tightened"),
    is_of_shape: false,
    applies: |change| change.constraints(Shift::Loosened),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: String; max-length 10",
        after: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: String; max-length 20",
        says: "`models::Pet::name` need only meet max-length 20; before, max-length 10",
    },
    oasdiff: &[
        "response-property-max-length-increased",
        "response-property-max-length-unset",
        "request-property-max-length-increased",
    ],
    ..Rule::BASE
};
