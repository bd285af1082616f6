//! `DecodeError`: where a document is not what its type says, and how.

use std::borrow::Cow;
use std::fmt;

use super::path::{Path, Step};
use super::{Json, SyntaxError};

/// Where a document is not what its type says, and how: `objects[3].status: expected a string, found 7`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecodeError(Box<Inner>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Inner {
    path: Path,
    problem: String,
}

impl DecodeError {
    /// An error at the value being decoded; the callers' [`Fields`](super::Fields) and lists add the way to it.
    pub fn new(problem: impl Into<String>) -> Self {
        Self(Box::new(Inner { path: Path::default(), problem: problem.into() }))
    }

    /// `expected a string, found 7`
    pub fn expected(expected: impl fmt::Display, found: Json<'_>) -> Self {
        Self::new(format!("expected {expected}, found {}", found.describe()))
    }

    /// A property of the value being decoded is missing.
    pub(super) fn missing(name: &'static str) -> Self {
        Self::new("the property is missing").in_property(name)
    }

    /// The same error, seen from the object around it.
    #[must_use]
    pub fn in_property(self, name: impl Into<Cow<'static, str>>) -> Self {
        self.inside(Step::Property(name.into()))
    }

    /// The same error, seen from the array around it.
    #[must_use]
    pub fn in_item(self, index: usize) -> Self {
        self.inside(Step::Item(index))
    }

    /// The same error, seen from the union of which this is a variant.
    pub(super) fn in_variant(self, name: String) -> Self {
        self.inside(Step::Variant(name))
    }

    fn inside(mut self, step: Step) -> Self {
        self.0.path.enter(step);
        self
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { path, problem } = &*self.0;
        if path.is_empty() { formatter.write_str(problem) } else { write!(formatter, "{path}: {problem}") }
    }
}

impl std::error::Error for DecodeError {}

impl From<SyntaxError> for DecodeError {
    fn from(error: SyntaxError) -> Self {
        Self::new(error.to_string())
    }
}
