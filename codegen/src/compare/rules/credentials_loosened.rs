//! A call that accepts further credentials.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "credentials-loosened",
    title: "Calls that accept further credentials",
    message: "`{path}` accepts credentials: {after}; before: {before}",
    help: "programs need not be changed",
    behaviour: Effect::TELLS,
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
        says: "`operations::pets::Pets::list` accepts credentials: none; before: key",
    },
    oasdiff: &["api-security-added", "api-security-scope-removed"],
    ..Rule::BASE
};
