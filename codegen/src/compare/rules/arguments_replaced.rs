//! An argument was replaced by a different one of the same type.

use crate::compare::rule::{Effect, Example, Opposite, Rule};

pub(super) const RULE: Rule = Rule {
    id: "arguments-replaced",
    title: "Arguments replaced by others of the same type",
    message: "`{path}` takes ({after}) instead of ({before}), with the same types",
    help: "old code compiles and passes the old value as the new argument: release a major version and say so in the changelog",
    wire: Effect::BREAKING,
    behaviour: Effect::BREAKING,
    opposite: Opposite::Itself,
    applies: |change| match change.arguments() {
        Some((before, after)) if before.compile_as(&after) && !before.are_same(&after) => {
            change.differs(before.names(), after.names())
        }
        _ => Vec::new(),
    },
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list(query:owner): (i64) -> ListRequest",
        after: "GET /pets = fn operations::pets::Pets::list(query:limit): (i64) -> ListRequest",
        says: "`operations::pets::Pets::list` takes (limit) instead of (owner), with the same types",
    },
    ..Rule::BASE
};
