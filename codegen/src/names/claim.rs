//! `Claim`: a name that was claimed, how it was decided, and for what.

use super::Name;
use crate::node::Origin;

/// A name that was claimed.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The name.
    pub name: Name,
    /// How it was decided.
    pub decision: Decision,
    /// Where the item was written.
    pub at: Origin,
}

/// How a name was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The description or the settings give it.
    Explicit,
    /// The item had it when the client was last generated.
    Recorded,
    /// It is derived from the description.
    Derived,
    /// It is derived from the description, and made longer or numbered because another item has it.
    Distinguished,
}

/// The names that an item may have, in the order in which they are tried.
#[derive(Clone, Debug)]
pub struct Candidates<'a> {
    /// The name that the description or the settings give it.
    pub explicit: Option<&'a str>,
    /// The name that the item had when the client was last generated.
    pub recorded: Option<Name>,
    /// What a name is derived from otherwise.
    pub derived: &'a str,
    /// What a longer name is derived from, if another item has the first one.
    pub longer: Option<String>,
    /// What diagnostics call the item.
    pub label: &'a str,
    /// Where the item was written.
    pub at: Origin,
    /// Whether it is reported that another item has the first name: the description can give another one.
    pub is_reported: bool,
}

impl<'a> Candidates<'a> {
    /// A name that is derived from what diagnostics call the item.
    pub fn of(label: &'a str, at: Origin) -> Self {
        Self { explicit: None, recorded: None, derived: label, longer: None, label, at, is_reported: true }
    }

    /// The same, unless the description or the settings give the name.
    pub fn or_explicit(self, explicit: Option<&'a str>) -> Self {
        Self { explicit, ..self }
    }

    /// The same, unless the item had another name when the client was last generated.
    pub fn or_recorded(self, recorded: Option<Name>) -> Self {
        Self { recorded, ..self }
    }

    /// The same for an item that the description cannot name, so that it silently gets a number.
    pub fn unreported(self) -> Self {
        Self { is_reported: false, ..self }
    }

    /// The same, derived from another text.
    pub fn derived_from(self, derived: &'a str) -> Self {
        Self { derived, ..self }
    }
}
