//! Something that is no longer deprecated.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "deprecation-withdrawn",
    title: "No longer deprecated",
    message: "`{path}` is no longer deprecated",
    help: "programs need not be changed",
    source: Effect::TELLS,
    opposite: Opposite::Rule("deprecated"),
    applies: |change| change.fact_removed(&Subject::DEPRECABLE, FactName::Deprecated),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; deprecated",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest",
        says: "`operations::pets::Pets::list` is no longer deprecated",
    },
    oasdiff: &["endpoint-reactivated", "request-parameter-reactivated"],
    ..Rule::BASE
};
