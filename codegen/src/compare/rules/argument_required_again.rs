//! The description requires an argument again.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "argument-required-again",
    title: "Arguments that the description requires again",
    message: "the description requires `{path}` again",
    help: "no action is needed",
    wire: Effect::INFO,
    opposite: Opposite::Rule("argument-not-required"),
    applies: |change| change.fact_removed(&[Subject::Argument], FactName::Optional),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list(query:owner): (i64) -> ListRequest\n\
            GET /pets query owner = arg operations::pets::Pets::list: i64; optional",
        after: "GET /pets = fn operations::pets::Pets::list(query:owner): (i64) -> ListRequest\n\
            GET /pets query owner = arg operations::pets::Pets::list: i64",
        says: "the description requires `operations::pets::Pets::list(owner)` again",
    },
    oasdiff: &[],
    ..Rule::BASE
};
