//! A call no longer takes a kind of body.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "body-removed",
    title: "Removed kinds of request bodies",
    message: "`{path}` was removed",
    help: "callers that use it must change: release a major version",
    source: Effect::BREAKING,
    wire: Effect::BREAKING,
    opposite: Opposite::Rule("body-added"),
    applies: |change| change.removed(Subject::Body),
    example: Example {
        before: "POST /pets own body = enum operations::pets::CreateBody\n\
            POST /pets as text/csv = variant operations::pets::CreateBody::Csv: String",
        after: "POST /pets own body = enum operations::pets::CreateBody",
        says: "`operations::pets::CreateBody::Csv` was removed",
    },
    oasdiff: &["request-body-media-type-removed"],
    ..Rule::BASE
};
