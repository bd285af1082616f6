//! A security scheme sends its credentials differently.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "credential-changed",
    title: "Security schemes that send credentials differently",
    message: "the credentials of `{path}` are sent as {after} instead of {before}",
    help: "code built with the new client sends them in the new way",
    wire: Effect::BREAKING,
    behaviour: Effect::WARNING,
    opposite: Opposite::Itself,
    is_of_shape: false,
    applies: |change| change.fact_differs(&[Subject::Scheme], FactName::Credential, "nothing"),
    example: Example {
        before: "scheme key = set ClientBuilder::key: impl Into<String>; credential header a",
        after: "scheme key = set ClientBuilder::key: impl Into<String>; credential header b",
        says: "the credentials of `ClientBuilder::key` are sent as header b instead of header a",
    },
    ..Rule::BASE
};
