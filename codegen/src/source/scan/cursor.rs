//! Characters, lines and blanks of a YAML text.

use super::Scan;

impl Scan<'_> {
    /// Passes spaces, ends of lines and comments.
    pub(super) fn pass_blanks(&mut self) {
        loop {
            if self.column == 0 && self.bytes[self.at..].starts_with("\u{feff}".as_bytes()) {
                self.pass(3);
            }
            self.note_tabs();
            while matches!(self.peek(0), Some(b' ' | b'\t')) {
                self.pass(1);
            }
            if self.peek(0) == Some(b'#') {
                while self.peek(0).is_some() && self.break_length(0) == 0 {
                    self.pass(1);
                }
            }
            if self.break_length(0) == 0 {
                return;
            }
            self.pass_any();
            self.key_allowed |= self.open == 0;
        }
    }

    /// Passes what is left of a line, and its end.
    pub(super) fn pass_line(&mut self) {
        while self.peek(0).is_some() && self.break_length(0) == 0 {
            self.pass(1);
        }
        self.pass_any();
    }

    pub(super) fn pass_while(&mut self, holds: impl Fn(u8) -> bool) {
        while self.peek(0).is_some_and(&holds) {
            self.pass(1);
        }
    }

    /// Passes a character, or the end of a line.
    pub(super) fn pass_any(&mut self) {
        match self.break_length(0) {
            0 => self.pass(1),
            length => {
                self.at += length;
                self.line += 1;
                self.column = 0;
            }
        }
    }

    /// Passes bytes that end no line.
    pub(super) fn pass(&mut self, count: usize) {
        for _ in 0..count {
            let is_start = self.peek(0).is_some_and(|byte| byte & 0xc0 != 0x80);
            self.column += isize::from(is_start);
            self.at = (self.at + 1).min(self.bytes.len());
        }
    }

    pub(super) fn peek(&self, ahead: usize) -> Option<u8> {
        self.bytes.get(self.at + ahead).copied()
    }

    /// How many bytes end a line here.
    pub(super) fn break_length(&self, ahead: usize) -> usize {
        match self.bytes.get(self.at + ahead..).unwrap_or_default() {
            [b'\r', b'\n', ..] | [0xc2, 0x85, ..] => 2,
            [b'\r' | b'\n', ..] => 1,
            [0xe2, 0x80, 0xa8 | 0xa9, ..] => 3,
            _ => 0,
        }
    }

    pub(super) fn is_blank_or_end(&self, ahead: usize) -> bool {
        matches!(self.peek(ahead), None | Some(b' ' | b'\t' | 0)) || self.break_length(ahead) > 0
    }

    pub(super) fn is_document_mark(&self) -> bool {
        let rest = &self.bytes[self.at..];
        self.column == 0 && (rest.starts_with(b"---") || rest.starts_with(b"...")) && self.is_blank_or_end(3)
    }
}
