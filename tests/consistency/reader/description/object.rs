//! `Object`: a mapping of the description that is read key by key, until none is left.

use std::collections::BTreeSet;

use serde_yaml::{Mapping, Value};

use crate::reader::facts::Facts;

/// A mapping that is being read, and the keys that were read of it.
pub(crate) struct Object<'d> {
    subject: String,
    value: &'d Value,
    taken: BTreeSet<&'static str>,
}

impl<'d> Object<'d> {
    /// Begins to read a mapping; `subject` is what the facts call it.
    pub(crate) fn open(subject: impl Into<String>, value: &'d Value) -> Self {
        Self { subject: subject.into(), value, taken: BTreeSet::new() }
    }

    /// The value of a key.
    pub(crate) fn take(&mut self, key: &'static str) -> Option<&'d Value> {
        self.taken.insert(key);
        self.value.get(key)
    }

    /// The text of a key, empty if there is none.
    pub(crate) fn text(&mut self, key: &'static str) -> &'d str {
        self.take(key).map_or("", text)
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

    /// Says which keys were not read: what this reader does not know, it cannot compare.
    pub(crate) fn close(self, facts: &mut Facts) {
        if !self.value.is_mapping() {
            facts.say(&self.subject, "no mapping");
        }
        for (key, _) in entries(self.value) {
            if !self.taken.contains(key) && !key.starts_with("x-") {
                facts.say(format!("{}: key `{key}`", self.subject), "a key that the reader does not know");
            }
        }
    }
}

/// The entries of a mapping in their order; a key that is no text, such as a status without quotes, is left out.
pub(crate) fn entries(value: &Value) -> Vec<(&str, &Value)> {
    let pairs = value.as_mapping().into_iter().flat_map(Mapping::iter);
    pairs.map(|(key, value)| (text(key), value)).collect()
}

/// A text; what is none becomes a word that no text is.
pub(crate) fn text(value: &Value) -> &str {
    value.as_str().unwrap_or("(no text)")
}
