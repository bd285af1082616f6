//! Arguments of one type that changed places.

use crate::compare::arguments::Arguments;
use crate::compare::rule::{Effect, Example, Opposite, Rule};

pub(super) const RULE: Rule = Rule {
    id: "arguments-swapped",
    title: "Arguments of one type that changed places",
    message: "`{path}` takes ({after}); before, it took ({before}), of the same types",
    help: "name the arguments in the order that was released: it is in `generated.api`",
    behaviour: Effect::BREAKS,
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
        says: "`operations::pets::Pets::get` takes (day, id); before, it took (id, day), of the same types",
    },
    ..Rule::BASE
};
