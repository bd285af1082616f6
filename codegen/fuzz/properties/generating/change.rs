//! `Change`: a change of one place in a description.

use arbitrary::Arbitrary;
use serde_yaml::{Mapping, Value};

/// A name that no description of ours has, and that cleaning a name would spell otherwise.
pub(super) const MARKER: &str = "PwNeD_mArKeR";

/// Texts that would become code, or end what they stand in, if they were written as they are.
const HOSTILE: [&str; 16] = [
    "\"; pub fn PwNeD_mArKeR() {} //",
    "*/ pub fn PwNeD_mArKeR() {} /*",
    "\n}\npub fn PwNeD_mArKeR() {}\n",
    "\"] pub fn PwNeD_mArKeR() {} #[doc = \"",
    "\"#] pub fn PwNeD_mArKeR() {} #[doc = r#\"",
    "{PwNeD_mArKeR}",
    "{0:?}",
    "```\nfn main() { PwNeD_mArKeR }\n```",
    "../../build",
    "self",
    "",
    "\r\u{202e}\u{0}",
    "#/components/schemas/Missing",
    "#",
    "object",
    "$ref",
];

/// A change of one place in a description. Places are counted from the root on, each before what is in it.
#[derive(Arbitrary, Debug)]
pub(super) enum Change {
    Remove(u16),
    Rename(u16, u8, Text),
    Replace(u16, Scalar),
    Copy { from: u16, to: u16 },
    Insert(u16, Text, Scalar),
}

#[derive(Arbitrary, Debug)]
pub(super) enum Text {
    Hostile(u8),
    Any(String),
}

#[derive(Arbitrary, Debug)]
pub(super) enum Scalar {
    Text(Text),
    Integer(i64),
    Number(f64),
    Boolean(bool),
    Null,
    EmptyList,
    EmptyObject,
}

impl Change {
    pub(super) fn apply(&self, root: &mut Value) {
        match self {
            Self::Remove(place) => at(root, *place, |value| *value = Value::Null),
            Self::Rename(place, index, name) => at(root, *place, |value| rename(value, usize::from(*index), &name.text())),
            Self::Replace(place, scalar) => at(root, *place, |value| *value = scalar.value()),
            Self::Copy { from, to } => {
                let mut copied = Value::Null;
                at(root, *from, |value| copied = value.clone());
                // What holds itself would double with each copy.
                if count(&copied) < 300 {
                    at(root, *to, |value| *value = copied);
                }
            }
            Self::Insert(place, name, scalar) => at(root, *place, |value| match value {
                Value::Mapping(entries) => _ = entries.insert(name.text().into(), scalar.value()),
                Value::Sequence(items) => items.push(scalar.value()),
                _ => {}
            }),
        }
    }
}

impl Text {
    fn text(&self) -> String {
        match self {
            Self::Hostile(index) => HOSTILE[usize::from(*index) % HOSTILE.len()].to_owned(),
            Self::Any(text) => text.chars().take(200).collect(),
        }
    }
}

impl Scalar {
    fn value(&self) -> Value {
        match self {
            Self::Text(text) => text.text().into(),
            Self::Integer(number) => (*number).into(),
            Self::Number(number) => (*number).into(),
            Self::Boolean(value) => (*value).into(),
            Self::Null => Value::Null,
            Self::EmptyList => Value::Sequence(Vec::new()),
            Self::EmptyObject => Value::Mapping(Mapping::default()),
        }
    }
}

/// Renames an entry of an object, which goes to its end.
fn rename(value: &mut Value, index: usize, name: &str) {
    let Value::Mapping(entries) = value else { return };
    let Some(key) = entries.keys().nth(index % entries.len().max(1)).cloned() else { return };
    if let Some(entry) = entries.remove(&key) {
        entries.insert(name.into(), entry);
    }
}

/// Changes the place of a number, which may go around.
fn at(root: &mut Value, place: u16, change: impl FnOnce(&mut Value)) {
    let mut left = usize::from(place) % count(root);
    let mut value = root;
    while left > 0 {
        left -= 1;
        let mut inner: Box<dyn Iterator<Item = &mut Value>> = match value {
            Value::Mapping(entries) => Box::new(entries.values_mut()),
            Value::Sequence(items) => Box::new(items.iter_mut()),
            _ => return,
        };
        let holds = inner.find_map(|inner| match count(inner) {
            size if left < size => Some(inner),
            size => {
                left -= size;
                None
            }
        });
        match holds {
            Some(holds) => value = holds,
            None => return,
        }
    }
    change(value);
}

/// How many places a value has.
fn count(value: &Value) -> usize {
    1 + match value {
        Value::Mapping(entries) => entries.values().map(count).sum(),
        Value::Sequence(items) => items.iter().map(count).sum::<usize>(),
        _ => 0,
    }
}
