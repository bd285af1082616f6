//! A model became another kind of type, such as an enum instead of a struct.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::record::{Item, Kind};

pub(super) const RULE: Rule = Rule {
    id: "model-became",
    title: "Models of a different kind",
    message: "`{path}` is now {after} instead of {before}",
    help: "callers that use the model must change: release a major version",
    source: Effect::BREAKING,
    wire: Effect::WARNING,
    opposite: Opposite::Itself,
    applies: |change| match change.before.zip(change.replacement()) {
        Some((before, after)) => change.differs(kind(before), kind(after)),
        None => Vec::new(),
    },
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet",
        after: "#/components/schemas/Pet = enum models::Pet",
        says: "`models::Pet` is now an enum instead of a struct",
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
