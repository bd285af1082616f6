//! `LineStream`: a response of many JSON values, each in a line of its own, as they come.

use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;
use http::{HeaderMap, StatusCode};

use super::body::ByteStream;
use super::line_buffer::LineBuffer;
use super::opening::{Head, Opened};
use super::{AnyError, Decode, DecodeError, Failure, Opening, Operation, Received, TransportError, from_json, stream};

/// How many bytes a line may have.
const MAX_LINE: usize = 16 << 20;

/// A response of many JSON values, each in a line of its own, as they come. It ends after the last one, or after an error of
/// the connection.
#[must_use = "a stream does nothing until it is polled"]
pub struct LineStream<T> {
    head: Head,
    lines: LineBuffer,
    /// `None` when no more comes.
    stream: Option<ByteStream>,
    item: PhantomData<fn() -> T>,
}

impl<T: Decode> LineStream<T> {
    /// Sends a request; its response comes item by item.
    pub fn open<O: Operation>(operation: O, accept: &'static str) -> Opening<O, Self> {
        Opening::new(operation, accept, Self::of)
    }

    fn of(opened: Opened) -> Result<Self, DecodeError> {
        Ok(Self { head: Head::of(&opened), lines: LineBuffer::default(), stream: Some(opened.stream), item: PhantomData })
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        self.head.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.head.headers
    }

    /// The next item; `None` after the last one.
    pub async fn next(&mut self) -> Option<Result<T, AnyError>> {
        stream::next(self).await
    }

    fn item(&self, line: &[u8]) -> Option<Result<T, AnyError>> {
        let value = value_of(line);
        (!value.is_empty()).then(|| from_json(value).map_err(|error| self.head.decode(value, error)))
    }
}

// No pinned access is handed out to what it holds.
impl<T> Unpin for LineStream<T> {}

impl<T: Decode> Stream for LineStream<T> {
    type Item = Result<T, AnyError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            while let Some(line) = self.lines.next() {
                if let Some(item) = self.item(&line) {
                    return Poll::Ready(Some(item));
                }
            }
            let Some(stream) = &mut self.stream else { return Poll::Ready(None) };
            match ready!(stream.as_mut().poll_next(context)) {
                Some(Ok(piece)) => self.lines.push(&piece),
                Some(Err(error)) => {
                    self.stream = None;
                    return Poll::Ready(Some(Err(self.head.transport(TransportError::new(error)))));
                }
                None => {
                    self.stream = None;
                    let rest = self.lines.rest();
                    return Poll::Ready(self.item(&rest));
                }
            }
            if self.lines.waiting() > MAX_LINE {
                self.stream = None;
                let error = DecodeError::new(format!("a line has more than {MAX_LINE} bytes"));
                return Poll::Ready(Some(Err(self.head.decode(&[], error))));
            }
        }
    }
}

impl Received {
    /// Reads the body of a success as JSON values, each in a line of its own.
    ///
    /// # Errors
    ///
    /// If a line is not JSON, or not what `T` says.
    pub fn json_lines<T: Decode, E>(&self) -> Result<Vec<T>, Failure<E>> {
        let lines = self.bytes().split(|byte| matches!(byte, b'\n' | b'\r')).map(value_of);
        let items = lines.filter(|line| !line.is_empty()).map(from_json);
        items.collect::<Result<_, _>>().map_err(Failure::Decode)
    }
}

/// A line without the space around its value, and without the mark that begins a record of `application/json-seq`.
fn value_of(line: &[u8]) -> &[u8] {
    let line = line.strip_prefix(b"\x1e").unwrap_or(line);
    line.trim_ascii()
}
