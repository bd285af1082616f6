//! Tokens come from a different server.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "token-server-changed",
    title: "Tokens from a different server",
    message: "`{path}` gets tokens from {after} instead of {before}",
    help: "code built with the new client asks the new server",
    wire: Effect::WARNING,
    behaviour: Effect::WARNING,
    opposite: Opposite::Itself,
    is_of_shape: false,
    applies: |change| change.fact_differs(&[Subject::Scheme], FactName::TokenUrl, "nothing"),
    example: Example {
        before: "scheme key = set ClientBuilder::key: impl Into<String>; token-url https://a.example",
        after: "scheme key = set ClientBuilder::key: impl Into<String>; token-url https://b.example",
        says: "`ClientBuilder::key` gets tokens from https://b.example instead of https://a.example",
    },
    oasdiff: &["api-security-component-oauth-token-url-changed"],
    ..Rule::BASE
};
