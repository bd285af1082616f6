//! `EventParser`: the events in the text of an event stream, as the HTML standard defines it.

use std::time::Duration;

use super::line_buffer::LineBuffer;

/// How many bytes an event may have.
const MAX_EVENT: usize = 16 << 20;

/// The events in the text of an event stream.
#[derive(Debug, Default)]
pub(super) struct EventParser {
    lines: LineBuffer,
    /// Whether the first line is read, which may begin with a byte order mark.
    started: bool,
    data: Option<String>,
    event: Option<String>,
    last_id: Option<String>,
    retry: Option<Duration>,
}

/// An event before its data is read.
#[derive(Debug)]
pub(super) struct RawEvent {
    pub(super) event: Option<String>,
    pub(super) id: Option<String>,
    pub(super) data: String,
}

impl EventParser {
    /// Takes a piece of the text; `false` if the event that it belongs to is too long.
    pub(super) fn push(&mut self, piece: &[u8]) -> bool {
        self.lines.push(piece);
        self.lines.waiting() + self.data.as_ref().map_or(0, String::len) <= MAX_EVENT + piece.len()
    }

    /// The next whole event.
    pub(super) fn next(&mut self) -> Option<RawEvent> {
        while let Some(line) = self.lines.next() {
            let mut line = &*line;
            if !std::mem::replace(&mut self.started, true) {
                line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line);
            }
            if line.is_empty() {
                let event = self.event.take().filter(|event| !event.is_empty());
                match self.data.take() {
                    Some(data) => return Some(RawEvent { event, id: self.last_id.clone(), data }),
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
        *self = Self { last_id, retry, ..Self::default() };
    }

    /// The id of the last event, for `Last-Event-ID`.
    pub(super) fn last_id(&self) -> Option<&str> {
        self.last_id.as_deref().filter(|id| !id.is_empty())
    }

    /// How long the server asks to wait before a new connection.
    pub(super) fn retry(&self) -> Option<Duration> {
        self.retry
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
            "id" if !value.contains('\0') => self.last_id = Some(value.to_owned()),
            "retry" if value.bytes().all(|byte| byte.is_ascii_digit()) => {
                self.retry = value.parse().ok().map(Duration::from_millis).or(self.retry);
            }
            // A comment has no name, and unknown names are ignored.
            _ => {}
        }
    }
}
