//! An item became deprecated.

use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "deprecated",
    title: "Newly deprecated",
    message: "`{path}` is now deprecated",
    help: "say in the description what to use instead",
    source: Effect::INFO,
    opposite: Opposite::Rule("deprecation-withdrawn"),
    note: Note::Kept,
    applies: |change| change.fact_added(&Subject::DEPRECABLE, FactName::Deprecated),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; deprecated",
        says: "`operations::pets::Pets::list` is now deprecated",
    },
    oasdiff: &["endpoint-deprecated", "request-parameter-deprecated", "request-property-deprecated"],
    ..Rule::BASE
};
