//! A stream lost a kind of event.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "event-removed",
    title: "Removed kinds of events",
    message: "`{path}` was removed",
    help: "callers that use it must change: release a major version",
    source: Effect::BREAKING,
    opposite: Opposite::Rule("event-added"),
    applies: |change| change.removed(Subject::Event),
    example: Example {
        before: "GET /pets own event = enum operations::pets::ListEvent\n\
            GET /pets own event |born = variant operations::pets::ListEvent::Born: String",
        after: "GET /pets own event = enum operations::pets::ListEvent",
        says: "`operations::pets::ListEvent::Born` was removed",
    },
    ..Rule::BASE
};
