//! A group that has another name in Rust.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "group-renamed",
    title: "Renamed groups",
    message: "`{before}` is `{after}` now",
    help: "keep the name with `clientsmith rename`, or give the earlier name to a deprecated alias by adopting the new one",
    source: Effect::BREAKS,
    opposite: Opposite::Itself,
    applies: |change| change.renamed(Subject::Group),
    example: Example {
        before: "tag pets = mod operations::pets",
        after: "tag pets = mod operations::animals",
        says: "`operations::pets` is `operations::animals` now",
    },
    oasdiff: &["api-tag-removed", "api-tag-added"],
    ..Rule::BASE
};
