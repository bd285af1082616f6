//! `Node`: what was written, each value with its origin.

use foldhash::fast::RandomState;
use indexmap::IndexMap;

use crate::pointer::Pointer;

/// Where a value was written; [`Sources`](crate::source::Sources) leads from it to a file and a pointer.
///
/// Within a file, origins are ordered as the values are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin(pub(crate) u32);

/// One of the files that a description consists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A value and its origin.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Where it was written.
    pub at: Origin,
    /// What was written.
    pub value: Value,
}

/// The entries of a mapping in the order in which they were written.
///
/// A key is looked up for each field that an object of OpenAPI can have, with hashes that take a third of the time of the standard ones.
pub type Mapping = IndexMap<String, Node, RandomState>;

/// What was written.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number without fraction and exponent.
    Integer(i128),
    /// Any other number; always finite.
    Float(f64),
    /// A text.
    String(String),
    /// A list.
    Sequence(Vec<Node>),
    /// A mapping; its keys are always text.
    Mapping(Mapping),
}

impl Node {
    /// A text.
    pub fn text(at: Origin, text: impl Into<String>) -> Self {
        Self { at, value: Value::String(text.into()) }
    }

    /// A boolean.
    pub fn boolean(at: Origin, value: bool) -> Self {
        Self { at, value: Value::Bool(value) }
    }

    /// A list.
    pub fn sequence(at: Origin, elements: Vec<Self>) -> Self {
        Self { at, value: Value::Sequence(elements) }
    }

    /// A mapping.
    pub fn mapping<K: Into<String>>(at: Origin, entries: impl IntoIterator<Item = (K, Self)>) -> Self {
        Self { at, value: Value::Mapping(entries.into_iter().map(|(key, node)| (key.into(), node)).collect()) }
    }

    /// The text, if it is one.
    pub fn as_str(&self) -> Option<&str> {
        match &self.value {
            Value::String(text) => Some(text),
            _ => None,
        }
    }

    /// The boolean, if it is one.
    pub fn as_bool(&self) -> Option<bool> {
        match self.value {
            Value::Bool(value) => Some(value),
            _ => None,
        }
    }

    /// The integer, if it is one.
    pub fn as_integer(&self) -> Option<i128> {
        match self.value {
            Value::Integer(value) => Some(value),
            _ => None,
        }
    }

    /// The elements, if it is a list.
    pub fn as_sequence(&self) -> Option<&[Self]> {
        match &self.value {
            Value::Sequence(elements) => Some(elements),
            _ => None,
        }
    }

    /// The entries, if it is a mapping.
    pub fn as_mapping(&self) -> Option<&Mapping> {
        match &self.value {
            Value::Mapping(mapping) => Some(mapping),
            _ => None,
        }
    }

    /// The value under a key, if this is a mapping that has it.
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.as_mapping()?.get(key)
    }

    /// The text of its `$ref`, if it has one. A property may be called so, too, but is no text.
    pub fn reference(&self) -> Option<(&Self, &str)> {
        let reference = self.get("$ref")?;
        Some((reference, reference.as_str()?))
    }

    /// The value that a pointer leads to from here.
    pub fn lookup(&self, pointer: &Pointer) -> Option<&Self> {
        pointer.tokens().iter().try_fold(self, |node, token| match &node.value {
            Value::Mapping(mapping) => mapping.get(token),
            Value::Sequence(elements) => elements.get(position(token)?),
            _ => None,
        })
    }

    /// The same, to change it.
    pub fn lookup_mut(&mut self, pointer: &Pointer) -> Option<&mut Self> {
        pointer.tokens().iter().try_fold(self, |node, token| match &mut node.value {
            Value::Mapping(mapping) => mapping.get_mut(token),
            Value::Sequence(elements) => elements.get_mut(position(token)?),
            _ => None,
        })
    }

    /// What it is, in words that follow "expected text, found".
    pub fn kind(&self) -> &'static str {
        self.value.kind()
    }

    /// Whether another node says the same, wherever it was written.
    pub fn same_value(&self, other: &Self) -> bool {
        match (&self.value, &other.value) {
            (Value::Sequence(ours), Value::Sequence(theirs)) => {
                ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(ours, theirs)| ours.same_value(theirs))
            }
            (Value::Mapping(ours), Value::Mapping(theirs)) => {
                let same = |(key, ours): (&String, &Self)| theirs.get(key).is_some_and(|theirs| ours.same_value(theirs));
                ours.len() == theirs.len() && ours.iter().all(same)
            }
            (ours, theirs) => ours == theirs,
        }
    }
}

impl Value {
    /// What it is, in words that follow "expected text, found".
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "a boolean",
            Self::Integer(_) => "an integer",
            Self::Float(_) => "a number",
            Self::String(_) => "text",
            Self::Sequence(_) => "a list",
            Self::Mapping(_) => "a mapping",
        }
    }
}

/// Reads a position as RFC 6901 writes it: digits, without leading zeros.
fn position(token: &str) -> Option<usize> {
    let plain = token == "0" || !token.starts_with(['0', '+']);
    plain.then(|| token.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_up_keys_and_positions() {
        let leaf = |text: &str| Node { at: Origin(0), value: Value::String(text.to_owned()) };
        let list = Node { at: Origin(0), value: Value::Sequence(vec![leaf("a"), leaf("b")]) };
        let root = Node { at: Origin(0), value: Value::Mapping(Mapping::from_iter([("x/y".to_owned(), list)])) };
        let found = |pointer| root.lookup(&Pointer::parse(pointer)?)?.as_str();
        assert_eq!(found("/x~1y/1"), Some("b"));
        for pointer in ["/x~1y/01", "/x~1y/+1", "/x~1y/2", "/x~1y/-", "/x~1y/1/0", "/z"] {
            assert_eq!(found(pointer), None, "{pointer}");
        }
    }
}
