//! An item requires a different feature.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::record::Item;

pub(super) const RULE: Rule = Rule {
    id: "feature-needed",
    title: "Items that require a different feature",
    message: "`{path}` requires the feature `{after}` instead of `{before}`",
    help: "callers must enable the feature: release a major version",
    source: Effect::BREAKING,
    opposite: Opposite::Itself,
    applies: |change| match change.both() {
        Some((before, after)) if !is_there_with(before, after) => {
            change.differs(before.features.join("` or `"), after.features.join("` or `"))
        }
        _ => Vec::new(),
    },
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet if pets",
        after: "#/components/schemas/Pet = struct models::Pet if shops",
        says: "`models::Pet` requires the feature `shops` instead of `pets`",
    },
    ..Rule::BASE
};

/// Whether an item that any of some features brought is there now with each of them.
fn is_there_with(before: &Item, after: &Item) -> bool {
    let has_each = || before.features.iter().all(|feature| after.features.contains(feature));
    after.features.is_empty() || !before.features.is_empty() && has_each()
}
