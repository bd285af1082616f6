//! `Report`: everything that is said of a problem.

use crate::{
    diagnostic::{place::Part, severity::Severity},
    node::Origin,
};

/// Everything that is said of a problem but where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The short name by which settings and scripts refer to it.
    pub code: &'static str,
    /// How bad it is.
    pub level: Level,
    /// A statement of what is wrong.
    pub message: String,
    /// What to do about it, or what has been done.
    pub help: Option<String>,
    /// Another place that explains it.
    pub related: Option<Related>,
}

/// How bad a problem is, and whether there is a way to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Worth knowing; nothing is lost.
    Note,
    /// Generated, but something was lost or repaired.
    Warning,
    /// Nothing is generated unless the settings allow it.
    Error,
    /// An error that settings cannot allow: there is nothing to go on with.
    Fatal,
}

/// Another place that explains a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Related {
    /// The entry.
    pub at: Origin,
    /// The part of the entry.
    pub part: Part,
    /// What is there.
    pub label: &'static str,
}

impl Report {
    pub(super) fn new(code: &'static str, level: Level, message: impl Into<String>, help: impl Help) -> Self {
        Self { code, level, message: message.into(), help: help.into_help(), related: None }
    }

    /// The same, with another place.
    pub(super) fn quoting(self, related: Related) -> Self {
        Self { related: Some(related), ..self }
    }
}

impl Level {
    /// The severity that is shown.
    pub fn severity(self) -> Severity {
        match self {
            Self::Note => Severity::Note,
            Self::Warning => Severity::Warning,
            Self::Error | Self::Fatal => Severity::Error,
        }
    }

    /// Whether it is of an error that settings can allow.
    pub fn is_allowable(self) -> bool {
        self == Self::Error
    }
}

/// The forms in which an entry of the table states its help.
pub(super) trait Help {
    fn into_help(self) -> Option<String>;
}

impl Help for &str {
    fn into_help(self) -> Option<String> {
        Some(self.to_owned())
    }
}

impl Help for String {
    fn into_help(self) -> Option<String> {
        Some(self)
    }
}

impl Help for Option<String> {
    fn into_help(self) -> Option<String> {
        self
    }
}
