//! The discriminator values of a union alternative changed.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "tag-changed",
    title: "Alternatives with different discriminator values",
    message: "`{path}` has the discriminator values {after} instead of {before}",
    help: "code built with the new client uses the new values",
    wire: Effect::BREAKING,
    behaviour: Effect::WARNING,
    opposite: Opposite::Itself,
    is_of_shape: false,
    applies: |change| change.fact_differs(&[Subject::Alternative], FactName::Tag, "none"),
    example: Example {
        before: "#/components/schemas/Size = enum models::Size\n\
            #/components/schemas/Size |Small = variant models::Size::Small: Box<models::Small>; tag \"s\"",
        after: "#/components/schemas/Size = enum models::Size\n\
            #/components/schemas/Size |Small = variant models::Size::Small: Box<models::Small>; tag \"xs\"",
        says: "`models::Size::Small` has the discriminator values \"xs\" instead of \"s\"",
    },
    oasdiff: &["request-body-discriminator-mapping-changed", "response-body-discriminator-mapping-changed"],
    ..Rule::BASE
};
