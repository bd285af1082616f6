//! `UndecodableError`: a success whose body is not what the description says.

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::runtime::{DecodeError, Received};

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

/// `200 OK, but objects[3].status: expected a string, found 7`
impl fmt::Display for UndecodableError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}, but {}", self.status(), self.error)
    }
}

impl std::error::Error for UndecodableError {}
