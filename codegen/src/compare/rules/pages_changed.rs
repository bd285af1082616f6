//! A call whose pages follow one another in another way.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "pages-changed",
    title: "Calls with other paging",
    message: "the pages of `{path}` follow by `{after}`; before, by `{before}`",
    help: "programs that are compiled with the new client go through pages in the new way",
    behaviour: Effect::WARNS,
    opposite: Opposite::Itself,
    is_of_shape: false,
    applies: |change| change.fact_differs(&[Subject::Call], FactName::Pages, "nothing"),
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; pages page",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest; pages offset",
        says: "the pages of `operations::pets::Pets::list` follow by `offset`; before, by `page`",
    },
    ..Rule::BASE
};
