//! `TextFormat`: the formats of text that have a Rust type of their own.

/// A format of text that has a Rust type of its own; every other one stays text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TextFormat {
    /// `date-time`.
    DateTime,
    /// `date`.
    Date,
    /// `uuid`.
    Uuid,
    /// `byte`: bytes in Base64.
    Byte,
}

impl TextFormat {
    /// The format of a name.
    pub fn of(format: Option<&str>) -> Option<Self> {
        match format? {
            "date-time" => Some(Self::DateTime),
            "date" => Some(Self::Date),
            "uuid" => Some(Self::Uuid),
            "byte" => Some(Self::Byte),
            _ => None,
        }
    }
}
