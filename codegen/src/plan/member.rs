//! `Member`: a value that a request holds; `Sent`: the same where it is written.

use super::constraint::Constraints;
use super::docs::{self, Docs};
use super::ty::{Argument, Ty};
use crate::names::Name;
use crate::node::Origin;
use crate::record::{Fact, Key};

/// A value that a request holds: a field of the request type, set by an argument or a setter.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// Where it comes from.
    pub key: Key,
    /// Where it was written, if the description says something of it.
    pub at: Option<Origin>,
    /// Docs of the setter.
    pub docs: Docs,
    /// What the docs of the method say of the argument: an item of a list.
    pub item: Docs,
    /// The field, argument or setter.
    pub name: Name,
    /// The type of a value. A setter's field is `Option<ty>`.
    pub ty: Ty,
    /// How the caller hands it in.
    pub argument: Argument,
    /// Name of the setter that sends `null`, for an optional and nullable body property; the field is then `Option<Option<ty>>`.
    pub null_setter: Option<Name>,
    /// Whether the setter bears `#[deprecated]`.
    pub deprecated: bool,
    /// What the record says of it beyond its type.
    pub facts: Vec<Fact>,
}

/// A value that a request holds, where it is written: `&self.limit`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The field.
    pub name: Name,
    /// What is checked of it.
    pub constraints: Constraints,
}

impl Member {
    /// A value that is handed in as is usual for its type; the noun says what it is to the network, where it has a name.
    pub fn new(key: Key, words: Docs, noun: &str, wire_name: &str, name: Name, ty: Ty, deprecated: bool) -> Self {
        let mut place = noun.to_lowercase();
        if name.as_str() != wire_name {
            place.push_str(&format!(" {}", docs::code(wire_name)));
        }
        if deprecated {
            place.push_str(", deprecated");
        }
        let item = item(&name, &place, &words);
        let docs = words.then(Docs::sentence(format!("{noun}: {}.", docs::code(wire_name))));
        Self { deprecated, ..Self::of(key, docs, item, name, ty) }
    }

    /// The body as one value.
    pub fn body(key: Key, words: Docs, name: Name, ty: Ty) -> Self {
        let item = item(&name, "request body", &words);
        Self::of(key, words.then(Docs::sentence("The body of the request.")), item, name, ty)
    }

    /// A value that says something of the body, and is never required.
    pub fn beside_body(key: Key, docs: Docs, name: Name, ty: Ty) -> Self {
        Self::of(key, docs, Docs::default(), name, ty)
    }

    /// The same with where it was written, and facts.
    #[must_use]
    pub fn described(self, at: Origin, facts: Vec<Fact>) -> Self {
        Self { at: Some(at), facts, ..self }
    }

    fn of(key: Key, docs: Docs, item: Docs, name: Name, ty: Ty) -> Self {
        Self {
            key,
            at: None,
            docs,
            item,
            name,
            argument: ty.argument(),
            ty,
            null_setter: None,
            deprecated: false,
            facts: Vec::new(),
        }
    }
}

/// An item of a list; further lines belong to it.
fn item(name: &Name, place: &str, words: &Docs) -> Docs {
    let mut lines = words.0.iter();
    let first = match lines.next() {
        Some(words) => format!("- `{name}` ({place}): {words}"),
        None => format!("- `{name}` ({place})"),
    };
    let further = lines.map(|line| if line.is_empty() { String::new() } else { format!("  {line}") });
    Docs([first].into_iter().chain(further).collect())
}
