//! Texts in YAML: quoted, plain and in blocks, passed as libyaml passes them.

use super::Scan;

impl Scan<'_> {
    /// A text in quotes, over however many lines.
    pub(super) fn quoted(&mut self, quote: u8) {
        self.begin_scalar();
        self.pass(1);
        while let Some(byte) = self.peek(0) {
            let is_escape = if quote == b'"' { byte == b'\\' } else { byte == b'\'' && self.peek(1) == Some(b'\'') };
            if is_escape {
                self.pass(1);
                self.pass_any();
            } else {
                self.pass_any();
                if byte == quote {
                    return;
                }
            }
        }
    }

    /// A text without quotes, over however many lines that are set in deeply enough.
    pub(super) fn plain(&mut self) {
        self.begin_scalar();
        let indent = self.indent + 1;
        // Whatever cannot begin a token is refused by libyaml; here it must only not be met again.
        let start = self.at;
        loop {
            let mut is_on_next_line = false;
            if self.at > start && (self.is_document_mark() || self.peek(0) == Some(b'#')) {
                return;
            }
            while let Some(byte) = self.peek(0)
                && !self.is_blank_or_end(0)
            {
                let is_end =
                    byte == b':' && self.is_blank_or_end(1) || self.open > 0 && matches!(byte, b',' | b'[' | b']' | b'{' | b'}');
                if is_end && self.at > start {
                    return;
                }
                self.pass(1);
            }
            if self.peek(0).is_none() {
                return;
            }
            self.note_tabs_in_plain();
            while self.peek(0).is_some() && self.is_blank_or_end(0) {
                let is_break = self.break_length(0) > 0;
                is_on_next_line |= is_break;
                self.pass_any();
                if is_break {
                    self.note_tabs_in_plain();
                }
            }
            self.key_allowed |= is_on_next_line;
            if self.open == 0 && self.column < indent {
                return;
            }
            // Where the text goes on, a key has not begun.
            if is_on_next_line && !(self.is_document_mark() || matches!(self.peek(0), None | Some(b'#'))) {
                self.key_allowed = false;
            }
        }
    }

    /// A text of lines that are set in deeper than what is around it.
    pub(super) fn block_scalar(&mut self) {
        self.forget_key();
        self.key_allowed = true;
        self.pass(1);
        let header: Vec<u8> = [self.peek(0), self.peek(1)].into_iter().flatten().collect();
        let digit = header.iter().take_while(|byte| matches!(byte, b'+' | b'-' | b'1'..=b'9')).find(|byte| byte.is_ascii_digit());
        self.pass_line();
        let mut indent = digit.map_or(0, |digit| self.indent.max(0) + isize::from(digit - b'0'));
        self.pass_indentation(&mut indent);
        while self.column == indent && self.peek(0).is_some() {
            self.pass_line();
            self.pass_indentation(&mut indent);
        }
        // libyaml refuses a tab before content that goes on, and is to say so.
        if self.peek(0) == Some(b'\t') && self.block_goes_on(indent) {
            self.pass_line();
        }
    }

    /// Passes blank lines and the indentation of the line after them, which is that of the text if none is known.
    fn pass_indentation(&mut self, indent: &mut isize) {
        let mut widest = 0;
        loop {
            while (*indent == 0 || self.column < *indent) && self.peek(0) == Some(b' ') {
                self.pass(1);
            }
            widest = widest.max(self.column);
            let is_tab = self.peek(0) == Some(b'\t') && self.column < *indent;
            if self.break_length(0) == 0 && !(is_tab && self.pass_tabs_in_block(*indent)) {
                break;
            }
            self.pass_any();
        }
        if *indent == 0 {
            *indent = widest.max(self.indent + 1).max(1);
        }
    }
}
