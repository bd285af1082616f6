//! `ApiError`: the server's answer when it is an error.

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, StatusCode, Uri};

use super::redirect::redirect_target;
use super::text_excerpt;
use crate::runtime::{Endpoint, Received};

/// The server's answer when it is an error: status, headers and body as they came, and what the description makes of them.
pub struct ApiError<E> {
    received: Received,
    typed: Option<E>,
    redirect: Option<String>,
}

impl<E> ApiError<E> {
    /// The answer to a request to an address.
    pub(in crate::runtime) fn new(endpoint: &Endpoint, address: Option<&Uri>, received: Received, typed: Option<E>) -> Self {
        let redirect = address.and_then(|address| redirect_target(endpoint, address, &received));
        Self { received, typed, redirect }
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        self.received.status()
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        self.received.headers()
    }

    /// The body as it came. Of a very long one only the beginning is kept.
    pub fn bytes(&self) -> &Bytes {
        self.received.bytes()
    }

    /// The error that the description documents for the status; `None` if it lists none, or the body is something else.
    pub fn typed(&self) -> Option<&E> {
        self.typed.as_ref()
    }

    /// The documented error, without the rest.
    pub fn into_typed(self) -> Option<E> {
        self.typed
    }

    /// Where the answer leads, if it is a redirect, none of which is followed: scheme, host, port and path. The whole address is in
    /// the header `location`.
    pub fn redirect_target(&self) -> Option<&str> {
        self.redirect.as_deref()
    }

    pub(super) fn map<F>(self, map: impl FnOnce(E) -> F) -> ApiError<F> {
        ApiError { received: self.received, typed: self.typed.map(map), redirect: self.redirect }
    }
}

/// The status and the beginning of the body. A redirect names its target instead: its body often repeats the whole address.
impl<E> fmt::Display for ApiError<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.status())?;
        if let Some(target) = self.redirect_target() {
            return write!(formatter, " to {target}");
        }
        let excerpt = text_excerpt(self.bytes());
        if excerpt.is_empty() { Ok(()) } else { write!(formatter, ": {excerpt}") }
    }
}

impl<E: fmt::Debug> fmt::Debug for ApiError<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("ApiError").field("received", &self.received).field("typed", &self.typed).finish()
    }
}

impl<E: fmt::Debug> std::error::Error for ApiError<E> {}
