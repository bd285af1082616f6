//! `CallWords`: the words that names of calls, and of what is inside them, are made from.

use std::collections::BTreeMap;

use super::call_key::place;
use crate::api::{Api, Operation};

/// The words of each operation, by its place in the API.
#[derive(Clone, Debug, PartialEq)]
pub struct CallWords(Vec<Words>);

/// The words of an operation.
#[derive(Clone, Debug, PartialEq)]
struct Words {
    /// Its id as it was written, or its method and path.
    whole: String,
    /// The same without what says nothing about the operation alone.
    own: String,
    /// Whether no other operation has the same own words.
    is_unique: bool,
}

impl CallWords {
    /// The words of an API's operations.
    pub fn of(api: &Api) -> Self {
        let words = |operation: &Operation| Words { whole: whole(operation), own: own(operation, api), is_unique: true };
        let mut words: Vec<Words> = api.operations.iter().map(words).collect();
        let mut count: BTreeMap<String, usize> = BTreeMap::new();
        words.iter().for_each(|words| *count.entry(words.own.clone()).or_default() += 1);
        words.iter_mut().for_each(|words| words.is_unique = count[&words.own] == 1);
        Self(words)
    }

    /// The words of an operation among those of its group: an id without the method and path that some frameworks add to it
    /// (`read_item` for `read_item_items__id__get`), or the method and path without [their prefix](Api::path_prefix).
    pub fn own(&self, operation: usize) -> &str {
        &self.0[operation].own
    }

    /// Its id as it was written, or its method and path.
    pub fn whole(&self, operation: usize) -> &str {
        &self.0[operation].whole
    }

    /// The words of an operation among all: its own, unless another one has the same.
    pub fn unique(&self, operation: usize) -> &str {
        let words = &self.0[operation];
        if words.is_unique { &words.own } else { &words.whole }
    }

    /// The unique words of the operation with an id.
    pub fn of_id(&self, id: &str) -> Option<&str> {
        let operation = self.0.iter().position(|words| words.whole == id)?;
        Some(self.unique(operation))
    }
}

fn whole(operation: &Operation) -> String {
    operation.id.clone().unwrap_or_else(|| place(operation))
}

fn own(operation: &Operation, api: &Api) -> String {
    let path = operation.path.bare();
    let method = operation.method.to_lowercase();
    let Some(id) = &operation.id else {
        return format!("{method} {}", api.without_prefix(&path));
    };
    without_place(id, operation, api).unwrap_or(id).to_owned()
}

/// The methods of HTTP that a route may be registered for.
const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// An id without the path and method at its end, in snake or camel case. A router may have added a prefix that is only in the path, and
/// may name one method for all that it has registered.
fn without_place<'i>(id: &'i str, operation: &Operation, api: &Api) -> Option<&'i str> {
    let own_method = operation.method.to_lowercase();
    let methods = || std::iter::once(own_method.as_str()).chain(METHODS);
    let without = |path: &str| methods().find_map(|method| without_end(id, path, method));
    let whole = [operation.path.bare(), operation.path.text.clone()];
    let shorter =
        whole.iter().map(|path| (path, api.without_prefix(path))).filter(|(path, rest)| path != rest).map(|(_, rest)| rest);
    let is_place = |own: &str| squashed(own) == squashed(&api.path_prefix);
    let without_prefix = || shorter.filter_map(without).find(|own| !is_place(own));
    whole.iter().find_map(|path| without(path)).or_else(without_prefix)
}

/// The letters and digits of a text, without case.
fn squashed(text: &str) -> String {
    text.replace(|character: char| !character.is_alphanumeric(), "").to_lowercase()
}

/// An id without a path and method at its end, if something is left.
fn without_end<'i>(id: &'i str, path: &str, method: &str) -> Option<&'i str> {
    let is_separator = |character: char| !character.is_alphanumeric();
    let letters = |text: &str| text.chars().filter(|character| character.is_alphanumeric()).count();
    let count = letters(path) + letters(method);
    let (start, first) = id.char_indices().rev().filter(|(_, one)| one.is_alphanumeric()).nth(count.checked_sub(1)?)?;
    let (own, end) = id.split_at(start);
    let begins_word = own.ends_with(is_separator) || first.is_uppercase() && !own.ends_with(char::is_uppercase);
    // A path without letters is only separators.
    let is_place = letters(path) > 0 || own.ends_with("__");
    let own = own.trim_matches(is_separator);
    (begins_word && is_place && !own.is_empty() && squashed(end) == squashed(&format!("{path}{method}"))).then_some(own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_lose_path_and_method_at_the_end_of_words() {
        for (id, path, own) in [
            ("read_item_items__item_id__get", "/items/{item_id}", Some("read_item")),
            ("readItemItemsItemIdGet", "/items/{item_id}", Some("readItem")),
            ("read-item-items-item-id-get", "/items/{item_id}", Some("read-item")),
            ("root__get", "/", Some("root")),
            ("user_get", "/", None),
            ("widget", "/", None),
            ("items_get", "/items", None),
            ("subitems_get", "/items", None),
            ("read_größe_größe_get", "/größe", Some("read_größe")),
        ] {
            assert_eq!(without_end(id, path, "get"), own, "{id}");
        }
    }
}
