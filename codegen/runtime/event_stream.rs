//! `EventStream`: the events of a `text/event-stream` as they come.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use futures_core::Stream;
use http::{HeaderMap, HeaderValue, StatusCode};

use super::body::ByteStream;
use super::error::Problem;
use super::event_parser::{EventParser, RawEvent};
use super::exchange::{Answer, try_clone};
use super::opening::{Answering, Head, Opened, answer};
use super::outgoing::{Outgoing, WrittenRequest};
use super::received_events::{MEDIA_TYPE, Read, check, json, named, text};
use super::{
    AnyError, ApiError, BoxError, Client, Decode, DecodeError, ErrorKind, NamedEvent, Opening, Operation, Received, Request,
    RetryPolicy, stream,
};

/// How long to wait before a new connection, unless the server says.
const RECONNECT_DELAY: Duration = Duration::from_secs(3);

/// An event of an event stream.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Event<T> {
    /// What kind of event it is, if it says so.
    pub event: Option<String>,
    /// The id of the last event that had one, this one included.
    pub id: Option<Arc<str>>,
    /// How long the event asks a client to wait before it connects again, if it says so.
    pub retry: Option<Duration>,
    /// What it carries.
    pub data: T,
}

/// The events of a response as they come.
///
/// The stream ends with the response, after an error of the connection, or with the data `[DONE]` in place of JSON. An event
/// that is not what the description says is an error after which the stream goes on.
#[must_use = "a stream does nothing until it is polled"]
pub struct EventStream<T> {
    head: Head,
    client: Client,
    request: Option<Request>,
    parser: EventParser,
    source: Source,
    read: Read<T>,
    reconnects: bool,
    /// How often the connection was lost since the last event.
    losses: u32,
}

/// The operation and the status; the bytes that came may be secret.
impl<T> fmt::Debug for EventStream<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "EventStream({}, {})", self.head.endpoint, self.head.status)
    }
}

enum Source {
    Open(ByteStream),
    Reopening(Answering),
    Ended,
}

impl EventStream<String> {
    /// Sends a request; its response comes event by event, with text in them.
    pub fn of_text<O: Operation>(operation: O) -> Opening<O, Self> {
        Opening::new(Outgoing::accepting(operation, Some(MEDIA_TYPE)), |opened, request| Self::of(opened, request, text))
    }
}

impl<T: Decode> EventStream<T> {
    /// Sends a request; its response comes event by event, with JSON in them.
    pub fn of_json<O: Operation>(operation: O) -> Opening<O, Self> {
        Opening::new(Outgoing::accepting(operation, Some(MEDIA_TYPE)), |opened, request| Self::of(opened, request, json))
    }
}

impl<T: NamedEvent> EventStream<T> {
    /// Sends a request; its response comes event by event, and the name of each decides how its data is read.
    pub fn of_named<O: Operation>(operation: O) -> Opening<O, Self> {
        Opening::new(Outgoing::accepting(operation, Some(MEDIA_TYPE)), |opened, request| Self::of(opened, request, named))
    }
}

impl<T> EventStream<T> {
    fn of(opened: Opened, request: Option<Request>, read: Read<T>) -> Result<Self, DecodeError> {
        check(&opened.received)?;
        let (head, parser) = (Head::of(&opened), EventParser::new(opened.max_piece()));
        let Opened { client, stream, .. } = opened;
        let source = Source::Open(stream);
        Ok(Self { head, client, request, parser, source, read, reconnects: false, losses: 0 })
    }

    /// Whether to connect again when the connection ends or falls silent: after the time that the server asks for, and longer
    /// each time that no event came, telling it the last event by `Last-Event-ID`. The server ends the stream by answering with
    /// `204`. Off at first.
    pub fn reconnect(mut self, reconnects: bool) -> Self {
        self.reconnects = reconnects;
        self
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        self.head.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.head.headers
    }

    /// The id of the last event that had one.
    pub fn last_event_id(&self) -> Option<&str> {
        self.parser.last_id()
    }

    /// The next event; `None` after the last one.
    pub async fn next(&mut self) -> Option<Result<Event<T>, AnyError>> {
        stream::next(self).await
    }

    fn event(&mut self, raw: RawEvent) -> Option<Result<Event<T>, AnyError>> {
        self.losses = 0;
        let read = (self.read)(&raw, self.head.policy.reading);
        if read.is_none() {
            self.source = Source::Ended;
        }
        let data = read?.map(|value| self.head.reported(value));
        let data = data.map_err(|error| self.head.decode(raw.data.as_bytes(), error));
        Some(data.map(|data| raw.with(data)))
    }

    /// What follows when the connection ends, with the error that ended it: another one, if that is wanted and possible.
    fn lost(&mut self, error: Option<BoxError>) -> Option<Result<Event<T>, AnyError>> {
        let again = self.request.as_ref().filter(|_| self.reconnects).and_then(try_clone);
        let Some(mut request) = again else {
            self.source = Source::Ended;
            return error.map(|error| Err(self.head.broken(error)));
        };
        if let Some(Ok(id)) = self.parser.last_id().map(HeaderValue::from_str) {
            request.headers_mut().insert("last-event-id", id);
        }
        let wait = self.client.settings.retries.reconnect_delay(self.parser.retry(), self.losses);
        self.losses = self.losses.saturating_add(1);
        self.parser.reset();
        let (client, endpoint) = (self.client.clone(), self.head.endpoint.clone());
        self.source = Source::Reopening(Box::pin(async move {
            client.settings.transport.sleep(wait).await;
            answer(WrittenRequest { client, endpoint, request: Ok(request) }).await
        }));
        None
    }

    /// What follows when there is an answer to another connection.
    fn reopened(&mut self, answer: Result<Answer, Problem>) -> Option<Result<Event<T>, AnyError>> {
        self.source = Source::Ended;
        match answer {
            Err(Problem::Transport(_)) => self.lost(None),
            Err(problem) => Some(Err(self.head.error(problem.into()))),
            Ok((received, _)) if received.status() == StatusCode::NO_CONTENT => None,
            Ok((received, None)) => Some(Err(refused(&self.head, received))),
            Ok((received, Some(stream))) => match check(&received) {
                Ok(()) => {
                    self.source = Source::Open(stream);
                    None
                }
                Err(error) => Some(Err(self.head.decode(&[], error))),
            },
        }
    }
}

/// The error of a server that refuses another connection.
fn refused(head: &Head, received: Received) -> AnyError {
    head.error(ErrorKind::Api(ApiError::new(&head.endpoint, head.address.as_ref(), received, None)))
}

// No pinned access is handed out to what it holds.
impl<T> Unpin for EventStream<T> {}

impl<T> Stream for EventStream<T> {
    type Item = Result<Event<T>, AnyError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Source::Open(_) = self.source {
                if let Some(event) = self.parser.next() {
                    return Poll::Ready(self.event(event));
                }
                if self.parser.is_too_long() {
                    self.source = Source::Ended;
                    let error = DecodeError::new(format!("an event has more than {} bytes", self.parser.max_event()));
                    return Poll::Ready(Some(Err(self.head.decode(&[], error))));
                }
            }
            let outcome = match &mut self.source {
                Source::Ended => return Poll::Ready(None),
                Source::Reopening(answer) => {
                    let answer = ready!(answer.as_mut().poll(context));
                    self.reopened(answer)
                }
                Source::Open(stream) => match ready!(stream.as_mut().poll_next(context)) {
                    Some(Ok(piece)) => {
                        self.parser.push(&piece);
                        None
                    }
                    Some(Err(error)) => self.lost(Some(error)),
                    None => self.lost(None),
                },
            };
            if outcome.is_some() {
                return Poll::Ready(outcome);
            }
        }
    }
}

impl RetryPolicy {
    /// How long to wait before a new connection: as the server asks, within the policy's limits, and the longer the more often a
    /// connection gave no event.
    fn reconnect_delay(&self, asked: Option<Duration>, losses: u32) -> Duration {
        let least = losses.checked_sub(1).map_or(Duration::ZERO, |losses| self.backoff(losses));
        asked.unwrap_or(RECONNECT_DELAY).min(self.max_retry_after).max(least)
    }
}
