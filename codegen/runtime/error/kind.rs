//! `ErrorKind`: the ways in which a call can fail.

use std::fmt;
use std::time::Duration;

use super::api::ApiError;
use super::credential::CredentialError;
use super::undecodable::UndecodableError;
use crate::runtime::{RequestError, TransportError};

/// The ways in which a call can fail.
#[derive(Debug)]
#[non_exhaustive]
pub enum ErrorKind<E> {
    /// A value could not be sent in its place; nothing went to the network.
    Request(RequestError),
    /// A credential could not be had; the request did not go to the network.
    Credential(CredentialError),
    /// The connection failed before there was a whole response.
    Transport(TransportError),
    /// There was no whole response in time.
    Timeout(TimeoutError),
    /// The response is a success whose body is not what the description says.
    Decode(UndecodableError),
    /// The server answered with an error.
    Api(ApiError<E>),
}

/// What fails before a response is read, whatever the operation.
#[derive(Debug)]
pub(in crate::runtime) enum Problem {
    Request(RequestError),
    Credential(CredentialError),
    Transport(TransportError),
    Timeout(TimeoutError),
    Decode(UndecodableError),
}

/// There was no whole response in time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeoutError {
    limit: Duration,
    of: Limited,
}

/// What had the limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Limited {
    Attempt,
    Call,
    Pause,
}

impl TimeoutError {
    pub(in crate::runtime) fn of_attempt(limit: Duration) -> Self {
        Self { limit, of: Limited::Attempt }
    }

    pub(in crate::runtime) fn of_call(limit: Duration) -> Self {
        Self { limit, of: Limited::Call }
    }

    pub(in crate::runtime) fn of_pause(limit: Duration) -> Self {
        Self { limit, of: Limited::Pause }
    }

    /// The limit that was exceeded.
    pub fn limit(&self) -> Duration {
        self.limit
    }

    /// Whether it was the limit of the whole call, with its retries, and not that of one attempt.
    pub fn is_overall(&self) -> bool {
        self.of == Limited::Call
    }

    /// Whether it was the limit of a pause in the midst of a body.
    pub fn is_pause(&self) -> bool {
        self.of == Limited::Pause
    }
}

impl<E> ErrorKind<E> {
    pub(super) fn map<F>(self, map: impl FnOnce(E) -> F) -> ErrorKind<F> {
        match self {
            Self::Request(error) => ErrorKind::Request(error),
            Self::Credential(error) => ErrorKind::Credential(error),
            Self::Transport(error) => ErrorKind::Transport(error),
            Self::Timeout(error) => ErrorKind::Timeout(error),
            Self::Decode(error) => ErrorKind::Decode(error),
            Self::Api(error) => ErrorKind::Api(error.map(map)),
        }
    }
}

impl<E> From<Problem> for ErrorKind<E> {
    fn from(problem: Problem) -> Self {
        match problem {
            Problem::Request(error) => Self::Request(error),
            Problem::Credential(error) => Self::Credential(error),
            Problem::Transport(error) => Self::Transport(error),
            Problem::Timeout(error) => Self::Timeout(error),
            Problem::Decode(error) => Self::Decode(error),
        }
    }
}

impl<E> fmt::Display for ErrorKind<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Request(error) => error.fmt(formatter),
            Self::Credential(error) => error.fmt(formatter),
            Self::Transport(error) => error.fmt(formatter),
            Self::Timeout(error) => error.fmt(formatter),
            Self::Decode(error) => error.fmt(formatter),
            Self::Api(error) => error.fmt(formatter),
        }
    }
}

impl fmt::Display for TimeoutError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { limit, of } = self;
        match of {
            Limited::Attempt => write!(formatter, "no whole response within {limit:?}"),
            Limited::Call => write!(formatter, "no whole response within {limit:?}, retries included"),
            Limited::Pause => write!(formatter, "nothing more of the body came within {limit:?}"),
        }
    }
}

impl std::error::Error for TimeoutError {}
