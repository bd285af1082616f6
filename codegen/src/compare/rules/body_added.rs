//! A call takes another kind of body.

use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "body-added",
    title: "New kinds of request bodies",
    message: "`{after}` was added",
    help: "no action is needed",
    source: Effect::INFO,
    opposite: Opposite::Rule("body-removed"),
    note: Note::New,
    applies: |change| change.added(Subject::Body),
    example: Example {
        before: "POST /pets own body = enum operations::pets::CreateBody",
        after: "POST /pets own body = enum operations::pets::CreateBody\n\
            POST /pets as text/csv = variant operations::pets::CreateBody::Csv: String",
        says: "`operations::pets::CreateBody::Csv: String` was added",
    },
    oasdiff: &["request-body-media-type-added"],
    ..Rule::BASE
};
