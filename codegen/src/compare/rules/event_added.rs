//! A stream has another kind of event.

use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "event-added",
    title: "New kinds of events",
    message: "`{after}` was added",
    help: "no action is needed",
    source: Effect::INFO,
    opposite: Opposite::Rule("event-removed"),
    note: Note::New,
    applies: |change| change.added(Subject::Event),
    example: Example {
        before: "GET /pets own event = enum operations::pets::ListEvent",
        after: "GET /pets own event = enum operations::pets::ListEvent\n\
            GET /pets own event |born = variant operations::pets::ListEvent::Born: String",
        says: "`operations::pets::ListEvent::Born: String` was added",
    },
    ..Rule::BASE
};
