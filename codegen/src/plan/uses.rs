//! `Uses`: which parts of the runtime a client needs beside those that every client has.

use super::{Operation, Plan, RequestBody};

/// Which parts of the runtime a client needs beside those that every client has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Uses {
    /// Lists that come in pages.
    pub paging: bool,
    /// Responses that are taken as they come.
    pub streaming: bool,
    /// Forms of several parts.
    pub multipart: bool,
}

impl Plan {
    /// What the client needs.
    pub fn uses(&self) -> Uses {
        let any = |holds: fn(&Operation) -> bool| self.groups.iter().flat_map(|group| &group.operations).any(holds);
        Uses {
            paging: any(|operation| operation.pagination.is_some()),
            streaming: any(|operation| operation.streaming.is_some()),
            multipart: any(|operation| operation.body.as_ref().is_some_and(RequestBody::is_multipart)),
        }
    }
}
