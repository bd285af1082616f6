//! Arguments became fields of a struct, or the reverse.

use crate::compare::rule::{Effect, Example, Opposite, Rule};

pub(super) const RULE: Rule = Rule {
    id: "arguments-form-changed",
    title: "Arguments in a different form",
    message: "`{path}` takes ({after}) instead of ({before})",
    help: "restore the released form from `generated.api`",
    source: Effect::BREAKING,
    opposite: Opposite::Itself,
    applies: |change| match change.arguments() {
        Some((before, after)) if before.is_literal != after.is_literal => change.differs(before.shown(), after.shown()),
        _ => Vec::new(),
    },
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet = new models::Pet::new(name): impl Into<String>\n\
            #/components/schemas/Pet .name = field models::Pet::name: String",
        after: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet = new models::Pet::new: PetRequired\n\
            #/components/schemas/Pet .name = field models::Pet::name: String\n\
            #/components/schemas/Pet own required = struct models::PetRequired\n\
            #/components/schemas/Pet own required .name = field models::PetRequired::name: String",
        says: "`models::Pet::new` takes ({ name: String }) instead of (name: impl Into<String>)",
    },
    ..Rule::BASE
};
