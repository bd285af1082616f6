//! `Problem`: every message that a description can cause.

use super::Severity;

/// What can be wrong with a description.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// A key that the specification does not know at this place.
    UnknownKey {
        /// The key.
        key: String,
        /// The nearest known one.
        suggestion: Option<String>,
    },
}

impl Problem {
    /// How bad it is.
    pub fn severity(&self) -> Severity {
        match self {
            Self::UnknownKey { .. } => Severity::Warning,
        }
    }
}
