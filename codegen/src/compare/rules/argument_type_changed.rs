//! The type of an argument changed.

use crate::compare::change::Change;
use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::record::recorded_type::RecordedType;
use crate::record::{Item, Kind};

pub(super) const RULE: Rule = Rule {
    id: "argument-type-changed",
    title: "Arguments with a different type",
    message: "`{path}` takes `{after}` instead of `{before}`",
    help: "callers must pass a different value: release a major version",
    source: Effect::BREAKING,
    wire: Effect::WARNING,
    opposite: Opposite::Itself,
    applies: |change| {
        let Some((before, after)) = change.arguments() else { return Vec::new() };
        let is_meant = before.is_literal == after.is_literal;
        let pairs = after.all.iter().filter(|_| is_meant).filter_map(|argument| Some((before.get(&argument.key)?, argument)));
        let differ = pairs.filter(|(one, other)| one.ty != other.ty && !is_accepted(&one.ty, &other.ty, change));
        differ.map(|(one, other)| change.of_argument(other, &one.shown(), &other.shown())).collect()
    },
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list(query:owner): (i64) -> ListRequest",
        after: "GET /pets = fn operations::pets::Pets::list(query:owner): (impl Into<String>) -> ListRequest",
        says: "`operations::pets::Pets::list` takes `owner: impl Into<String>` instead of `owner: i64`",
    },
    oasdiff: &["request-parameter-type-changed", "request-body-type-changed"],
    ..Rule::BASE
};

/// Returns whether an argument takes values of its old type as well: the old type converts into the new one.
fn is_accepted(old: &str, new: &str, change: &Change<'_, '_>) -> bool {
    let Some(target) = RecordedType::new(new).inside("impl Into") else { return false };
    let old = RecordedType::taken(old);
    let is_body_of_old_type = |item: &Item| {
        let is_variant = item.kind == Kind::Variant && item.path.rsplit("::").nth(1) == Some(target.as_str());
        is_variant && RecordedType::new(&item.ty).unboxed() == old
    };
    // The enum of a call's kinds of bodies is made from each of them.
    target == old || change.after.is_some_and(|call| change.pairs.after.inside(&call.key).any(is_body_of_old_type))
}
