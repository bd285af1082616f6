//! Constraints that are checked before values are sent, or no longer.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "checks-changed",
    title: "Checks of constraints",
    message: "`{path}` has {after}; before, it had {before}",
    help: "values that were sent may be refused",
    behaviour: Effect::WARNS,
    opposite: Opposite::Itself,
    is_of_shape: false,
    applies: |change| change.fact_differs(&[Subject::Client], FactName::ChecksConstraints, "no checks"),
    example: Example {
        before: "client = fn Client::builder: () -> runtime::ClientBuilder",
        after: "client = fn Client::builder: () -> runtime::ClientBuilder; checks-constraints",
        says: "`Client::builder` has checks-constraints; before, it had no checks",
    },
    ..Rule::BASE
};
