//! The Rust name of a group changed.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "group-renamed",
    title: "Renamed groups",
    message: "`{before}` is now `{after}`",
    help: "keep the old name with `clientsmith rename`, or adopt the new one, which leaves a deprecated alias",
    source: Effect::BREAKING,
    opposite: Opposite::Itself,
    applies: |change| change.renamed(Subject::Group),
    example: Example {
        before: "tag pets = mod operations::pets",
        after: "tag pets = mod operations::animals",
        says: "`operations::pets` is now `operations::animals`",
    },
    oasdiff: &["api-tag-removed", "api-tag-added"],
    ..Rule::BASE
};
