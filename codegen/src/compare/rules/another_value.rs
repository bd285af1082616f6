//! A variant has a different wire value.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "another-value",
    title: "Variants with a different wire value",
    message: "`{path}` is now `{after}` on the wire instead of `{before}`",
    help: "rename the variant of the new value with `clientsmith rename`",
    wire: Effect::BREAKING,
    behaviour: Effect::BREAKING,
    opposite: Opposite::Itself,
    applies: |change| {
        let Some(before) = change.before.filter(|_| change.subject() == Subject::Value) else { return Vec::new() };
        let other = change.instead.or(change.after).filter(|other| other.path == before.path);
        match other.map(|other| (before.key.last_word(), other.key.last_word())) {
            Some((value, other)) if value != other => change.differs(value, other),
            _ => Vec::new(),
        }
    },
    example: Example {
        before: "#/components/schemas/Size = enum models::Size\n\
            #/components/schemas/Size =s = variant models::Size::Small",
        after: "#/components/schemas/Size = enum models::Size\n\
            #/components/schemas/Size =xs = variant models::Size::Small",
        says: "`models::Size::Small` is now `xs` on the wire instead of `s`",
    },
    oasdiff: &["request-property-enum-value-removed", "response-property-enum-value-added"],
    ..Rule::BASE
};
