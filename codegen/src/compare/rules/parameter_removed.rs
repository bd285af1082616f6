//! An optional parameter was removed.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "parameter-removed",
    title: "Removed optional parameters",
    message: "`{path}` was removed",
    help: "callers that use it must change: release a major version",
    source: Effect::BREAKING,
    wire: Effect::WARNING,
    opposite: Opposite::Rule("parameter-added"),
    applies: |change| change.removed(Subject::Parameter),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets query owner = set operations::pets::ListRequest::owner: i64",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest",
        says: "`operations::pets::ListRequest::owner` was removed",
    },
    oasdiff: &["request-parameter-removed"],
    ..Rule::BASE
};
