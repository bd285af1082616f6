//! `Uses`: which parts of the runtime a client needs beside those that every client has.

use super::Plan;
use crate::api::TextFormat;

/// Which parts of the runtime a client needs beside those that every client has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Uses {
    /// Lists that come in pages.
    pub paging: bool,
    /// `date-time`.
    pub date_time: bool,
    /// `date`.
    pub date: bool,
    /// `uuid`.
    pub uuid: bool,
    /// `byte`, which is text in Base64.
    pub base64: bool,
}

impl Plan {
    /// What the client needs.
    pub fn uses(&self) -> Uses {
        let mut operations = self.groups.iter().flat_map(|group| &group.operations);
        Uses {
            paging: operations.any(|operation| operation.pagination.is_some()),
            date_time: self.formats.contains(&TextFormat::DateTime),
            date: self.formats.contains(&TextFormat::Date),
            uuid: self.formats.contains(&TextFormat::Uuid),
            base64: self.formats.contains(&TextFormat::Byte),
        }
    }
}
