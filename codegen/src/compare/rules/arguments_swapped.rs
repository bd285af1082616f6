//! Arguments of the same type changed places.

use crate::compare::arguments::Arguments;
use crate::compare::rule::{Effect, Example, Opposite, Rule};

pub(super) const RULE: Rule = Rule {
    id: "arguments-swapped",
    title: "Swapped arguments of the same type",
    message: "`{path}` takes ({after}) instead of ({before}), with the same types",
    help: "restore the released order from `generated.api`: old code compiles and sends the wrong values",
    behaviour: Effect::BREAKING,
    opposite: Opposite::Itself,
    applies: |change| match change.arguments() {
        Some((before, after)) if !before.is_literal && !after.is_literal => {
            let types = |arguments: &Arguments| arguments.all.iter().map(|argument| argument.ty.clone()).collect::<Vec<_>>();
            let keys = |arguments: &Arguments| arguments.all.iter().map(|argument| argument.key.clone()).collect::<Vec<_>>();
            let (mut one, mut other) = (keys(&before), keys(&after));
            let is_moved = one != other;
            one.sort();
            other.sort();
            let is_silent = is_moved && one == other && types(&before) == types(&after);
            if is_silent { change.differs(before.names(), after.names()) } else { Vec::new() }
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
