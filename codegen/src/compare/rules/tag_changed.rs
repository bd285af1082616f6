//! An alternative with other values of the discriminator.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "tag-changed",
    title: "Alternatives with other values of the discriminator",
    message: "`{path}` has the tags {after}; before: {before}",
    help: "programs that are compiled with the new client use the new values",
    wire: Effect::BREAKS,
    behaviour: Effect::WARNS,
    opposite: Opposite::Itself,
    is_of_shape: false,
    applies: |change| change.fact_differs(&[Subject::Alternative], FactName::Tag, "none"),
    example: Example {
        before: "#/components/schemas/Size = enum models::Size\n\
            #/components/schemas/Size |Small = variant models::Size::Small: Box<models::Small>; tag \"s\"",
        after: "#/components/schemas/Size = enum models::Size\n\
            #/components/schemas/Size |Small = variant models::Size::Small: Box<models::Small>; tag \"xs\"",
        says: "`models::Size::Small` has the tags \"xs\"; before: \"s\"",
    },
    oasdiff: &["request-body-discriminator-mapping-changed", "response-body-discriminator-mapping-changed"],
    ..Rule::BASE
};
