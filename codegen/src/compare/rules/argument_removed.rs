//! A call or constructor takes one argument less.

use crate::compare::rule::{Effect, Example, Opposite, Rule};

pub(super) const RULE: Rule = Rule {
    id: "argument-removed",
    title: "Removed arguments",
    message: "`{path}` no longer takes `{before}`",
    help: "callers must stop passing the value: release a major version",
    source: Effect::BREAKING,
    wire: Effect::WARNING,
    opposite: Opposite::Rule("argument-added"),
    applies: |change| {
        // `arguments-replaced` reports new arguments that take the place of removed ones.
        let arguments = change.arguments().filter(|(before, after)| !before.compile_as(after));
        let Some((before, after)) = arguments else { return Vec::new() };
        let gone = before.all.iter().filter(|argument| after.get(&argument.key).is_none());
        gone.map(|argument| change.of_argument(argument, &argument.shown(), "")).collect()
    },
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list(query:owner): (i64) -> ListRequest",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest",
        says: "`operations::pets::Pets::list` no longer takes `owner: i64`",
    },
    oasdiff: &[
        "request-parameter-removed",
        "request-parameter-became-optional",
        "request-property-became-optional",
        "request-property-removed",
    ],
    ..Rule::BASE
};
