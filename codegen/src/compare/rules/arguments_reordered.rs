//! The order of arguments changed.

use crate::compare::arguments::Argument;
use crate::compare::rule::{Effect, Example, Opposite, Rule};

pub(super) const RULE: Rule = Rule {
    id: "arguments-reordered",
    title: "Reordered arguments",
    message: "`{path}` takes ({after}) instead of ({before})",
    help: "restore the released order from `generated.api`",
    source: Effect::BREAKING,
    opposite: Opposite::Itself,
    applies: |change| match change.arguments() {
        Some((before, after)) if !before.is_literal && !after.is_literal => {
            let keys = |arguments: Vec<&Argument>| arguments.into_iter().map(|argument| argument.key.clone()).collect::<Vec<_>>();
            let is_moved = keys(before.shared(&after)) != keys(after.shared(&before));
            if is_moved { change.differs(before.names(), after.names()) } else { Vec::new() }
        }
        _ => Vec::new(),
    },
    example: Example {
        before: "GET /pets/{id}/{day} = fn operations::pets::Pets::get(path:id, path:day): (i64, bool) -> GetRequest",
        after: "GET /pets/{id}/{day} = fn operations::pets::Pets::get(path:day, path:id): (bool, i64) -> GetRequest",
        says: "`operations::pets::Pets::get` takes (day, id) instead of (id, day)",
    },
    ..Rule::BASE
};
