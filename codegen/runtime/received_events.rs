//! Reading of events: the data of one, and all events of a whole body.

use super::error::text_excerpt;
use super::event_parser::{EventParser, RawEvent};
use super::named_event::{read_data, read_named};
use super::{Decode, DecodeError, Deviations, Event, Failure, NamedEvent, Reading, Received};

pub(super) const MEDIA_TYPE: &str = "text/event-stream";

/// Reads the data of an event; `None` for data that ends a stream by convention.
pub(super) type Read<T> = fn(&RawEvent, Reading) -> Option<Result<(T, Deviations), DecodeError>>;

pub(super) fn json<T: Decode>(event: &RawEvent, reading: Reading) -> Option<Result<(T, Deviations), DecodeError>> {
    (!event.is_end()).then(|| read_data(&event.data, reading))
}

pub(super) fn text(event: &RawEvent, _: Reading) -> Option<Result<(String, Deviations), DecodeError>> {
    Some(Ok((event.data.clone(), Deviations::default())))
}

pub(super) fn named<T: NamedEvent>(event: &RawEvent, reading: Reading) -> Option<Result<(T, Deviations), DecodeError>> {
    let is_end = event.event.is_none() && event.is_end();
    (!is_end).then(|| read_named(event.event.as_deref().unwrap_or("message"), &event.data, reading))
}

impl RawEvent {
    /// Whether it ends a stream by convention.
    fn is_end(&self) -> bool {
        self.data.trim() == "[DONE]"
    }

    /// The event with its data.
    pub(super) fn with<T>(self, data: T) -> Event<T> {
        let Self { event, id, retry, .. } = self;
        Event { event, id, retry, data }
    }
}

impl Received {
    /// Reads the body of a success as the events of a whole stream, with JSON in them.
    ///
    /// # Errors
    ///
    /// If the body is not an event stream, or an event is not what `T` says.
    pub fn events<T: Decode, E>(&self) -> Result<Vec<Event<T>>, Failure<E>> {
        self.all_events(json)
    }

    /// Reads the body of a success as the events of a whole stream, with text in them.
    ///
    /// # Errors
    ///
    /// If the body is not an event stream.
    pub fn text_events<E>(&self) -> Result<Vec<Event<String>>, Failure<E>> {
        self.all_events(text)
    }

    /// Reads the body of a success as the events of a whole stream. The name of each decides how its data is read.
    ///
    /// # Errors
    ///
    /// If the body is not an event stream; in strict reading, also if the data of an event is not what the description says.
    pub fn named_events<T: NamedEvent, E>(&self) -> Result<Vec<Event<T>>, Failure<E>> {
        self.all_events(named)
    }

    fn all_events<T, E>(&self, read: Read<T>) -> Result<Vec<Event<T>>, Failure<E>> {
        check(self).map_err(Failure::Decode)?;
        // The limit of the body also limits its events.
        let mut parser = EventParser::new(usize::MAX);
        parser.push(self.bytes());
        let (mut events, mut deviations) = (Vec::new(), Deviations::default());
        while let Some(raw) = parser.next() {
            let Some(data) = read(&raw, self.policy.reading) else { break };
            let (data, of_event) = data.map_err(Failure::Decode)?;
            deviations.extend([(events.len(), of_event)]);
            events.push(raw.with(data));
        }
        self.set_deviations(deviations);
        Ok(events)
    }
}

/// Refuses a response whose type says that it is something else.
pub(super) fn check(received: &Received) -> Result<(), DecodeError> {
    received.check_is_decoded("an event stream")?;
    let found = received.essence();
    if found.is_empty() || found == MEDIA_TYPE {
        return Ok(());
    }
    Err(DecodeError::new(format!("expected an event stream, found a body of type {}", text_excerpt(found.as_bytes()))))
}
