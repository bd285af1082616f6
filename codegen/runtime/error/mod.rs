//! Errors of calls: one type, the size of a pointer, that tells what went wrong and what to do about it.

mod any;
mod api;
mod credential;
mod kind;
mod text;
mod undecodable;

use std::fmt;
use std::time::{Duration, SystemTime};

use http::{HeaderMap, StatusCode};

pub use any::{AnyError, ErasedError};
pub use api::ApiError;
pub use credential::CredentialError;
pub(super) use kind::Problem;
pub use kind::{ErrorKind, TimeoutError};
pub(super) use text::text_excerpt;
pub use undecodable::UndecodableError;

use super::Endpoint;
use super::retry::{is_retryable_status, retry_after};

/// Why a call failed. `E` holds the errors that the description documents for the operation.
pub struct Error<E>(Box<Inner<E>>);

struct Inner<E> {
    endpoint: Endpoint,
    kind: ErrorKind<E>,
}

impl<E> Error<E> {
    pub(super) fn new(endpoint: Endpoint, kind: ErrorKind<E>) -> Self {
        Self(Box::new(Inner { endpoint, kind }))
    }

    /// What went wrong.
    pub fn kind(&self) -> &ErrorKind<E> {
        &self.0.kind
    }

    /// What went wrong.
    pub fn into_kind(self) -> ErrorKind<E> {
        self.0.kind
    }

    /// The operation that was called.
    pub fn endpoint(&self) -> &Endpoint {
        &self.0.endpoint
    }

    /// The server's answer, if it was an error.
    pub fn api(&self) -> Option<&ApiError<E>> {
        match &self.0.kind {
            ErrorKind::Api(error) => Some(error),
            _ => None,
        }
    }

    /// The status, if there was a response.
    pub fn status(&self) -> Option<StatusCode> {
        match &self.0.kind {
            ErrorKind::Api(error) => Some(error.status()),
            ErrorKind::Decode(error) => Some(error.status()),
            _ => None,
        }
    }

    /// The response's headers, if there was a response.
    pub fn headers(&self) -> Option<&HeaderMap> {
        match &self.0.kind {
            ErrorKind::Api(error) => Some(error.headers()),
            ErrorKind::Decode(error) => Some(error.headers()),
            _ => None,
        }
    }

    /// Whether the same call may succeed later. Whether it may be repeated is another question: it may have had its effect.
    pub fn is_retryable(&self) -> bool {
        match &self.0.kind {
            ErrorKind::Transport(_) | ErrorKind::Timeout(_) => true,
            ErrorKind::Credential(error) => error.is_temporary(),
            ErrorKind::Api(error) => is_retryable_status(error.status()),
            ErrorKind::Request(_) | ErrorKind::Decode(_) => false,
        }
    }

    /// How long the server asks to wait before the next call.
    pub fn retry_after(&self) -> Option<Duration> {
        retry_after(self.headers()?, SystemTime::now)
    }

    /// The server's name for the request, if it gave one.
    pub fn request_id(&self) -> Option<&str> {
        request_id(self.headers()?)
    }

    fn map<F>(self, map: impl FnOnce(E) -> F) -> Error<F> {
        let Inner { endpoint, kind } = *self.0;
        Error::new(endpoint, kind.map(map))
    }
}

/// The server's name for a request.
pub(super) fn request_id(headers: &HeaderMap) -> Option<&str> {
    let names = ["x-request-id", "request-id", "x-correlation-id", "x-amzn-requestid"];
    names.iter().find_map(|name| headers.get(*name)?.to_str().ok())
}

/// `GET /cloud-function/{name}/: 404 Not Found: {"message": "no such function"}`
impl<E> fmt::Display for Error<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.0.endpoint, self.0.kind)
    }
}

impl<E: fmt::Debug> fmt::Debug for Error<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let endpoint = format_args!("{}", self.0.endpoint);
        formatter.debug_struct("Error").field("endpoint", &endpoint).field("kind", &self.0.kind).finish()
    }
}

/// The message of this error includes that of its kind, so the chain goes on with the kind's own source.
impl<E: fmt::Debug> std::error::Error for Error<E> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.0.kind {
            ErrorKind::Transport(error) => error.source(),
            _ => None,
        }
    }
}
