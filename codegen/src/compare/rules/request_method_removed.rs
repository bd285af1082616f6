//! A method of a request that is gone.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "request-method-removed",
    title: "Removed methods of requests",
    message: "`{path}` is gone",
    help: "programs that use it have to do without it: raise the major version",
    source: Effect::BREAKS,
    opposite: Opposite::Rule("request-method-added"),
    applies: |change| change.removed(Subject::RequestMethod),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets own pages = fn operations::pets::ListRequest::pages: () -> runtime::Pages<Self>",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest",
        says: "`operations::pets::ListRequest::pages` is gone",
    },
    ..Rule::BASE
};
