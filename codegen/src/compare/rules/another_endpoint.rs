//! A method calls a different endpoint.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "another-endpoint",
    title: "Methods that call a different endpoint",
    message: "`{path}` now calls `{after}` instead of `{before}`",
    help: "rename the new method with `clientsmith rename`, so that code written for the old one does not compile",
    source: Effect::BREAKING,
    wire: Effect::BREAKING,
    behaviour: Effect::BREAKING,
    opposite: Opposite::None("the reverse gives the earlier endpoint back, and is another endpoint again"),
    applies: |change| {
        let Some((before, instead)) = change.before.zip(change.instead) else { return Vec::new() };
        let are_calls = change.subject() == Subject::Call && Subject::of(instead) == Subject::Call;
        if are_calls { change.differs(before.key.as_str(), instead.key.as_str()) } else { Vec::new() }
    },
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /v2/pets = fn operations::pets::Pets::list_v2: () -> ListV2Request",
        after: "GET /v2/pets = fn operations::pets::Pets::list: () -> ListV2Request",
        says: "`operations::pets::Pets::list` now calls `GET /v2/pets` instead of `GET /pets`",
    },
    ..Rule::BASE
};
