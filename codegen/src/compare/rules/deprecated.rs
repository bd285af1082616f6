//! Something that is deprecated now.

use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "deprecated",
    title: "Deprecated now",
    message: "`{path}` is deprecated now",
    help: "say what to use instead",
    source: Effect::TELLS,
    opposite: Opposite::Rule("deprecation-withdrawn"),
    note: Note::Kept,
    applies: |change| change.fact_added(&Subject::DEPRECABLE, FactName::Deprecated),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; deprecated",
        says: "`operations::pets::Pets::list` is deprecated now",
    },
    oasdiff: &["endpoint-deprecated", "request-parameter-deprecated", "request-property-deprecated"],
    ..Rule::BASE
};
