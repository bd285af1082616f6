//! `Reply`: what a [`MemoryTransport`](super::MemoryTransport) answers.

use std::collections::VecDeque;
use std::future::pending;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

use crate::runtime::body::ByteStream;
use crate::runtime::{BoxError, Encode, TransportError, to_json};

/// What a [`MemoryTransport`](super::MemoryTransport) answers.
#[derive(Clone, Debug)]
pub struct Reply {
    outcome: Outcome,
    headers: HeaderMap,
    pieces: VecDeque<Piece>,
}

#[derive(Clone, Debug)]
enum Outcome {
    Response(StatusCode),
    ConnectFailure(String),
    Failure(String),
    Nothing,
}

#[derive(Clone, Debug)]
enum Piece {
    Bytes(Bytes),
    Failure(String),
    Nothing,
}

impl Reply {
    fn of(outcome: Outcome) -> Self {
        Self { outcome, headers: HeaderMap::new(), pieces: VecDeque::new() }
    }

    /// A response without headers and body.
    pub fn new(status: StatusCode) -> Self {
        Self::of(Outcome::Response(status))
    }

    /// A response with a JSON body.
    pub fn json(status: StatusCode, body: &dyn Encode) -> Self {
        match to_json(body) {
            Ok(bytes) => Self::new(status).header(CONTENT_TYPE, "application/json").body(bytes),
            Err(error) => Self::failure(format!("the reply's body cannot be written: {error}")),
        }
    }

    /// No connection can be made.
    pub fn connect_failure(message: impl Into<String>) -> Self {
        Self::of(Outcome::ConnectFailure(message.into()))
    }

    /// The connection breaks before there is a response.
    pub fn failure(message: impl Into<String>) -> Self {
        Self::of(Outcome::Failure(message.into()))
    }

    /// There is never a response.
    pub fn never() -> Self {
        Self::of(Outcome::Nothing)
    }

    /// Adds a header.
    #[must_use]
    pub fn header<N: TryInto<HeaderName>, V: TryInto<HeaderValue>>(mut self, name: N, value: V) -> Self {
        match (name.try_into(), value.try_into()) {
            (Ok(name), Ok(value)) => {
                self.headers.append(name, value);
                self
            }
            _ => Self::failure("a header of the reply is not valid"),
        }
    }

    /// Adds a piece to the body.
    #[must_use]
    pub fn body(self, bytes: impl Into<Bytes>) -> Self {
        self.piece(Piece::Bytes(bytes.into()))
    }

    /// After the pieces so far, the connection breaks.
    #[must_use]
    pub fn then_failure(self, message: impl Into<String>) -> Self {
        self.piece(Piece::Failure(message.into()))
    }

    /// After the pieces so far, nothing more comes, and the body never ends.
    #[must_use]
    pub fn then_nothing(self) -> Self {
        self.piece(Piece::Nothing)
    }

    fn piece(mut self, piece: Piece) -> Self {
        self.pieces.push_back(piece);
        self
    }

    pub(super) async fn send(self) -> Result<http::Response<ByteStream>, TransportError> {
        let status = match self.outcome {
            Outcome::Response(status) => status,
            Outcome::ConnectFailure(message) => return Err(TransportError::connect(message)),
            Outcome::Failure(message) => return Err(TransportError::new(message)),
            Outcome::Nothing => pending().await,
        };
        let mut response: http::Response<ByteStream> = http::Response::new(Box::pin(Pieces(self.pieces)));
        *response.status_mut() = status;
        *response.headers_mut() = self.headers;
        Ok(response)
    }
}

struct Pieces(VecDeque<Piece>);

impl Stream for Pieces {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match self.0.pop_front() {
            None => Poll::Ready(None),
            Some(Piece::Bytes(bytes)) => Poll::Ready(Some(Ok(bytes))),
            Some(Piece::Failure(message)) => Poll::Ready(Some(Err(message.into()))),
            Some(Piece::Nothing) => {
                self.0.push_front(Piece::Nothing);
                Poll::Pending
            }
        }
    }
}
