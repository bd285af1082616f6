//! `CredentialError`: why a credential could not be had or sent.

use std::error::Error;
use std::fmt;

use http::Uri;

use super::text_excerpt;
use crate::runtime::BoxError;
use crate::runtime::request::relative::origin;

/// Why a credential could not be had or sent; the request itself did not go out.
#[derive(Debug)]
pub struct CredentialError {
    source: BoxError,
    is_temporary: bool,
    /// Scheme, host and port of the server that was asked for it.
    server: Option<String>,
}

impl CredentialError {
    /// There is none, and asking again would not help.
    pub fn new(source: impl Into<BoxError>) -> Self {
        Self { source: source.into(), is_temporary: false, server: None }
    }

    /// There is none, but there may be one later, as when the server that gives it cannot be reached.
    pub fn temporary(source: impl Into<BoxError>) -> Self {
        Self { source: source.into(), is_temporary: true, server: None }
    }

    /// Names the server that was asked for the credential: messages show scheme, host and port of its address.
    #[must_use]
    pub fn of_server(self, address: &Uri) -> Self {
        Self { server: origin(address), ..self }
    }

    /// Whether there may be one later.
    pub fn is_temporary(&self) -> bool {
        self.is_temporary
    }
}

impl fmt::Display for CredentialError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("no credentials")?;
        if let Some(server) = &self.server {
            write!(formatter, " from {server}")?;
        }
        write!(formatter, ": {}", text_excerpt(self.source.to_string().as_bytes()))
    }
}

/// The message includes that of the source, so the chain goes on with the source's own.
impl Error for CredentialError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.source()
    }
}
