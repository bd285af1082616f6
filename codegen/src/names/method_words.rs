//! The texts that names of methods are derived from.

use super::spelling;
use crate::api::{Api, Operation};
use crate::share::CallWords;
use crate::share::call_key::place;

/// The texts that a method may be named after.
pub(super) struct MethodWords {
    /// The text that the name is derived from.
    pub(super) derived: String,
    /// Other texts that a recorded name may be derived from. The first is used if the derived name is taken.
    pub(super) others: Vec<String>,
}

impl MethodWords {
    /// The words of an operation in a group: its own, unless another operation of the group has the same, and without what
    /// only repeats the group.
    pub(super) fn of(index: usize, tag: Option<&str>, group: &[usize], api: &Api, calls: &CallWords) -> Self {
        let operation = &api.operations[index];
        let own = calls.own(index);
        let is_unique = group.iter().all(|other| *other == index || calls.own(*other) != own);
        let whole = calls.whole(index);
        let shared = operation.shared_id.as_deref().map(|id| without_group(id, tag));
        let derived = match (&operation.id, is_unique) {
            (Some(_), true) => without_group(own, tag),
            (None, true) => without_tag(operation, own, tag),
            (_, false) => without_group(whole, tag),
        };
        let is_placed = operation.id.is_none() || operation.shared_id.is_some();
        let others = [Some(without_group(whole, tag)), shared, is_placed.then(|| place(operation))];
        let others = others.into_iter().flatten().filter(|other| *other != derived).collect();
        Self { derived, others }
    }
}

/// An id without a prefix that only repeats the group: `repos/list` of the tag `repos` is `list`.
fn without_group(id: &str, tag: Option<&str>) -> String {
    let repeated =
        tag.zip(id.split_once(['/', '.', ':'])).filter(|(tag, (prefix, rest))| are_alike(prefix, tag) && !rest.is_empty());
    repeated.map_or(id, |(_, (_, rest))| rest).to_owned()
}

/// A method and path without a first segment that only repeats the group: `GET /pets/{id}` of the tag `pets` is `get_id`.
fn without_tag(operation: &Operation, words: &str, tag: Option<&str>) -> String {
    let method = operation.method.to_lowercase();
    let segments = words[method.len()..].trim_start_matches([' ', '/']);
    let (first, rest) = segments.split_once('/').unwrap_or((segments, ""));
    match tag.is_some_and(|tag| are_alike(first, tag)) {
        true => format!("{method} {rest}"),
        false => words.to_owned(),
    }
}

/// Whether two texts have the same letters and digits: `AutoTagging` and `autotagging`.
fn are_alike(one: &str, other: &str) -> bool {
    let squashed = |text: &str| spelling::module(text).as_str().replace('_', "");
    squashed(one) == squashed(other)
}
