//! `EventParser`: the events in the text of an event stream, as the HTML standard defines it.

use std::sync::Arc;
use std::time::Duration;

use super::line_buffer::LineBuffer;

/// The events in the text of an event stream.
#[derive(Debug)]
pub(super) struct EventParser {
    lines: LineBuffer,
    /// How many bytes an event may have.
    max_event: usize,
    is_too_long: bool,
    /// Whether the first line is read, which may begin with a byte order mark.
    started: bool,
    data: Option<String>,
    event: Option<String>,
    last_id: Option<Arc<str>>,
    /// How long the event that is being read asks to wait.
    event_retry: Option<Duration>,
    retry: Option<Duration>,
}

/// An event before its data is read.
#[derive(Debug)]
pub(super) struct RawEvent {
    pub(super) event: Option<String>,
    pub(super) id: Option<Arc<str>>,
    pub(super) retry: Option<Duration>,
    pub(super) data: String,
}

impl EventParser {
    /// A text of which nothing has come yet.
    pub(super) fn new(max_event: usize) -> Self {
        let lines = LineBuffer::default();
        Self {
            lines,
            max_event,
            is_too_long: false,
            started: false,
            data: None,
            event: None,
            last_id: None,
            event_retry: None,
            retry: None,
        }
    }

    /// How many bytes an event may have.
    pub(super) fn max_event(&self) -> usize {
        self.max_event
    }

    /// Takes a piece of the text.
    pub(super) fn push(&mut self, piece: &[u8]) {
        self.lines.push(piece);
    }

    /// Whether there is an event, whole or in part, of more bytes than an event may have. Then no more come.
    pub(super) fn is_too_long(&self) -> bool {
        self.is_too_long || self.length_with(self.lines.waiting()) > self.max_event
    }

    /// The next whole event.
    pub(super) fn next(&mut self) -> Option<RawEvent> {
        while let Some(line) = self.lines.next() {
            let mut line = &*line;
            if !std::mem::replace(&mut self.started, true) {
                line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line);
            }
            if self.is_too_long || self.length_with(line.len()) > self.max_event {
                self.is_too_long = true;
                return None;
            }
            if line.is_empty() {
                let event = self.event.take().filter(|event| !event.is_empty());
                let retry = self.event_retry.take();
                match self.data.take() {
                    Some(data) => return Some(RawEvent { event, id: self.last_id.clone(), retry, data }),
                    None => continue,
                }
            }
            self.field(&String::from_utf8_lossy(line));
        }
        None
    }

    /// Forgets an event of which only a part has come, as a new connection begins a new text.
    pub(super) fn reset(&mut self) {
        let (last_id, retry) = (self.last_id.take(), self.retry);
        *self = Self { last_id, retry, ..Self::new(self.max_event) };
    }

    /// The id of the last event, for `Last-Event-ID`.
    pub(super) fn last_id(&self) -> Option<&str> {
        self.last_id.as_deref().filter(|id| !id.is_empty())
    }

    /// How long the server asks to wait before a new connection.
    pub(super) fn retry(&self) -> Option<Duration> {
        self.retry
    }

    /// How many bytes the event has that is being read, with a line of so many.
    fn length_with(&self, line: usize) -> usize {
        self.data.as_ref().map_or(0, String::len) + line
    }

    fn field(&mut self, line: &str) {
        let (name, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match name {
            "data" => match &mut self.data {
                Some(data) => {
                    data.push('\n');
                    data.push_str(value);
                }
                None => self.data = Some(value.to_owned()),
            },
            "event" => self.event = Some(value.to_owned()),
            "id" if !value.contains('\0') => self.last_id = Some(value.into()),
            "retry" if value.bytes().all(|byte| byte.is_ascii_digit()) => {
                self.event_retry = value.parse().ok().map(Duration::from_millis).or(self.event_retry);
                self.retry = self.event_retry.or(self.retry);
            }
            // A comment has no name, and unknown names are ignored.
            _ => {}
        }
    }
}
