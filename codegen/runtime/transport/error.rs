//! `TransportError`: why a connection did not give a response.

use std::error::Error;
use std::fmt;

use crate::runtime::BoxError;
use crate::runtime::error::text_excerpt;

/// Why a connection did not give a whole response.
#[derive(Debug)]
pub struct TransportError {
    source: BoxError,
    is_connect: bool,
}

impl TransportError {
    /// The connection failed; the request may have reached the server.
    pub fn new(source: impl Into<BoxError>) -> Self {
        Self { source: source.into(), is_connect: false }
    }

    /// The connection could not be made; the request surely did not reach the server, so that it may be sent again.
    pub fn connect(source: impl Into<BoxError>) -> Self {
        Self { source: source.into(), is_connect: true }
    }

    /// Whether the connection could not be made, so that the request surely did not reach the server.
    pub fn is_connect(&self) -> bool {
        self.is_connect
    }
}

/// Names the innermost cause: it is what says `Connection refused`.
impl fmt::Display for TransportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut cause: &dyn Error = &*self.source;
        while let Some(deeper) = cause.source() {
            cause = deeper;
        }
        let what = if self.is_connect { "could not connect" } else { "the connection failed" };
        write!(formatter, "{what}: {}", text_excerpt(cause.to_string().as_bytes()))
    }
}

impl Error for TransportError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.source)
    }
}
