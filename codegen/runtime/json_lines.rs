//! `JsonLines`: a request body of many JSON values, one per line or record.

use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;

use super::json::to_request_json;
use super::{Body, BoxError, Encode, MaybeSend, RequestBuilder, RequestError};

/// A request body of many JSON values: one per line, or one per record of `application/json-seq`.
///
/// A list, or whatever else can be iterated over, becomes such a body without further ado; [`stream`](Self::stream) sends values as
/// they come.
pub struct JsonLines<T> {
    /// The values, a line each, or the first one that has no form in JSON.
    lines: Result<Body, String>,
    item: PhantomData<fn(T)>,
}

impl<T: Encode> JsonLines<T> {
    /// Values that are sent as they come, once: the request is never tried a second time. A value that has no form in JSON ends the
    /// request with an error.
    pub fn stream(items: impl Stream<Item = T> + MaybeSend + 'static) -> Self
    where
        T: 'static,
    {
        Self { lines: Ok(Body::once(Box::pin(Mapped { stream: Box::pin(items), map: line }))), item: PhantomData }
    }
}

/// The values are written at once, so that the request can be tried again.
impl<T: Encode, I: IntoIterator<Item = T>> From<I> for JsonLines<T> {
    fn from(items: I) -> Self {
        let numbered = |(index, item)| line(item).map_err(|error| format!("[{index}]: {error}"));
        let lines: Result<Vec<Bytes>, String> = items.into_iter().enumerate().map(numbered).collect();
        Self { lines: lines.map(|lines| lines.concat().into()), item: PhantomData }
    }
}

// Whether values can be copied makes no difference: they are written already.
impl<T> Clone for JsonLines<T> {
    fn clone(&self) -> Self {
        Self { lines: self.lines.clone(), item: PhantomData }
    }
}

/// Only how much there is: a body may hold secrets.
impl<T> fmt::Debug for JsonLines<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("JsonLines").field(&self.lines).finish()
    }
}

impl RequestBuilder<'_> {
    /// Sets JSON values as the body: a line each, or in a media type such as `application/json-seq` a record each, as RFC 7464 says.
    pub fn json_lines<T>(&mut self, media_type: &str, lines: JsonLines<T>) {
        let essence = media_type.split(';').next().unwrap_or_default().trim_end().to_ascii_lowercase();
        match lines.lines {
            Ok(lines) if essence.ends_with("json-seq") => self.body(media_type, records(lines)),
            Ok(lines) => self.body(media_type, lines),
            Err(problem) => self.fail(RequestError::body(problem)),
        }
    }
}

/// Begins a record of `application/json-seq`.
const SEPARATOR: u8 = 0x1e;

/// A value as a line of JSON. JSON of ours has no line break in it.
fn line<T: Encode>(item: T) -> Result<Bytes, BoxError> {
    let mut line = to_request_json(&item)?;
    line.push(b'\n');
    Ok(line.into())
}

/// Turns lines into records. Each chunk of a streamed body is one line.
fn records(lines: Body) -> Body {
    match lines.try_into_bytes() {
        Ok(lines) => lines.split_inclusive(|byte| *byte == b'\n').map(record).collect::<Vec<_>>().concat().into(),
        Err(lines) => {
            let map = |line: Result<Bytes, BoxError>| line.map(|line| record(&line).into());
            Body::once(Box::pin(Mapped { stream: Box::pin(lines.into_stream()), map }))
        }
    }
}

fn record(line: &[u8]) -> Vec<u8> {
    [&[SEPARATOR], line].concat()
}

/// What a stream gives, changed.
struct Mapped<S: Stream> {
    stream: Pin<Box<S>>,
    map: fn(S::Item) -> Result<Bytes, BoxError>,
}

impl<S: Stream> Stream for Mapped<S> {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let item = ready!(self.stream.as_mut().poll_next(context));
        Poll::Ready(item.map(self.map))
    }
}
