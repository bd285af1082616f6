//! A constant with another value.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::record::Kind;

pub(super) const RULE: Rule = Rule {
    id: "constant-changed",
    title: "Constants with another value",
    message: "`{path}` is `{after}`; before, it was `{before}`",
    help: "programs that are compiled with the new client send the new value",
    wire: Effect::BREAKS,
    behaviour: Effect::WARNS,
    opposite: Opposite::Itself,
    is_of_shape: false,
    applies: |change| match change.both() {
        Some((before, after)) if before.kind == Kind::Constant && before.order != after.order => {
            change.differs(before.order.join(", "), after.order.join(", "))
        }
        _ => Vec::new(),
    },
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .kind = const models::Pet::KIND(cat): &'static str",
        after: "#/components/schemas/Pet = struct models::Pet\n\
            #/components/schemas/Pet .kind = const models::Pet::KIND(dog): &'static str",
        says: "`models::Pet::KIND` is `dog`; before, it was `cat`",
    },
    oasdiff: &["request-property-const-changed", "response-property-const-changed"],
    ..Rule::BASE
};
