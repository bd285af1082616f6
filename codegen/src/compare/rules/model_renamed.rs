//! A model that has another name in Rust.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "model-renamed",
    title: "Renamed models",
    message: "`{before}` is `{after}` now",
    help: "keep the name with `clientsmith rename`, or give the earlier name to a deprecated alias by adopting the new one",
    source: Effect::BREAKS,
    opposite: Opposite::Itself,
    applies: |change| change.renamed(Subject::Model),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet",
        after: "#/components/schemas/Pet = struct models::Animal",
        says: "`models::Pet` is `models::Animal` now",
    },
    oasdiff: &["api-schema-removed"],
    ..Rule::BASE
};
