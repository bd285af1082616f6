//! `Rule`: what is said of a kind of change, and how bad that is for whom.

use std::fmt;

use super::change::{Change, Difference};

/// How bad a change is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It is worth knowing.
    Tells,
    /// It may be bad for some.
    Warns,
    /// It is bad for whoever uses it.
    Breaks,
}

impl fmt::Display for Severity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Tells => "tells",
            Self::Warns => "warns",
            Self::Breaks => "breaks",
        })
    }
}

/// Which way values travel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// From the client to the server.
    Sent,
    /// From the server to the client.
    Received,
    /// Both ways.
    Both,
    /// No value travels, or nobody knows which way.
    #[default]
    Neither,
}

/// How bad a change is, by the direction of what it changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effect {
    /// Of values that are sent.
    pub sent: Option<Severity>,
    /// Of values that are received.
    pub received: Option<Severity>,
    /// Of what has no direction.
    pub otherwise: Option<Severity>,
}

impl Effect {
    /// It does not matter.
    pub const NONE: Self = Self { sent: None, received: None, otherwise: None };
    /// It is worth knowing.
    pub const TELLS: Self = Self::always(Severity::Tells);
    /// It may be bad for some.
    pub const WARNS: Self = Self::always(Severity::Warns);
    /// It is bad for whoever uses it.
    pub const BREAKS: Self = Self::always(Severity::Breaks);

    const fn always(severity: Severity) -> Self {
        Self { sent: Some(severity), received: Some(severity), otherwise: Some(severity) }
    }

    /// How bad it is in a direction; the worse of two.
    pub fn in_direction(self, direction: Direction) -> Option<Severity> {
        match direction {
            Direction::Sent => self.sent,
            Direction::Received => self.received,
            Direction::Both => self.sent.max(self.received),
            Direction::Neither => self.otherwise,
        }
    }
}

/// The rule for the reverse of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opposite {
    /// The rule of this id.
    Rule(&'static str),
    /// The same rule.
    Itself,
    /// None, for this reason.
    None(&'static str),
}

/// Where a change is listed that breaks nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// Among what is new.
    New,
    /// Among what is kept, deprecated.
    Kept,
    /// After these.
    Other,
}

/// Two records whose comparison shows what a rule is about.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// The lines of the first.
    pub before: &'static str,
    /// The lines of the second.
    pub after: &'static str,
    /// What is said.
    pub says: &'static str,
}

/// What is said of a kind of change, and how bad that is for whom.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// By what settings and scripts refer to it.
    pub id: &'static str,
    /// What several such changes are called: `Removed calls`.
    pub title: &'static str,
    /// What is said of one change: `{path}`, `{key}`, `{before}` and `{after}` are replaced.
    pub message: &'static str,
    /// What to do about it.
    pub help: &'static str,
    /// How bad it is for programs that are compiled with the new client.
    pub source: Effect,
    /// How bad it is for programs that were compiled with the old client and talk to the new server.
    pub wire: Effect,
    /// How bad it is for programs that compile with the new client, and then do something else.
    pub behaviour: Effect,
    /// The rule for the reverse.
    pub opposite: Opposite,
    /// Whether several such changes of one key have one cause, and are one finding.
    pub is_of_shape: bool,
    /// Where it is listed if it breaks nothing.
    pub note: Note,
    /// The rule, by its id, for the contents of the item, which appear and vanish with it, and what they are called.
    pub contents: Option<(&'static str, &'static str)>,
    /// The differences that it is about.
    pub(super) applies: fn(&Change<'_, '_>) -> Vec<Difference>,
    /// Two records that show it.
    pub example: Example,
    /// The rules of oasdiff for the same change of a description.
    pub oasdiff: &'static [&'static str],
}

impl Rule {
    /// What a rule is unless it says otherwise.
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
