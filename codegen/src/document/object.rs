//! `Object`: reads the fields of one OpenAPI object, and tells what it did not know.

use std::sync::LazyLock;

use indexmap::IndexMap;

use super::component::ComponentKind;
use super::extension::{self, Extension};
use super::hint;
use super::reading::Reading;
use crate::diagnostic::{Problem, suggest, suggest_within};
use crate::node::{Mapping, Node, Origin, Value};

/// How many mistakes make another extension a misspelling of ours. With more it is somebody else's.
const MISTAKES: usize = 2;

/// How many bytes a text has at most that may be written in place of an object.
const LONGEST_SHORTHAND: usize = 80;

/// Keys whose values are words for people.
const WORDS: [&str; 3] = ["description", "summary", "title"];

/// What an object that is `null` has.
static NOTHING: LazyLock<Mapping> = LazyLock::new(Mapping::default);

/// A noun of the specification that can be read from a node.
pub trait Read: Sized {
    /// Whether `null` is as good a value as any.
    const TAKES_NULL: bool = false;

    /// The kind of component that it can be, if any.
    const KIND: Option<ComponentKind> = None;

    /// Reads it; what is wrong is reported, and `None` says that nothing could be made of the node.
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self>;
}

/// A text, and where it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Where it was written.
    pub at: Origin,
    /// What was written.
    pub text: String,
}

impl Read for Text {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        Some(Self { at: node.at, text: String::read(node, reading)? })
    }
}

impl Read for String {
    /// Takes any scalar, as it was written: `version: 1.10` means the text `1.10`.
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let node = reading.behind(node)?;
        match &node.value {
            Value::String(text) => Some(text.clone()),
            Value::Integer(_) | Value::Float(_) | Value::Bool(_) => reading.sources.scalar_text(node.at).map(str::to_owned),
            Value::Null => {
                reading.report(node.at, Problem::EmptyValue { expected: "text" });
                None
            }
            _ => {
                reading.wrong_type(node, "text");
                None
            }
        }
    }
}

impl Read for bool {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let node = reading.behind(node)?;
        const EXPECTED: &str = "`true` or `false`";
        let meant = match (&node.value, node.as_str()) {
            (Value::Bool(value), _) => return Some(*value),
            (_, Some("true" | "True")) => true,
            (_, Some("false" | "False")) => false,
            _ => {
                reading.wrong_type(node, EXPECTED);
                return None;
            }
        };
        reading.report(node.at, Problem::LooseType { expected: EXPECTED, found: node.kind() });
        Some(meant)
    }
}

impl Read for Node {
    const TAKES_NULL: bool = true;

    fn read(node: &Node, _: &mut Reading<'_>) -> Option<Self> {
        Some(node.clone())
    }
}

impl<T: Read> Read for Box<T> {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        T::read(node, reading).map(Box::new)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let node = reading.behind(node)?;
        match &node.value {
            Value::Sequence(items) => Some(items.iter().filter_map(|item| T::read(item, reading)).collect()),
            Value::Null => {
                reading.report(node.at, Problem::EmptyValue { expected: "a list" });
                Some(Self::new())
            }
            Value::String(_) => {
                reading.report(node.at, Problem::LooseType { expected: "a list", found: node.kind() });
                Some(T::read(node, reading).into_iter().collect())
            }
            _ => {
                reading.wrong_type(node, "a list");
                None
            }
        }
    }
}

impl<T: Read> Read for IndexMap<String, T> {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        read_entries(node, |_| true, reading)
    }
}

/// The entries of a mapping, or of the one that a reference leads to, whose keys are wanted.
pub fn read_entries<T: Read>(node: &Node, is_wanted: fn(&str) -> bool, reading: &mut Reading<'_>) -> Option<IndexMap<String, T>> {
    let node = reading.behind(node)?;
    match &node.value {
        Value::Mapping(entries) => {
            let entries = entries.iter().filter(|(key, _)| is_wanted(key));
            Some(entries.filter_map(|(key, node)| Some((key.clone(), T::read(node, reading)?))).collect())
        }
        Value::Null => {
            reading.report(node.at, Problem::EmptyValue { expected: "a mapping" });
            Some(IndexMap::new())
        }
        _ => {
            reading.wrong_type(node, "a mapping");
            None
        }
    }
}

/// One OpenAPI object while it is read, field by field.
pub struct Object<'n> {
    at: Origin,
    entries: &'n Mapping,
    known: Vec<&'static str>,
}

impl<'n> Object<'n> {
    /// Begins to read an object, behind references; reports a node that is no mapping.
    pub fn open<'a: 'n>(node: &'n Node, reading: &mut Reading<'a>) -> Option<Self> {
        let node = reading.behind(node)?;
        Self::open_here(node, reading)
    }

    /// The same of an object that authors may write as a text; the hint then is how to write what the text means.
    pub fn open_or<'a: 'n>(node: &'n Node, meant: impl FnOnce(&str) -> String, reading: &mut Reading<'a>) -> Option<Self> {
        let node = reading.behind(node)?;
        Self::open_here_or(node, meant, reading)
    }

    /// Begins to read an object whose `$ref` is a field like others.
    pub fn open_here(node: &'n Node, reading: &mut Reading<'_>) -> Option<Self> {
        Self::open_here_or(node, |_| String::new(), reading)
    }

    /// The same of an object that authors may write as a text.
    pub fn open_here_or(node: &'n Node, meant: impl FnOnce(&str) -> String, reading: &mut Reading<'_>) -> Option<Self> {
        match &node.value {
            Value::Mapping(entries) => Some(Self { at: node.at, entries, known: Vec::new() }),
            Value::Null => {
                reading.report(node.at, Problem::EmptyValue { expected: "a mapping" });
                Some(Self { at: node.at, entries: &NOTHING, known: Vec::new() })
            }
            Value::String(text) => {
                let is_meant = text.lines().count() == 1 && text.len() <= LONGEST_SHORTHAND;
                let hint = is_meant.then(|| meant(text)).filter(|hint| !hint.is_empty()).map(|hint| format!("write `{hint}`"));
                reading.report(node.at, Problem::WrongType { expected: "a mapping", found: node.kind(), hint });
                None
            }
            _ => {
                reading.wrong_type(node, "a mapping");
                None
            }
        }
    }

    /// Where the object was written.
    pub fn at(&self) -> Origin {
        self.at
    }

    /// A field's node, unread.
    pub fn node(&mut self, key: &'static str) -> Option<&'n Node> {
        self.known.push(key);
        self.entries.get(key)
    }

    /// A field, if it is there and can be read.
    pub fn field<T: Read>(&mut self, key: &'static str, reading: &mut Reading<'_>) -> Option<T> {
        let node = self.node(key)?;
        if node.value == Value::Null && !T::TAKES_NULL {
            reading.diagnostics.report_key(node.at, Problem::EmptyValue { expected: "a value" });
            return None;
        }
        if let (true, Value::Sequence(_) | Value::Mapping(_)) = (WORDS.contains(&key), &reading.behind(node)?.value) {
            reading.report(node.at, Problem::UnreadableWords { found: node.kind() });
            return None;
        }
        T::read(node, reading)
    }

    /// A field that may be left out, which then is empty.
    pub fn field_or_default<T: Read + Default>(&mut self, key: &'static str, reading: &mut Reading<'_>) -> T {
        self.field(key, reading).unwrap_or_default()
    }

    /// A mapping that may be left out, in which the specification allows extensions: paths or responses. In any other mapping
    /// of the specification the keys are data, so that even `x-rate` is an entry.
    pub fn extensible_field<T: Read>(&mut self, key: &'static str, reading: &mut Reading<'_>) -> IndexMap<String, T> {
        let node = self.node(key);
        let extended = node.filter(|node| node.get(extension::KEY).is_some());
        if let Some(mut object) = extended.and_then(|node| Object::open_here(node, reading)) {
            Extension::of_nameless(&mut object, reading);
        }
        node.and_then(|node| read_entries(node, |key| !key.starts_with("x-"), reading)).unwrap_or_default()
    }

    /// A field that the specification requires.
    pub fn required<T: Read>(&mut self, key: &'static str, reading: &mut Reading<'_>) -> Option<T> {
        match self.node(key) {
            Some(node) if node.value == Value::Null && !T::TAKES_NULL => {
                reading.diagnostics.report_key(node.at, Problem::MissingKey { key, is_there: true });
                None
            }
            _ => {
                self.demand(key, reading);
                self.field(key, reading)
            }
        }
    }

    /// Reports a field that the specification requires and that is not there.
    pub fn demand(&self, key: &'static str, reading: &mut Reading<'_>) {
        if !self.entries.contains_key(key) {
            reading.report(self.at, Problem::MissingKey { key, is_there: false });
        }
    }

    /// Ends the reading: a key that nobody asked for is reported, except for extensions of others.
    pub fn close(mut self, reading: &mut Reading<'_>) {
        if !self.known.contains(&extension::KEY) {
            Extension::of_nameless(&mut self, reading);
        }
        for (key, node) in self.unasked() {
            let problem = match key.starts_with("x-") {
                true if suggest_within(MISTAKES, key, [extension::KEY]).is_none() => continue,
                true => Problem::MisspeltExtension { key: key.to_owned() },
                false => {
                    let (hint, suggestion) = (hint::of_key(key, &self.known), self.suggestion(key));
                    Problem::UnknownKey { key: key.to_owned(), hint, suggestion }
                }
            };
            reading.diagnostics.report_key(node.at, problem);
        }
    }

    /// Ends the reading of a part of `x-clientsmith`, in which each key is ours.
    pub(super) fn close_extension(self, reading: &mut Reading<'_>) {
        for (key, node) in self.unasked() {
            let problem = Problem::UnknownExtensionKey { key: key.to_owned(), suggestion: self.suggestion(key) };
            reading.diagnostics.report_key(node.at, problem);
        }
    }

    /// The entries that nobody asked for.
    fn unasked(&self) -> impl Iterator<Item = (&str, &Node)> {
        let is_unasked = |(key, _): &(&'n String, &'n Node)| !self.known.contains(&key.as_str());
        self.entries.iter().filter(is_unasked).map(|(key, node)| (key.as_str(), node))
    }

    /// The key that another one is most likely a misspelling of.
    fn suggestion(&self, key: &str) -> Option<String> {
        suggest(key, self.known.iter().copied()).map(str::to_owned)
    }
}
