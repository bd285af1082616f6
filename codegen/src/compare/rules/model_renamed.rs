//! The Rust name of a model changed.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "model-renamed",
    title: "Renamed models",
    message: "`{before}` is now `{after}`",
    help: "keep the old name with `clientsmith rename`, or adopt the new one, which leaves a deprecated alias",
    source: Effect::BREAKING,
    opposite: Opposite::Itself,
    applies: |change| change.renamed(Subject::Model),
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet",
        after: "#/components/schemas/Pet = struct models::Animal",
        says: "`models::Pet` is now `models::Animal`",
    },
    oasdiff: &["api-schema-removed"],
    ..Rule::BASE
};
