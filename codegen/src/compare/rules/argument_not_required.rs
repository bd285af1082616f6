//! The description no longer requires an argument.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "argument-not-required",
    title: "Arguments that the description no longer requires",
    message: "the description no longer requires `{path}`, which stays an argument",
    help: "no action is needed",
    wire: Effect::INFO,
    opposite: Opposite::Rule("argument-required-again"),
    applies: |change| change.fact_added(&[Subject::Argument], FactName::Optional),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list(query:owner): (i64) -> ListRequest\n\
            GET /pets query owner = arg operations::pets::Pets::list: i64",
        after: "GET /pets = fn operations::pets::Pets::list(query:owner): (i64) -> ListRequest\n\
            GET /pets query owner = arg operations::pets::Pets::list: i64; optional",
        says: "the description no longer requires `operations::pets::Pets::list(owner)`, which stays an argument",
    },
    oasdiff: &["request-parameter-became-optional"],
    ..Rule::BASE
};
