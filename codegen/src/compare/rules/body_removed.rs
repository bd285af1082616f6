//! A kind of body that is gone.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "body-removed",
    title: "Removed kinds of bodies",
    message: "`{path}` is gone",
    help: "programs that use it have to do without it: raise the major version",
    source: Effect::BREAKS,
    wire: Effect::BREAKS,
    opposite: Opposite::Rule("body-added"),
    applies: |change| change.removed(Subject::Body),
    example: Example {
        before: "POST /pets own body = enum operations::pets::CreateBody\n\
            POST /pets as text/csv = variant operations::pets::CreateBody::Csv: String",
        after: "POST /pets own body = enum operations::pets::CreateBody",
        says: "`operations::pets::CreateBody::Csv` is gone",
    },
    oasdiff: &["request-body-media-type-removed"],
    ..Rule::BASE
};
