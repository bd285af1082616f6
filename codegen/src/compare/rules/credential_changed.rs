//! A security scheme whose credentials are sent in another way.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "credential-changed",
    title: "Security schemes that send credentials in another way",
    message: "the credentials of `{path}` are sent as {after}; before, as {before}",
    help: "programs that are compiled with the new client send them in the new way",
    wire: Effect::BREAKS,
    behaviour: Effect::WARNS,
    opposite: Opposite::Itself,
    is_of_shape: false,
    applies: |change| change.fact_differs(&[Subject::Scheme], FactName::Credential, "nothing"),
    example: Example {
        before: "scheme key = set ClientBuilder::key: impl Into<String>; credential header a",
        after: "scheme key = set ClientBuilder::key: impl Into<String>; credential header b",
        says: "the credentials of `ClientBuilder::key` are sent as header b; before, as header a",
    },
    ..Rule::BASE
};
