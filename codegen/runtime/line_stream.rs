//! `LineStream`: a response of many JSON values, each in a line or record of its own, as they come.

use std::collections::VecDeque;
use std::fmt;
use std::mem;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;
use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;

use super::body::ByteStream;
use super::json::{read_json, read_serde};
use super::line_buffer::LineBuffer;
use super::opening::{Head, Opened};
use super::outgoing::Outgoing;
use super::{AnyError, Decode, DecodeError, Deviations, Failure, Opening, Operation, Reading, Received, Request, stream};

/// What messages call the body.
const JSON_LINES: &str = "a body of JSON lines";

/// A response of many JSON values, each in a line of its own or a record of `application/json-seq`, as they come. It ends after
/// the last one, or after an error of the connection.
#[must_use = "a stream does nothing until it is polled"]
pub struct LineStream<T> {
    head: Head,
    max_line: usize,
    lines: LineBuffer,
    records: Records,
    /// `None` when no more comes.
    stream: Option<ByteStream>,
    read: Read<T>,
}

/// The operation and the status; the bytes that came may be secret.
impl<T> fmt::Debug for LineStream<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "LineStream({}, {})", self.head.endpoint, self.head.status)
    }
}

/// Reads an item.
type Read<T> = fn(&[u8], Reading) -> Result<(T, Deviations), DecodeError>;

impl<T: Decode> LineStream<T> {
    /// Sends a request; its response comes item by item, in a media type if one is said.
    pub fn open<O: Operation>(operation: O, accept: Option<&'static str>) -> Opening<O, Self> {
        Opening::new(Outgoing::accepting(operation, accept), |opened, _| {
            opened.received.check_is_lines()?;
            Ok(Self::of(opened, read_json))
        })
    }
}

impl<T: DeserializeOwned> LineStream<T> {
    /// The items of a response as the caller's type reads them, whatever media type it has.
    pub(super) fn of_serde(opened: Opened, _: Option<Request>) -> Result<Self, DecodeError> {
        opened.received.check_is_decoded(JSON_LINES)?;
        Ok(Self::of(opened, |record, _| read_serde(record).map(|item| (item, Deviations::default()))))
    }
}

impl<T> LineStream<T> {
    fn of(opened: Opened, read: Read<T>) -> Self {
        let max_line = opened.max_piece();
        let (lines, records) = (LineBuffer::default(), Records::default());
        Self { head: Head::of(&opened), max_line, lines, records, stream: Some(opened.stream), read }
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

    /// A record as an item; one that is too long is the last.
    fn item(&mut self, record: &[u8]) -> Result<T, AnyError> {
        if record.len() > self.max_line {
            return Err(self.too_long());
        }
        let item = (self.read)(record, self.head.policy.reading);
        item.map(|item| self.head.reported(item)).map_err(|error| self.head.decode(record, error))
    }

    /// Ends the stream, because no end of a line is in sight.
    fn too_long(&mut self) -> AnyError {
        (self.stream, self.lines, self.records) = (None, LineBuffer::default(), Records::default());
        let error = DecodeError::new(format!("a line has more than {} bytes", self.max_line));
        self.head.decode(&[], error)
    }
}

// No pinned access is handed out to what it holds.
impl<T> Unpin for LineStream<T> {}

impl<T> Stream for LineStream<T> {
    type Item = Result<T, AnyError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(record) = self.records.next() {
                return Poll::Ready(Some(self.item(&record)));
            }
            if let Some(line) = self.lines.next() {
                self.records.push(&line);
                continue;
            }
            if self.lines.waiting().max(self.records.waiting()) > self.max_line {
                return Poll::Ready(Some(Err(self.too_long())));
            }
            let Some(stream) = &mut self.stream else { return Poll::Ready(None) };
            match ready!(stream.as_mut().poll_next(context)) {
                Some(Ok(piece)) => self.lines.push(&piece),
                Some(Err(error)) => {
                    self.stream = None;
                    return Poll::Ready(Some(Err(self.head.broken(error))));
                }
                None => {
                    self.stream = None;
                    let rest = self.lines.rest();
                    self.records.push(&rest);
                    self.records.finish();
                }
            }
        }
    }
}

impl Received {
    /// Reads the body of a success as JSON values, each in a line or record of its own.
    ///
    /// # Errors
    ///
    /// If one is not JSON, or not what `T` says.
    pub fn json_lines<T: Decode, E>(&self) -> Result<Vec<T>, Failure<E>> {
        self.check_is_lines().map_err(Failure::Decode)?;
        let mut records = Records::default();
        let (mut items, mut deviations) = (Vec::new(), Deviations::default());
        let mut read = |records: &mut Records| {
            while let Some(record) = records.next() {
                let (item, of_item) = read_json(&record, self.policy.reading).map_err(Failure::Decode)?;
                deviations.extend([(items.len(), of_item)]);
                items.push(item);
            }
            Ok(())
        };
        for line in self.bytes().split(|byte| matches!(byte, b'\n' | b'\r')) {
            records.push(line);
            read(&mut records)?;
        }
        records.finish();
        read(&mut records)?;
        self.set_deviations(deviations);
        Ok(items)
    }

    /// Refuses a body whose type says that it is no lines of JSON.
    fn check_is_lines(&self) -> Result<(), DecodeError> {
        self.check_is_decoded(JSON_LINES)?;
        self.check_may_be_json(JSON_LINES)
    }
}

/// Begins a record of `application/json-seq`.
const SEPARATOR: u8 = 0x1e;

/// The JSON values of a text that comes line by line: one in each line, or, where a mark says where one begins, in several.
#[derive(Debug, Default)]
struct Records {
    whole: VecDeque<Vec<u8>>,
    /// Whether a mark has begun a value that is not whole yet.
    is_marked: bool,
    /// That value, as far as it has come; it begins with no space.
    begun: Vec<u8>,
    /// How many objects and arrays of it are open.
    depth: usize,
    in_text: bool,
    after_backslash: bool,
}

impl Records {
    fn push(&mut self, line: &[u8]) {
        for (index, piece) in line.split(|byte| *byte == SEPARATOR).enumerate() {
            if index > 0 {
                self.finish();
                self.is_marked = true;
            }
            if self.is_marked {
                self.go_on(piece);
            } else {
                self.add(piece);
            }
        }
        if self.depth == 0 && !self.in_text && !self.begun.is_empty() {
            self.finish();
        }
    }

    /// What has begun ends here, whole or not.
    fn finish(&mut self) {
        let record = mem::take(&mut self.begun);
        self.add(&record);
        (self.is_marked, self.depth, self.in_text, self.after_backslash) = (false, 0, false, false);
    }

    fn go_on(&mut self, piece: &[u8]) {
        let piece = if self.begun.is_empty() { piece.trim_ascii_start() } else { piece };
        if self.begun.is_empty() && piece.is_empty() {
            return;
        }
        for byte in piece {
            let is_escaped = mem::take(&mut self.after_backslash);
            match byte {
                b'\\' if self.in_text => self.after_backslash = !is_escaped,
                b'"' if !is_escaped => self.in_text = !self.in_text,
                b'{' | b'[' if !self.in_text => self.depth += 1,
                b'}' | b']' if !self.in_text => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
        }
        self.begun.extend_from_slice(piece);
        self.begun.push(b'\n');
    }

    fn add(&mut self, record: &[u8]) {
        let record = record.trim_ascii();
        if !record.is_empty() {
            self.whole.push_back(record.to_vec());
        }
    }

    fn next(&mut self) -> Option<Vec<u8>> {
        self.whole.pop_front()
    }

    /// How many bytes wait for the end of their record.
    fn waiting(&self) -> usize {
        self.begun.len()
    }
}
