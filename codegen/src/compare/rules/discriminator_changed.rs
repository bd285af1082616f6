//! A union whose alternatives are told apart by another property.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "discriminator-changed",
    title: "Unions with another discriminator",
    message: "the alternatives of `{path}` differ in `{after}`; before, in `{before}`",
    help: "programs that are compiled with the new client use the new property",
    wire: Effect::BREAKS,
    opposite: Opposite::Itself,
    is_of_shape: false,
    applies: |change| change.fact_differs(&[Subject::Model], FactName::Discriminator, "nothing"),
    example: Example {
        before: "#/components/schemas/Size = enum models::Size; discriminator kind",
        after: "#/components/schemas/Size = enum models::Size; discriminator type",
        says: "the alternatives of `models::Size` differ in `type`; before, in `kind`",
    },
    oasdiff: &["request-body-discriminator-property-name-changed", "response-body-discriminator-property-name-changed"],
    ..Rule::BASE
};
