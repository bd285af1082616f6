//! `Rule`: a kind of change, with its severities and texts.

use std::fmt;

use super::change::{Change, Difference};
use crate::record::Key;

/// The severity of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing, affects nobody.
    Info,
    /// May affect some callers.
    Warning,
    /// Breaks every caller that uses the item.
    Breaking,
}

impl fmt::Display for Severity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Breaking => "breaking",
        })
    }
}

/// Whether values are sent or received.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// From the client to the server.
    Sent,
    /// From the server to the client.
    Received,
    /// Both.
    Both,
    /// Neither, or unknown.
    #[default]
    Neither,
}

/// The severity of a change by direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effect {
    /// For values that are sent.
    pub sent: Option<Severity>,
    /// For values that are received.
    pub received: Option<Severity>,
    /// For items without a direction.
    pub otherwise: Option<Severity>,
}

impl Effect {
    /// No effect.
    pub const NONE: Self = Self { sent: None, received: None, otherwise: None };
    /// Worth knowing in every direction.
    pub const INFO: Self = Self::always(Severity::Info);
    /// A warning in every direction.
    pub const WARNING: Self = Self::always(Severity::Warning);
    /// Breaking in every direction.
    pub const BREAKING: Self = Self::always(Severity::Breaking);

    const fn always(severity: Severity) -> Self {
        Self { sent: Some(severity), received: Some(severity), otherwise: Some(severity) }
    }

    /// Returns the severity in a direction; for both, the higher one.
    pub fn in_direction(self, direction: Direction) -> Option<Severity> {
        match direction {
            Direction::Sent => self.sent,
            Direction::Received => self.received,
            Direction::Both => self.sent.max(self.received),
            Direction::Neither => self.otherwise,
        }
    }
}

/// The rule for the opposite change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opposite {
    /// The rule with this id.
    Rule(&'static str),
    /// The same rule.
    Itself,
    /// None, with the reason.
    None(&'static str),
}

/// The section that lists a change that breaks nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// New items.
    New,
    /// Items that are kept as deprecated.
    Kept,
    /// Everything else.
    Other,
}

/// Two records in which a rule finds a change.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// The lines of the old record.
    pub before: &'static str,
    /// The lines of the new record.
    pub after: &'static str,
    /// The resulting message.
    pub says: &'static str,
}

/// A kind of change, with its severities and texts.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The id by which settings and scripts refer to the rule.
    pub id: &'static str,
    /// The heading for several such changes: `Removed calls`.
    pub title: &'static str,
    /// The message for one change, in which `{path}`, `{key}`, `{before}` and `{after}` are replaced.
    pub message: &'static str,
    /// The advice for the maintainer.
    pub help: &'static str,
    /// The severity for code that is compiled with the new client.
    pub source: Effect,
    /// The severity for deployed programs that use the old client with the new server.
    pub wire: Effect,
    /// The severity for code that compiles with the new client but behaves differently.
    pub behaviour: Effect,
    /// The rule for the opposite change.
    pub opposite: Opposite,
    /// Whether several such changes of one key are one finding.
    pub is_of_shape: bool,
    /// The section that lists it if it breaks nothing.
    pub note: Note,
    /// The id of the rule for the contents of the item, which are added and removed together with it, and a plural noun for them.
    pub contents: Option<(&'static str, &'static str)>,
    /// Finds the differences in a change.
    pub(super) applies: fn(&Change<'_, '_>) -> Vec<Difference>,
    /// Two records in which it finds a change.
    pub example: Example,
    /// The ids of the rules of oasdiff for the same change of a description.
    pub oasdiff: &'static [&'static str],
}

impl Rule {
    /// Returns the message for a difference in an item.
    pub(super) fn message_of(&self, key: &Key, path: &str, before: &str, after: &str) -> String {
        let texts = [("{path}", path), ("{key}", key.as_str()), ("{before}", before), ("{after}", after)];
        texts.into_iter().fold(self.message.to_owned(), |message, (mark, text)| message.replace(mark, text))
    }

    /// The defaults of a rule.
    pub(super) const BASE: Self = Self {
        id: "",
        title: "",
        message: "",
        help: "",
        source: Effect::NONE,
        wire: Effect::NONE,
        behaviour: Effect::NONE,
        opposite: Opposite::Itself,
        is_of_shape: true,
        note: Note::Other,
        contents: None,
        applies: |_| Vec::new(),
        example: Example { before: "", after: "", says: "" },
        oasdiff: &[],
    };
}
