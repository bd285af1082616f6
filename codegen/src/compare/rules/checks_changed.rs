//! Checking constraints before sending was turned on or off.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "checks-changed",
    title: "Checks of constraints",
    message: "`{path}` has {after} instead of {before}",
    help: "values that used to be sent may be rejected",
    behaviour: Effect::WARNING,
    opposite: Opposite::Itself,
    is_of_shape: false,
    applies: |change| change.fact_differs(&[Subject::Client], FactName::ChecksConstraints, "no checks"),
    example: Example {
        before: "client = fn Client::builder: () -> runtime::ClientBuilder",
        after: "client = fn Client::builder: () -> runtime::ClientBuilder; checks-constraints",
        says: "`Client::builder` has checks-constraints instead of no checks",
    },
    ..Rule::BASE
};
