//! A method of a request was removed.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "request-method-removed",
    title: "Removed request methods",
    message: "`{path}` was removed",
    help: "callers that use it must change: release a major version",
    source: Effect::BREAKING,
    opposite: Opposite::Rule("request-method-added"),
    applies: |change| change.removed(Subject::RequestMethod),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets own pages = fn operations::pets::ListRequest::pages: () -> runtime::Pages<Self>",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest",
        says: "`operations::pets::ListRequest::pages` was removed",
    },
    ..Rule::BASE
};
