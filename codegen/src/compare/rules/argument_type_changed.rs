//! The type of an argument changed.

use crate::compare::rule::{Effect, Example, Opposite, Rule};

pub(super) const RULE: Rule = Rule {
    id: "argument-type-changed",
    title: "Arguments with a different type",
    message: "`{path}` takes `{after}` instead of `{before}`",
    help: "callers must pass a different value: release a major version",
    source: Effect::BREAKING,
    wire: Effect::WARNING,
    opposite: Opposite::Itself,
    applies: |change| {
        let Some((before, after)) = change.arguments() else { return Vec::new() };
        let is_meant = before.is_literal == after.is_literal;
        let pairs = after.all.iter().filter(|_| is_meant).filter_map(|argument| Some((before.get(&argument.key)?, argument)));
        // Whoever gives a value of a type can give one of what converts into it.
        let differ = pairs.filter(|(one, other)| one.ty != other.ty && other.ty != format!("impl Into<{}>", one.ty));
        differ.map(|(one, other)| change.of_argument(other, &one.shown(), &other.shown())).collect()
    },
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list(query:owner): (i64) -> ListRequest",
        after: "GET /pets = fn operations::pets::Pets::list(query:owner): (impl Into<String>) -> ListRequest",
        says: "`operations::pets::Pets::list` takes `owner: impl Into<String>` instead of `owner: i64`",
    },
    oasdiff: &["request-parameter-type-changed", "request-body-type-changed"],
    ..Rule::BASE
};
