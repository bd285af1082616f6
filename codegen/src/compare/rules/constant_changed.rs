//! The value of a constant changed.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::record::Kind;

pub(super) const RULE: Rule = Rule {
    id: "constant-changed",
    title: "Constants with a different value",
    message: "`{path}` is now `{after}` instead of `{before}`",
    help: "code built with the new client sends the new value",
    wire: Effect::BREAKING,
    behaviour: Effect::WARNING,
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
        says: "`models::Pet::KIND` is now `dog` instead of `cat`",
    },
    oasdiff: &["request-property-const-changed", "response-property-const-changed"],
    ..Rule::BASE
};
