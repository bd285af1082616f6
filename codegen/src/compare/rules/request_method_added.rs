//! A method of a request was added.

use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "request-method-added",
    title: "New request methods",
    message: "`{after}` was added",
    help: "no action is needed",
    source: Effect::INFO,
    opposite: Opposite::Rule("request-method-removed"),
    note: Note::New,
    applies: |change| change.added(Subject::RequestMethod),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets own pages = fn operations::pets::ListRequest::pages: () -> runtime::Pages<Self>",
        says: "`operations::pets::ListRequest::pages` was added",
    },
    ..Rule::BASE
};
