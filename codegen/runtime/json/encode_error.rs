//! `EncodeError`: what in a value has no form in JSON.

use std::borrow::Cow;
use std::fmt;

use super::path::{Path, Step};

/// What in a value has no form in JSON: `points[3].x: NaN is not a number in JSON`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EncodeError(Box<Inner>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Inner {
    path: Path,
    problem: String,
}

impl EncodeError {
    pub(in crate::runtime) fn new(problem: String) -> Self {
        Self(Box::new(Inner { path: Path::default(), problem }))
    }

    pub(in crate::runtime) fn enter_property(&mut self, name: &str) {
        self.0.path.enter(Step::Property(Cow::Owned(name.to_owned())));
    }

    pub(in crate::runtime) fn enter_item(&mut self, index: usize) {
        self.0.path.enter(Step::Item(index));
    }
}

impl fmt::Display for EncodeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { path, problem } = &*self.0;
        if path.is_empty() { formatter.write_str(problem) } else { write!(formatter, "{path}: {problem}") }
    }
}

impl std::error::Error for EncodeError {}
