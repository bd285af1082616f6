//! A call that needs other credentials than before.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "credentials-needed",
    title: "Calls that need other credentials",
    message: "`{path}` needs credentials: {after}; before: {before}",
    help: "programs that do not have them get an error before anything is sent: say so in the changelog, and raise the major version",
    wire: Effect::BREAKS,
    behaviour: Effect::BREAKS,
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
        says: "`operations::pets::Pets::list` needs credentials: key; before: none",
    },
    oasdiff: &[
        "api-security-removed",
        "api-security-scope-added",
        "api-global-security-removed",
        "api-global-security-scope-added",
    ],
    ..Rule::BASE
};
