//! An event stream cut into pieces anywhere gives the same events as in one piece.

use arbitrary::{Arbitrary, Unstructured};

use crate::event_parser::{EventParser, RawEvent};
use crate::line_buffer::LineBuffer;

/// Takes the bytes for a stream and the lengths of its pieces.
pub(crate) fn holds(bytes: &[u8]) {
    let Ok((text, cuts)) = <(Vec<u8>, Vec<u8>)>::arbitrary_take_rest(Unstructured::new(bytes)) else { return };
    let mut pieces = Vec::new();
    let mut rest = &*text;
    for cut in &cuts {
        let (piece, left) = rest.split_at(usize::from(*cut).min(rest.len()));
        pieces.push(piece);
        rest = left;
    }
    pieces.push(rest);
    assert_eq!(events(&pieces), events(&[&*text]));
    assert_eq!(lines(&pieces), lines(&[&*text]));
}

/// The events, and what a stream would go on with.
fn events(pieces: &[&[u8]]) -> String {
    let mut parser = EventParser::new(64);
    let mut events = String::new();
    for piece in pieces {
        parser.push(piece);
        while let Some(RawEvent { event, id, retry, data }) = parser.next() {
            events += &format!("{event:?} {id:?} {retry:?} {data:?}\n");
        }
    }
    let is_too_long = parser.is_too_long();
    parser.reset();
    events + &format!("{is_too_long} {} {:?} {:?}", parser.max_event(), parser.last_id(), parser.retry())
}

/// The lines, and the beginning of another.
fn lines(pieces: &[&[u8]]) -> String {
    let mut buffer = LineBuffer::default();
    let mut lines = String::new();
    for piece in pieces {
        buffer.push(piece);
        while let Some(line) = buffer.next() {
            lines += &format!("{line:?}\n");
        }
    }
    lines + &format!("{} {:?}", buffer.waiting(), buffer.rest())
}
