//! Tabs that YAML allows and libyaml refuses: before comments, and on lines without content.

use std::borrow::Cow;

use super::Scan;

/// The places of such tabs, and what libyaml is given instead. Nothing moves: each is one character either way.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Tabs(Vec<(usize, char)>);

impl Tabs {
    /// The text with other characters in place of these tabs.
    pub(in super::super) fn replaced<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.0.is_empty() {
            return Cow::Borrowed(text);
        }
        let mut replaced = String::with_capacity(text.len());
        let mut end = 0;
        for (at, character) in &self.0 {
            replaced.push_str(&text[end..*at]);
            replaced.push(*character);
            end = at + 1;
        }
        Cow::Owned(replaced + &text[end..])
    }
}

/// Where the next content of a block is.
#[derive(Clone, Copy, Default)]
pub(super) struct NextContent {
    start: usize,
    spaces: usize,
}

impl Scan<'_> {
    /// Notes the tabs of the blanks that begin here outside of texts, if no content follows them on the line.
    ///
    /// A line of nothing but blanks becomes a comment: spaces could make it part of the preceding text.
    pub(super) fn note_tabs(&mut self) {
        let end = self.end_of_blanks();
        let has_no_content = self.bytes.get(end) == Some(&b'#') || self.is_end_of_line(end);
        if has_no_content {
            self.replace_tabs(end, if self.is_start_of_line() { '#' } else { ' ' });
        }
    }

    /// Notes the tabs of the blanks that begin here in a text without quotes: an empty line does not end it, but a comment does.
    pub(super) fn note_tabs_in_plain(&mut self) {
        let end = self.end_of_blanks();
        if self.is_end_of_line(end) {
            self.replace_tabs(end, ' ');
        } else {
            self.note_tabs();
        }
    }

    /// Passes an empty line's blanks before the content of a block that goes on after it. Returns whether there are such blanks.
    pub(super) fn pass_tabs_in_block(&mut self, indent: isize) -> bool {
        let end = self.end_of_blanks();
        let passes = self.is_end_of_line(end) && self.block_goes_on(indent);
        if passes {
            self.replace_tabs(end, ' ');
            self.pass(end - self.at);
        }
        passes
    }

    /// Whether content of a block follows after lines of blanks, and of comments behind tabs.
    pub(super) fn block_goes_on(&mut self, indent: isize) -> bool {
        if self.at >= self.next_content.start {
            self.next_content = self.find_content();
        }
        isize::try_from(self.next_content.spaces).is_ok_and(|spaces| spaces >= indent)
    }

    fn find_content(&self) -> NextContent {
        let mut start = self.at;
        for line in self.bytes[self.at..].split_inclusive(|byte| *byte == b'\n') {
            let blanks = line.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
            let spaces = line.iter().take_while(|byte| **byte == b' ').count();
            let is_first = start == self.at;
            if !is_first && blanks < line.len() && (line[blanks] != b'#' || spaces == blanks) {
                return NextContent { start, spaces };
            }
            start += line.len();
        }
        NextContent { start, spaces: 0 }
    }

    fn replace_tabs(&mut self, end: usize, mut first: char) {
        for at in self.at..end {
            if self.bytes[at] == b'\t' {
                self.tabs.0.push((at, std::mem::replace(&mut first, ' ')));
            }
        }
    }

    fn end_of_blanks(&self) -> usize {
        self.at + self.bytes[self.at..].iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count()
    }

    fn is_end_of_line(&self, at: usize) -> bool {
        at == self.bytes.len() || self.break_length(at - self.at) > 0
    }

    fn is_start_of_line(&self) -> bool {
        let before = self.bytes[..self.at].iter().rev().find(|byte| **byte != b' ');
        before.is_none_or(|byte| matches!(byte, b'\n' | b'\r'))
    }
}
