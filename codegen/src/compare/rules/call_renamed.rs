//! A call that has another name in Rust.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "call-renamed",
    title: "Renamed calls",
    message: "`{before}` is `{after}` now",
    help: "keep the name with `clientsmith rename`, or give the earlier name to a deprecated alias by adopting the new one",
    source: Effect::BREAKS,
    opposite: Opposite::Itself,
    applies: |change| change.renamed(Subject::Call),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest",
        after: "GET /pets = fn operations::pets::Pets::all: () -> AllRequest",
        says: "`operations::pets::Pets::list` is `operations::pets::Pets::all` now",
    },
    oasdiff: &["api-operation-id-removed", "api-operation-id-added"],
    ..Rule::BASE
};
