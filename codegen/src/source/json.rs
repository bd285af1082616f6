//! Places in JSON: a walk over a text that is known to be well formed.

use std::ops::Range;

use super::token::Span;

/// Finds values, each given by the number of values before it, in ascending order.
pub(super) fn spans(text: &str, wanted: &[u32], nesting: usize) -> Vec<Span> {
    let mut scan = Scan { text: text.as_bytes(), at: 0, nesting, wanted, seen: 0, spans: Vec::new() };
    // The text ends early if it is not well formed after all.
    let _ = scan.value(None, 0);
    let mut spans = scan.spans;
    spans.resize_with(wanted.len(), Span::default);
    spans
}

struct Scan<'t> {
    text: &'t [u8],
    at: usize,
    /// What is nested deeper was not read.
    nesting: usize,
    wanted: &'t [u32],
    /// How many values have been begun; they are counted just as `Reader` enters origins.
    seen: u32,
    spans: Vec<Span>,
}

impl Scan<'_> {
    /// Passes a value, and ends the walk when nothing more is wanted.
    fn value(&mut self, key: Option<Range<usize>>, depth: usize) -> Option<()> {
        let start = self.blank()?;
        let first = self.text[start];
        let collection = matches!(first, b'{' | b'[');
        let index = (self.wanted.get(self.spans.len()) == Some(&self.seen)).then_some(self.spans.len());
        if index.is_some() {
            self.spans.push(Span { key, value: start..start + usize::from(collection), collection });
        }
        self.seen += 1;
        match first {
            b'{' | b'[' if depth == self.nesting => self.pass_brackets()?,
            b'{' => self.entries(depth + 1)?,
            b'[' => self.elements(depth + 1)?,
            b'"' => self.string()?,
            _ => self.word()?,
        }
        if let Some(index) = index.filter(|_| !collection) {
            self.spans[index].value = start..self.at;
        }
        (self.spans.len() < self.wanted.len()).then_some(())
    }

    fn entries(&mut self, depth: usize) -> Option<()> {
        self.at += 1;
        while self.text[self.blank()?] != b'}' {
            let start = self.at;
            self.string()?;
            let key = start..self.at;
            self.blank()?;
            self.at += 1;
            self.value(Some(key), depth)?;
            self.comma()?;
        }
        self.at += 1;
        Some(())
    }

    fn elements(&mut self, depth: usize) -> Option<()> {
        self.at += 1;
        while self.text[self.blank()?] != b']' {
            self.value(None, depth)?;
            self.comma()?;
        }
        self.at += 1;
        Some(())
    }

    fn comma(&mut self) -> Option<()> {
        if self.text[self.blank()?] == b',' {
            self.at += 1;
        }
        Some(())
    }

    fn string(&mut self) -> Option<()> {
        loop {
            self.at += 1;
            match self.text.get(self.at)? {
                b'\\' => self.at += 1,
                b'"' => break,
                _ => {}
            }
        }
        self.at += 1;
        Some(())
    }

    /// Passes a number, a boolean or null.
    fn word(&mut self) -> Option<()> {
        let length = self.text[self.at..].iter().take_while(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(byte)).count();
        self.at += length;
        (length > 0).then_some(())
    }

    /// Passes a mapping or list without counting what is in it.
    fn pass_brackets(&mut self) -> Option<()> {
        let mut open = 0;
        loop {
            match self.text.get(self.at)? {
                b'"' => {
                    self.string()?;
                    continue;
                }
                b'{' | b'[' => open += 1,
                b'}' | b']' => open -= 1,
                _ => {}
            }
            self.at += 1;
            if open == 0 {
                return Some(());
            }
        }
    }

    /// Passes blanks; `None` at the end of the text.
    fn blank(&mut self) -> Option<usize> {
        let blanks = self.text[self.at.min(self.text.len())..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        self.at += blanks;
        (self.at < self.text.len()).then_some(self.at)
    }
}
