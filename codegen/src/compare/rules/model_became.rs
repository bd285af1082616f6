//! A model of another kind: a struct that became an enum.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::record::{Item, Kind};

pub(super) const RULE: Rule = Rule {
    id: "model-became",
    title: "Models of another kind",
    message: "`{path}` is {after}; before, it was {before}",
    help: "programs that use the model have to be changed: raise the major version",
    source: Effect::BREAKS,
    wire: Effect::WARNS,
    opposite: Opposite::Itself,
    applies: |change| match change.before.zip(change.replacement()) {
        Some((before, after)) => change.differs(kind(before), kind(after)),
        None => Vec::new(),
    },
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet",
        after: "#/components/schemas/Pet = enum models::Pet",
        says: "`models::Pet` is an enum; before, it was a struct",
    },
    oasdiff: &["request-body-wrapped-in-one-of", "response-body-wrapped-in-one-of", "response-body-type-changed"],
    ..Rule::BASE
};

fn kind(item: &Item) -> &'static str {
    match item.kind {
        Kind::Enum => "an enum",
        Kind::Alias => "another name for a type",
        _ => "a struct",
    }
}
