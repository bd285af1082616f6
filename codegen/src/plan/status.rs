//! `Status`: a status or range of the description, and what it is called.

use crate::api;

/// A status or range of the description.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// `404`.
    Code(u16),
    /// `4XX`, by its first digit: any other status of its class.
    Range(u8),
}

/// The status or range; `None` for `default`.
pub(super) fn of(status: api::Status) -> Option<Status> {
    match status {
        api::Status::Code(code) => Some(Status::Code(code)),
        api::Status::Range(digit) => Some(Status::Range(digit)),
        api::Status::Default => None,
    }
}
