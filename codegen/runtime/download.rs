//! `Download`: a response's body as a stream of bytes, however long it is.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use http::header::CONTENT_LENGTH;
use http::{HeaderMap, StatusCode};

use super::body::ByteStream;
use super::opening::{Head, Opened};
use super::outgoing::Outgoing;
use super::{AnyError, DecodeError, Opening, Operation, Request, stream};

/// A response's body as a stream of bytes, however long it is.
///
/// A server may send it compressed without being asked to. What the transport does not undo comes as it is, and is named by the
/// header `content-encoding`.
#[must_use = "a stream does nothing until it is polled"]
pub struct Download {
    head: Head,
    /// `None` after the last bytes, or after an error.
    stream: Option<ByteStream>,
}

/// The operation and the status; the bytes that came may be secret.
impl fmt::Debug for Download {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Download({}, {})", self.head.endpoint, self.head.status)
    }
}

impl Download {
    /// Sends a request; its response comes as a stream, in a media type if one is said.
    pub fn open<O: Operation>(operation: O, accept: Option<&'static str>) -> Opening<O, Self> {
        Opening::new(Outgoing::accepting(operation, accept), Self::of)
    }

    pub(super) fn of(opened: Opened, _: Option<Request>) -> Result<Self, DecodeError> {
        Ok(Self { head: Head::of(&opened), stream: Some(opened.stream) })
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        self.head.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.head.headers
    }

    /// How many bytes there are in all, if the server says so.
    pub fn content_length(&self) -> Option<u64> {
        self.head.headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
    }

    /// The next bytes; `None` after the last ones.
    pub async fn next(&mut self) -> Option<Result<Bytes, AnyError>> {
        stream::next(self).await
    }
}

impl Stream for Download {
    type Item = Result<Bytes, AnyError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Some(stream) = &mut self.stream else { return Poll::Ready(None) };
        let piece = ready!(stream.as_mut().poll_next(context));
        if !matches!(piece, Some(Ok(_))) {
            self.stream = None;
        }
        Poll::Ready(piece.map(|piece| piece.map_err(|error| self.head.broken(error))))
    }
}
