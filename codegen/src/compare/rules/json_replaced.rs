//! The JSON of a value is of a different type.

use crate::compare::json_type::Shift;
use crate::compare::rule::{Effect, Example, Opposite, Rule};

pub(super) const RULE: Rule = Rule {
    id: "json-replaced",
    title: "Values with different JSON",
    message: "`{path}` is now {after} in JSON instead of {before}",
    help: "deployed programs cannot read it, or the server rejects what they send",
    wire: Effect::BREAKING,
    opposite: Opposite::Itself,
    applies: |change| change.json_shifted(Shift::Replaced),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: String",
        after: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .name = field models::Pet::name: i64",
        says: "`models::Pet::name` is now an integer in JSON instead of a string",
    },
    ..Rule::BASE
};
