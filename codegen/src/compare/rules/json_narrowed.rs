//! The JSON of a value allows less than before.

use crate::compare::json_type::Shift;
use crate::compare::rule::{Effect, Example, Opposite, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    id: "json-narrowed",
    title: "Values that allow less JSON",
    message: "`{path}` is now {after} in JSON instead of {before}",
    help: "the server rejects what the new type does not allow",
    wire: Effect { sent: Some(Severity::Breaking), received: None, otherwise: Some(Severity::Warning) },
    opposite: Opposite::Rule("json-widened"),
    applies: |change| change.json_shifted(Shift::Narrowed),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: f64",
        after: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: i64",
        says: "`models::Pet::name` is now an integer in JSON instead of a number",
    },
    ..Rule::BASE
};
