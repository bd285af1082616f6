//! The JSON of a value allows more than before.

use crate::compare::json_type::Shift;
use crate::compare::rule::{Effect, Example, Opposite, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    id: "json-widened",
    title: "Values that allow more JSON",
    message: "`{path}` is now {after} in JSON instead of {before}",
    help: "deployed programs fail to read what the old type did not allow",
    wire: Effect { sent: None, received: Some(Severity::Breaking), otherwise: Some(Severity::Warning) },
    opposite: Opposite::Rule("json-narrowed"),
    applies: |change| change.json_shifted(Shift::Widened),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: i64",
        after: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: f64",
        says: "`models::Pet::name` is now a number in JSON instead of an integer",
    },
    ..Rule::BASE
};
