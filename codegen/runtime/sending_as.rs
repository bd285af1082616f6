//! `SendingAs`: a request on its way, whose body is read in another way than the description says.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use serde::de::DeserializeOwned;

use super::json::read_serde;
use super::{DecodeError, Download, Error, Failure, LineStream, Opening, Operation, Received, Response, Sending};

/// A request on its way: a future of the body as the caller wants it, with status and headers. Nothing happens before it is polled.
///
/// Retries, limits and errors are those of the call: an error that the description documents is the operation's own.
#[must_use = "a call does nothing until it is awaited"]
pub struct SendingAs<O, T> {
    sending: Sending<O>,
    read: fn(&Received) -> Result<T, DecodeError>,
}

/// Ways to read the body of a success other than the description's.
impl<O: Operation> Sending<O> {
    /// Takes the whole body unchanged. If it is compressed, the header `content-encoding` says so.
    pub fn bytes(self) -> SendingAs<O, Bytes> {
        SendingAs { sending: self, read: |received| Ok(received.bytes().clone()) }
    }

    /// Reads the body as JSON of the caller's type, whatever media type it has: `.send().json::<serde_json::Value>()`. An empty body
    /// reads as null.
    pub fn json<T: DeserializeOwned>(self) -> SendingAs<O, T> {
        let read = |received: &Received| {
            received.check_is_decoded("a JSON body")?;
            read_serde(received.bytes())
        };
        SendingAs { sending: self, read }
    }

    /// Takes the body as it comes, piece by piece, however long it is. Limits of time hold until it begins; after that, only that of
    /// its pauses.
    ///
    /// # Panics
    ///
    /// If the request is on its way already.
    pub fn stream(self) -> Opening<O, Download> {
        Opening::new(self.into_waiting(), Download::of)
    }

    /// Reads the body as JSON of the caller's type, a value in each line, as they come, whatever media type it has. Limits of time
    /// hold until it begins; after that, only that of its pauses.
    ///
    /// # Panics
    ///
    /// If the request is on its way already.
    pub fn lines<T: DeserializeOwned>(self) -> Opening<O, LineStream<T>> {
        Opening::new(self.into_waiting(), LineStream::of_serde)
    }
}

// No pinned access is handed out to what it holds.
impl<O, T> Unpin for SendingAs<O, T> {}

impl<O: Operation, T> Future for SendingAs<O, T> {
    type Output = Result<Response<T>, Error<O::Error>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let read = self.read;
        self.sending.poll_read(context, |received| match received.refusal::<O>() {
            Some(typed) => Err(Failure::Api(typed)),
            None => read(received).map_err(Failure::Decode),
        })
    }
}

/// The operation and how far it is; what it holds may be secret.
impl<O: Operation, T> fmt::Debug for SendingAs<O, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("SendingAs").field(&self.sending).finish()
    }
}
