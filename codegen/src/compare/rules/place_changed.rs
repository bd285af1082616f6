//! A parameter or property has a different name or location on the wire.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::{Item, Kind};

pub(super) const RULE: Rule = Rule {
    id: "place-changed",
    title: "Values with a different wire name or location",
    message: "`{path}` now sets `{after}` instead of `{before}`",
    help: "code built with the new client uses the new name or location",
    wire: Effect::BREAKING,
    behaviour: Effect::WARNING,
    opposite: Opposite::Itself,
    applies: |change| {
        let Some((before, after)) = change.both() else { return Vec::new() };
        let is_value = matches!(change.subject(), Subject::Parameter | Subject::Property) && before.kind != Kind::Constant;
        let (step, other) = (step(before), step(after));
        if is_value && step != other { change.differs(step, other) } else { Vec::new() }
    },
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets query limit = set operations::pets::ListRequest::limit: i64",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets header limit = set operations::pets::ListRequest::limit: i64",
        says: "`operations::pets::ListRequest::limit` now sets `header limit` instead of `query limit`",
    },
    oasdiff: &["request-parameter-removed", "new-optional-request-parameter"],
    ..Rule::BASE
};

/// The name and place of a value within its call or model.
fn step(item: &Item) -> String {
    let words = item.key.words();
    words
        .last()
        .map(|last| match last.strip_prefix('.') {
            Some(property) => property.to_owned(),
            None => words[words.len().saturating_sub(2)..].join(" "),
        })
        .unwrap_or_default()
}
