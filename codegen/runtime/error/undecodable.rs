//! `UndecodableError`: a success whose body is not what the description says.

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::runtime::{DecodeError, Received};

/// How to go on with a body that has another form than the description says.
const HELP: &str = "amend the description, read the body with `.send().json::<T>()`, take it from this error's `bytes()`, or read with \
                    `Reading::Lenient`";

/// A success whose body is not what the description says.
#[derive(Debug)]
pub struct UndecodableError {
    received: Received,
    error: DecodeError,
}

impl UndecodableError {
    pub(in crate::runtime) fn new(received: Received, error: DecodeError) -> Self {
        Self { received, error }
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        self.received.status()
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        self.received.headers()
    }

    /// The body as it came; empty if it was longer than the client takes.
    pub fn bytes(&self) -> &Bytes {
        self.received.bytes()
    }

    /// Where and how the body differs.
    pub fn decode_error(&self) -> &DecodeError {
        &self.error
    }
}

/// Writes `200 OK, but objects[3].status: expected a string, found 7`, and adds the remedy where a change to the description would
/// help.
impl fmt::Display for UndecodableError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}, but {}", self.status(), self.error)?;
        if self.error.is_of_form() { write!(formatter, "; {HELP}") } else { Ok(()) }
    }
}

impl std::error::Error for UndecodableError {}
