//! The pagination of a call changed.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "pages-changed",
    title: "Calls with different pagination",
    message: "the pages of `{path}` are linked by `{after}` instead of `{before}`",
    help: "code built with the new client follows pages in the new way",
    behaviour: Effect::WARNING,
    opposite: Opposite::Itself,
    is_of_shape: false,
    applies: |change| change.fact_differs(&[Subject::Call], FactName::Pages, "nothing"),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; pages page",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; pages offset",
        says: "the pages of `operations::pets::Pets::list` are linked by `offset` instead of `page`",
    },
    ..Rule::BASE
};
