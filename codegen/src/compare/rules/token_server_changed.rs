//! Tokens that are granted by another server.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "token-server-changed",
    title: "Tokens of another server",
    message: "`{path}` gets tokens from {after}; before, from {before}",
    help: "programs that are compiled with the new client ask the new server",
    wire: Effect::WARNS,
    behaviour: Effect::WARNS,
    opposite: Opposite::Itself,
    is_of_shape: false,
    applies: |change| change.fact_differs(&[Subject::Scheme], FactName::TokenUrl, "nothing"),
    example: Example {
        before: "scheme key = set ClientBuilder::key: impl Into<String>; token-url https://a.example",
        after: "scheme key = set ClientBuilder::key: impl Into<String>; token-url https://b.example",
        says: "`ClientBuilder::key` gets tokens from https://b.example; before, from https://a.example",
    },
    oasdiff: &["api-security-component-oauth-token-url-changed"],
    ..Rule::BASE
};
