//! `Reference` and `RefOr`: a `$ref`, or the thing itself.
//!
//! Mirrors the [Reference Object](https://spec.openapis.org/oas/v3.1.1#reference-object).

use super::object::{Object, Read};
use super::reading::Reading;
use crate::node::{Node, Origin};

/// A `$ref`.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// The value of `$ref`.
    pub at: Origin,
    /// Where it leads, as written.
    pub target: String,
    /// A description that replaces the target's.
    pub description: Option<String>,
}

/// A noun, or a reference to one.
#[derive(Clone, Debug, PartialEq)]
pub enum RefOr<T> {
    /// It stands elsewhere.
    Ref(Reference),
    /// It stands here.
    Item(T),
}

impl<T: Read> Read for RefOr<T> {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        match node.reference() {
            Some(_) => Reference::read(node, reading).map(Self::Ref),
            None => T::read(node, reading).map(Self::Item),
        }
    }
}

impl Read for Reference {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let mut object = Object::open_here(node, reading)?;
        let at = node.get("$ref").map_or(node.at, |target| target.at);
        let target = object.required("$ref", reading)?;
        let description = object.field("description", reading);
        object.node("summary");
        object.close(reading);
        Some(Self { at, target, description })
    }
}
