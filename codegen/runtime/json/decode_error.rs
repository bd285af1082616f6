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
    problem: Problem,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Problem {
    /// The value has another form.
    Form { expected: String, found: String },
    /// The property is missing. The form expected of it is not always known.
    Missing { expected: Option<String> },
    /// Anything else.
    Other(String),
}

impl DecodeError {
    /// An error at the value being decoded; the callers' [`Fields`](super::Fields) and lists add the way to it.
    pub fn new(problem: impl Into<String>) -> Self {
        Self::of(Problem::Other(problem.into()))
    }

    fn of(problem: Problem) -> Self {
        Self(Box::new(Inner { path: Path::default(), problem }))
    }

    /// `expected a string, found 7`
    pub fn expected(expected: impl fmt::Display, found: Json<'_>) -> Self {
        Self::of(Problem::Form { expected: expected.to_string(), found: found.describe() })
    }

    /// `expected an array of 2 items, found an array of 3`
    pub fn of_length(expected: usize, found: usize) -> Self {
        let items = if expected == 1 { "item" } else { "items" };
        Self::of(Problem::Form { expected: format!("an array of {expected} {items}"), found: format!("an array of {found}") })
    }

    /// A property of the value being decoded is missing.
    pub(super) fn missing(name: &'static str, expected: Option<String>) -> Self {
        Self::of(Problem::Missing { expected }).in_property(name)
    }

    /// Whether it is the value itself that is wrong, and not one inside of it.
    pub(super) fn is_at_value(&self) -> bool {
        self.0.path.is_empty()
    }

    /// Whether a value is missing or has another form, so that another description of it could be read.
    pub(in crate::runtime) fn is_of_form(&self) -> bool {
        !matches!(self.0.problem, Problem::Other(_))
    }

    /// The way to the value, the form that was expected, and the one that was found.
    pub(super) fn parts(&self) -> (&Path, String, String) {
        let Inner { path, problem } = &*self.0;
        let (expected, found) = match problem {
            Problem::Form { expected, found } => (expected.clone(), found.clone()),
            Problem::Missing { expected } => (expected.clone().unwrap_or_else(|| "a value".to_owned()), "nothing".to_owned()),
            Problem::Other(problem) => ("what the description says".to_owned(), format!("something else: {problem}")),
        };
        (path, expected, found)
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
        if path.is_empty() { problem.fmt(formatter) } else { write!(formatter, "{path}: {problem}") }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form { expected, found } => write!(formatter, "expected {expected}, found {found}"),
            Self::Missing { expected: Some(expected) } => write!(formatter, "expected {expected}, the property is missing"),
            Self::Missing { expected: None } => formatter.write_str("the property is missing"),
            Self::Other(problem) => formatter.write_str(problem),
        }
    }
}

impl std::error::Error for DecodeError {}

impl From<SyntaxError> for DecodeError {
    fn from(error: SyntaxError) -> Self {
        Self::new(error.to_string())
    }
}
