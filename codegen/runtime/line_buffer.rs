//! `LineBuffer`: the lines of a text that comes in pieces.

use bytes::{Buf, Bytes, BytesMut};

/// The lines of a text that comes in pieces, cut anywhere. A line ends with LF, CR, or both.
#[derive(Debug, Default)]
pub(super) struct LineBuffer {
    bytes: BytesMut,
    /// How many of the bytes are known to hold no end of a line.
    scanned: usize,
    /// Whether the last line ended with CR, so that an LF right after it belongs to it.
    after_return: bool,
}

impl LineBuffer {
    pub(super) fn push(&mut self, piece: &[u8]) {
        self.bytes.extend_from_slice(piece);
    }

    /// How many bytes wait for the end of their line.
    pub(super) fn waiting(&self) -> usize {
        self.bytes.len()
    }

    /// The next whole line, without its end.
    pub(super) fn next(&mut self) -> Option<Bytes> {
        if self.after_return && !self.bytes.is_empty() {
            self.after_return = false;
            if self.bytes[0] == b'\n' {
                self.bytes.advance(1);
            }
        }
        let Some(offset) = self.bytes[self.scanned..].iter().position(|byte| matches!(byte, b'\n' | b'\r')) else {
            self.scanned = self.bytes.len();
            return None;
        };
        let line = self.bytes.split_to(self.scanned + offset);
        self.after_return = self.bytes[0] == b'\r';
        self.bytes.advance(1);
        self.scanned = 0;
        Some(line.freeze())
    }

    /// What is left when no more comes: a line without an end.
    pub(super) fn rest(&mut self) -> Bytes {
        self.scanned = 0;
        self.bytes.split().freeze()
    }
}
