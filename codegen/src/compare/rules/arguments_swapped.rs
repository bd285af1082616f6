//! Arguments of the same type changed places.

use crate::compare::rule::{Effect, Example, Opposite, Rule};

pub(super) const RULE: Rule = Rule {
    id: "arguments-swapped",
    title: "Swapped arguments of the same type",
    message: "`{path}` takes ({after}) instead of ({before}), with the same types",
    help: "restore the released order from `generated.api`: old code compiles and sends the wrong values",
    behaviour: Effect::BREAKING,
    opposite: Opposite::Itself,
    applies: |change| match change.arguments() {
        Some((before, after)) if before.compile_as(&after) && before.are_same(&after) && before != after => {
            change.differs(before.names(), after.names())
        }
        _ => Vec::new(),
    },
    example: Example {
        before: "GET /pets/{id}/{day} = fn operations::pets::Pets::get(path:id, path:day): (i64, i64) -> GetRequest",
        after: "GET /pets/{id}/{day} = fn operations::pets::Pets::get(path:day, path:id): (i64, i64) -> GetRequest",
        says: "`operations::pets::Pets::get` takes (day, id) instead of (id, day), with the same types",
    },
    ..Rule::BASE
};
