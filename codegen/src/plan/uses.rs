//! `Uses`: which parts of the runtime a client needs beside those that every client has.

use super::Plan;

/// Which parts of the runtime a client needs beside those that every client has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Uses {
    /// Lists that come in pages.
    pub paging: bool,
}

impl Plan {
    /// What the client needs.
    pub fn uses(&self) -> Uses {
        let mut operations = self.groups.iter().flat_map(|group| &group.operations);
        Uses { paging: operations.any(|operation| operation.pagination.is_some()) }
    }
}
