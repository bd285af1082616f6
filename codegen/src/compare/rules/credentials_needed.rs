//! A call requires different credentials.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "credentials-needed",
    title: "Calls that require different credentials",
    message: "`{path}` requires the credentials {after} instead of {before}",
    help: "callers without them get an error before anything is sent: say so in the changelog and release a major version",
    wire: Effect::BREAKING,
    behaviour: Effect::BREAKING,
    opposite: Opposite::Rule("credentials-loosened"),
    is_of_shape: false,
    applies: |change| {
        change
            .alternatives(FactName::Auth, "none")
            .filter(|(_, _, gone)| *gone)
            .map_or_else(Vec::new, |(before, after, _)| change.differs(before, after))
    },
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; auth key",
        says: "`operations::pets::Pets::list` requires the credentials key instead of none",
    },
    oasdiff: &[
        "api-security-removed",
        "api-security-scope-added",
        "api-global-security-removed",
        "api-global-security-scope-added",
    ],
    ..Rule::BASE
};
