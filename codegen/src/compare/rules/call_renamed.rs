//! The Rust name of a call changed.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "call-renamed",
    title: "Renamed calls",
    message: "`{before}` is now `{after}`",
    help: "keep the old name with `clientsmith rename`, or adopt the new one, which leaves a deprecated alias",
    source: Effect::BREAKING,
    opposite: Opposite::Itself,
    applies: |change| change.renamed(Subject::Call),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest",
        after: "GET /pets = fn operations::pets::Pets::all: () -> AllRequest",
        says: "`operations::pets::Pets::list` is now `operations::pets::Pets::all`",
    },
    oasdiff: &["api-operation-id-removed", "api-operation-id-added"],
    ..Rule::BASE
};
