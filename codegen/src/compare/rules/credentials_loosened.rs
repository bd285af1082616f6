//! A call accepts more kinds of credentials.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "credentials-loosened",
    title: "Calls that accept more credentials",
    message: "`{path}` accepts the credentials {after} instead of {before}",
    help: "no action is needed",
    behaviour: Effect::INFO,
    opposite: Opposite::Rule("credentials-needed"),
    is_of_shape: false,
    applies: |change| {
        change
            .alternatives(FactName::Auth, "none")
            .filter(|(_, _, gone)| !*gone)
            .map_or_else(Vec::new, |(before, after, _)| change.differs(before, after))
    },
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; auth key",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest",
        says: "`operations::pets::Pets::list` accepts the credentials none instead of key",
    },
    oasdiff: &["api-security-added", "api-security-scope-removed"],
    ..Rule::BASE
};
