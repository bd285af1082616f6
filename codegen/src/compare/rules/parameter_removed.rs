//! An optional parameter that is gone.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "parameter-removed",
    title: "Removed optional parameters",
    message: "`{path}` is gone",
    help: "programs that use it have to do without it: raise the major version",
    source: Effect::BREAKS,
    wire: Effect::WARNS,
    opposite: Opposite::Rule("parameter-added"),
    applies: |change| change.removed(Subject::Parameter),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets query owner = set operations::pets::ListRequest::owner: i64",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest",
        says: "`operations::pets::ListRequest::owner` is gone",
    },
    oasdiff: &["request-parameter-removed"],
    ..Rule::BASE
};
