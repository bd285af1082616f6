//! `Node`: what was written, each value with its origin.

use indexmap::IndexMap;

/// Where a value was written; `Origins` leads from it to a file and a pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin(u32);

/// A value and its origin.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Where it was written.
    pub at: Origin,
    /// What was written.
    pub value: Value,
}

/// The entries of a mapping in the order in which they were written.
pub type Mapping = IndexMap<String, Node>;

/// What was written.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number without fraction and exponent.
    Integer(i128),
    /// Any other number.
    Float(f64),
    /// A text.
    String(String),
    /// A list.
    Sequence(Vec<Node>),
    /// A mapping; its keys are always text.
    Mapping(Mapping),
}
