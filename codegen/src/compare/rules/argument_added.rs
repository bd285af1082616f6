//! A call or constructor takes another argument.

use crate::compare::rule::{Effect, Example, Opposite, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    id: "argument-added",
    title: "New required arguments",
    message: "`{path}` now also takes `{after}`",
    help: "callers must pass the value: release a major version",
    source: Effect::BREAKING,
    wire: Effect { sent: Some(Severity::Breaking), received: None, otherwise: Some(Severity::Breaking) },
    opposite: Opposite::Rule("argument-removed"),
    applies: |change| {
        // `arguments-replaced` reports new arguments that take the place of removed ones.
        let arguments = change.arguments().filter(|(before, after)| !before.compile_as(after));
        let Some((before, after)) = arguments else { return Vec::new() };
        let new = after.all.iter().filter(|argument| before.get(&argument.key).is_none());
        new.map(|argument| change.of_argument(argument, "", &argument.shown())).collect()
    },
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest",
        after: "GET /pets = fn operations::pets::Pets::list(query:owner): (i64) -> ListRequest",
        says: "`operations::pets::Pets::list` now also takes `owner: i64`",
    },
    oasdiff: &[
        "new-required-request-parameter",
        "new-request-path-parameter",
        "request-parameter-became-required",
        "request-property-became-required",
        "new-required-request-property",
        "request-body-added-required",
        "request-body-became-required",
    ],
    ..Rule::BASE
};
