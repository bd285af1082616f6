//! `Object`: a mapping of the description that is read key by key, until none is left.

use std::cell::RefCell;
use std::collections::BTreeSet;

use serde_yaml::{Mapping, Value};

/// What the reader of the description does not know.
pub(crate) type Unread = RefCell<Vec<String>>;

/// A mapping that is being read, and the keys that were read of it. When it is dropped, it says which keys were not read:
/// what this reader does not know, it cannot compare.
pub(crate) struct Object<'d, 'u> {
    subject: String,
    value: &'d Value,
    taken: BTreeSet<&'static str>,
    unread: &'u Unread,
}

impl<'d, 'u> Object<'d, 'u> {
    /// Begins to read a mapping; `subject` is what a difference calls it.
    pub(crate) fn open(unread: &'u Unread, subject: impl Into<String>, value: &'d Value) -> Self {
        Self { subject: subject.into(), value, taken: BTreeSet::new(), unread }
    }

    /// The value of a key.
    pub(crate) fn take(&mut self, key: &'static str) -> Option<&'d Value> {
        self.taken.insert(key);
        self.value.get(key)
    }

    /// Takes keys that say nothing of the client.
    pub(crate) fn ignore(&mut self, keys: &[&'static str]) {
        self.taken.extend(keys);
    }

    /// The text of a key, empty if there is none.
    pub(crate) fn text(&mut self, key: &'static str) -> &'d str {
        self.take(key).map_or("", text)
    }

    /// What is said to people: summary, description, and where there is more.
    pub(crate) fn prose(&mut self) -> String {
        let (summary, description) = (self.text("summary"), self.text("description"));
        let summary = if summary.trim() == description.trim() { "" } else { summary };
        let more = self.take("externalDocs").unwrap_or(&Value::Null);
        let (url, what) = (more.get("url").map_or("", text), more.get("description").map(text));
        let what = what.unwrap_or(if url.is_empty() { "" } else { "Further documentation" });
        [summary, description, what, url].join(" ")
    }

    /// Whether anything is said to people.
    pub(crate) fn has_prose(&self) -> bool {
        ["summary", "description"].iter().any(|key| self.value.get(key).is_some())
    }

    /// Whether a key says `true`.
    pub(crate) fn says(&mut self, key: &'static str) -> bool {
        self.take(key) == Some(&Value::Bool(true))
    }

    /// The items of a list.
    pub(crate) fn list(&mut self, key: &'static str) -> &'d [Value] {
        self.take(key).and_then(Value::as_sequence).map_or(&[], Vec::as_slice)
    }

    /// The entries of a mapping.
    pub(crate) fn entries(&mut self, key: &'static str) -> Vec<(&'d str, &'d Value)> {
        self.take(key).map(entries).unwrap_or_default()
    }

    /// Says that something is not as the reader knows it.
    pub(crate) fn unread(&self, what: impl std::fmt::Display) {
        self.unread.borrow_mut().push(format!("{}: {what}", self.subject));
    }
}

impl Drop for Object<'_, '_> {
    fn drop(&mut self) {
        if !self.value.is_mapping() {
            self.unread("no mapping");
        }
        for (key, _) in entries(self.value) {
            if !self.taken.contains(key) && !key.starts_with("x-") {
                self.unread(format!("`{key}` is a key that the reader does not know"));
            }
        }
    }
}

/// The entries of a mapping in their order; a key that is no text becomes a word that no text is.
pub(crate) fn entries(value: &Value) -> Vec<(&str, &Value)> {
    let pairs = value.as_mapping().into_iter().flat_map(Mapping::iter);
    pairs.map(|(key, value)| (text(key), value)).collect()
}

/// A text; what is none becomes a word that no text is.
pub(crate) fn text(value: &Value) -> &str {
    value.as_str().unwrap_or("(no text)")
}

/// The texts of a list.
pub(crate) fn texts(value: &[Value]) -> Vec<&str> {
    value.iter().map(text).collect()
}
