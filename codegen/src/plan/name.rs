//! `Name`: a Rust identifier, and the only place that decides one.

use std::fmt;

/// A valid Rust identifier.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name(String);

impl Name {
    /// An identifier that a test writes out.
    #[cfg(test)]
    pub(crate) fn literal(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The identifier's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Name {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
