//! A kind of event that is gone.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "event-removed",
    title: "Removed kinds of events",
    message: "`{path}` is gone",
    help: "programs that use it have to do without it: raise the major version",
    source: Effect::BREAKS,
    opposite: Opposite::Rule("event-added"),
    applies: |change| change.removed(Subject::Event),
    example: Example {
        before: "GET /pets own event = enum operations::pets::ListEvent\n\
            GET /pets own event |born = variant operations::pets::ListEvent::Born: String",
        after: "GET /pets own event = enum operations::pets::ListEvent",
        says: "`operations::pets::ListEvent::Born` is gone",
    },
    ..Rule::BASE
};
