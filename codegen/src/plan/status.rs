//! `Status`: a status or range of the description, and what it is called.

use crate::api;

/// A status or range of the description.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// `404`.
    Code(u16),
    /// `4XX`, by its first digit: any other status of its class.
    Range(u8),
    /// `default`: any other status.
    Default,
}

impl From<api::Status> for Status {
    fn from(status: api::Status) -> Self {
        match status {
            api::Status::Code(code) => Self::Code(code),
            api::Status::Range(digit) => Self::Range(digit),
            api::Status::Default => Self::Default,
        }
    }
}
