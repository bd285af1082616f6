//! Errors of calls: one type, the size of a pointer, that tells what went wrong and what to do about it.

mod any;
mod api;
mod credential;
mod kind;
mod redirect;
mod text;
mod undecodable;

use std::fmt;
use std::time::{Duration, SystemTime};

use http::{HeaderMap, StatusCode, Uri};

pub use any::{AnyError, ErasedError};
pub use api::ApiError;
pub use credential::CredentialError;
pub(super) use kind::Problem;
pub use kind::{ErrorKind, TimeoutError};
pub(super) use text::text_excerpt;
pub use undecodable::UndecodableError;

use super::Endpoint;
use super::request::relative::origin;
use super::retry::{is_retryable_status, retry_after};

/// Why a call failed. `E` holds the errors that the description documents for the operation.
pub struct Error<E>(Box<Inner<E>>);

struct Inner<E> {
    endpoint: Endpoint,
    server: Option<String>,
    kind: ErrorKind<E>,
}

impl<E> Error<E> {
    /// The error of a request to an address, or of one that has none because it could not be written.
    pub(super) fn new(endpoint: Endpoint, address: Option<&Uri>, kind: ErrorKind<E>) -> Self {
        let server = match (address, &kind) {
            (None, ErrorKind::Request(error)) => error.server().map(str::to_owned),
            (address, _) => address.and_then(origin),
        };
        Self(Box::new(Inner { endpoint, server, kind }))
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

    /// Scheme, host and port of the server that the request was for, such as `https://api.example.com:8443`. `None` if the
    /// server's address is not valid.
    pub fn server(&self) -> Option<&str> {
        self.0.server.as_deref()
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
        let Inner { endpoint, server, kind } = *self.0;
        Error(Box::new(Inner { endpoint, server, kind: kind.map(map) }))
    }
}

/// The server's name for a request.
pub(super) fn request_id(headers: &HeaderMap) -> Option<&str> {
    let names = ["x-request-id", "request-id", "x-correlation-id", "x-amzn-requestid"];
    names.iter().find_map(|name| headers.get(*name)?.to_str().ok())
}

impl<E> Inner<E> {
    /// Method, server and path template. Of the server's address only scheme, host and port are shown: its path may have values
    /// of server variables.
    fn target(&self) -> String {
        let Self { endpoint, server, .. } = self;
        format!("{} {}{}", endpoint.method(), server.as_deref().unwrap_or_default(), endpoint.path())
    }
}

/// `GET https://api.example.com/cloud-function/{name}/: 404 Not Found: {"message": "no such function"}`
impl<E> fmt::Display for Error<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.0.target(), self.0.kind)
    }
}

impl<E: fmt::Debug> fmt::Debug for Error<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let endpoint = self.0.target();
        formatter.debug_struct("Error").field("endpoint", &format_args!("{endpoint}")).field("kind", &self.0.kind).finish()
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
