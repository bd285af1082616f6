//! The discriminator of a union changed.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "discriminator-changed",
    title: "Unions with a different discriminator",
    message: "the discriminator of `{path}` is now {after} instead of {before}",
    help: "code built with the new client uses the new property",
    wire: Effect::BREAKING,
    opposite: Opposite::Itself,
    is_of_shape: false,
    applies: |change| change.fact_differs(&[Subject::Model], FactName::Discriminator, "nothing"),
    example: Example {
        before: "#/components/schemas/Size = enum models::Size; discriminator kind",
        after: "#/components/schemas/Size = enum models::Size; discriminator type",
        says: "the discriminator of `models::Size` is now type instead of kind",
    },
    oasdiff: &["request-body-discriminator-property-name-changed", "response-body-discriminator-property-name-changed"],
    ..Rule::BASE
};
