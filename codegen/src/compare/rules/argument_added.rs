//! A call or constructor that takes one more argument.

use crate::compare::rule::{Effect, Example, Opposite, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    id: "argument-added",
    title: "Further arguments",
    message: "`{path}` also takes `{after}`",
    help: "programs have to give the value: raise the major version",
    source: Effect::BREAKS,
    wire: Effect { sent: Some(Severity::Breaks), received: None, otherwise: Some(Severity::Breaks) },
    opposite: Opposite::Rule("argument-removed"),
    applies: |change| {
        let Some((before, after)) = change.arguments() else { return Vec::new() };
        let new = after.all.iter().filter(|argument| before.get(&argument.key).is_none());
        new.map(|argument| change.of_argument(argument, "", &argument.shown())).collect()
    },
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest",
        after: "GET /pets = fn operations::pets::Pets::list(query:owner): (i64) -> ListRequest",
        says: "`operations::pets::Pets::list` also takes `owner: i64`",
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
