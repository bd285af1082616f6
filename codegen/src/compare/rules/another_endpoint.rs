//! A method that calls another endpoint than before.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "another-endpoint",
    title: "Methods that call another endpoint",
    message: "`{path}` calls `{after}`; before, it called `{before}`",
    help: "give the new call another name with `clientsmith rename`, so that programs that use the method do not compile",
    source: Effect::BREAKS,
    wire: Effect::BREAKS,
    behaviour: Effect::BREAKS,
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
        says: "`operations::pets::Pets::list` calls `GET /v2/pets`; before, it called `GET /pets`",
    },
    ..Rule::BASE
};
