//! A call has a different HTTP method or path.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::Item;

pub(super) const RULE: Rule = Rule {
    id: "path-changed",
    title: "Calls with a different method or path",
    message: "`{path}` now sends `{after}` instead of `{before}`",
    help: "code built with the new client calls the new path",
    wire: Effect::BREAKING,
    behaviour: Effect::WARNING,
    opposite: Opposite::Itself,
    is_of_shape: false,
    applies: |change| match change.both() {
        Some((before, after)) if change.subject() == Subject::Call && template(before) != template(after) => {
            change.differs(before.key.as_str(), after.key.as_str())
        }
        _ => Vec::new(),
    },
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest",
        after: "GET /v2/pets = fn operations::pets::Pets::list: () -> ListRequest",
        says: "`operations::pets::Pets::list` now sends `GET /v2/pets` instead of `GET /pets`",
    },
    oasdiff: &["api-path-removed-without-deprecation", "endpoint-added"],
    ..Rule::BASE
};

/// The method and path of a call without the names of its parameters, which are not sent.
fn template(call: &Item) -> String {
    let mut parts = call.key.as_str().split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |template, part| template + "{}" + part.split_once('}').map_or("", |(_, rest)| rest))
}
