//! `Printer`: goes through the tokens of a file, and what it has read becomes steps of a layout.
//!
//! It knows the Rust that emission writes. What else there may be ends the reading with `None`: then syn and prettyplease print the
//! file, which takes several times as long and comes to the same text.

use super::layout::Layout;
use super::token::{Kind, Token};

/// Whether what was expected stands there.
pub(super) type Known<T = ()> = Option<T>;

pub(super) struct Printer<'t> {
    tokens: &'t [Token<'t>],
    /// The token that is read next.
    at: usize,
    pub(super) layout: Layout<'t>,
    pub(super) out: String,
}

impl<'t> Printer<'t> {
    pub(super) fn new(tokens: &'t [Token<'t>]) -> Self {
        Self { tokens, at: 0, layout: Layout::default(), out: String::new() }
    }

    /// The next token; none at the end of the file.
    pub(super) fn peek(&self) -> Option<Token<'t>> {
        self.peek_at(0)
    }

    pub(super) fn peek_at(&self, distance: usize) -> Option<Token<'t>> {
        self.tokens.get(self.at + distance).copied()
    }

    /// Whether the next token is this operator, bracket or keyword.
    pub(super) fn is(&self, text: &str) -> bool {
        self.is_at(0, text)
    }

    pub(super) fn is_at(&self, distance: usize, text: &str) -> bool {
        self.peek_at(distance).is_some_and(|token| token.text == text)
    }

    pub(super) fn is_kind(&self, kind: Kind) -> bool {
        self.peek().is_some_and(|token| token.kind == kind)
    }

    /// Whether nothing more stands between the brackets, or in the file.
    pub(super) fn is_end(&self) -> bool {
        self.peek().is_none_or(|token| token.kind == Kind::Close)
    }

    pub(super) fn next(&mut self) -> Known<Token<'t>> {
        let token = self.peek()?;
        self.at += 1;
        Some(token)
    }

    /// Passes a token, if it is this one.
    pub(super) fn eat(&mut self, text: &str) -> bool {
        let found = self.is(text);
        self.at += usize::from(found);
        found
    }

    /// Passes this token, which must be next.
    pub(super) fn pass(&mut self, text: &str) -> Known {
        self.eat(text).then_some(())
    }

    /// Passes a token of a kind.
    pub(super) fn next_of(&mut self, kind: Kind) -> Known<&'t str> {
        self.next().filter(|token| token.kind == kind).map(|token| token.text)
    }

    /// A name or keyword, as it is.
    pub(super) fn word(&mut self) -> Known {
        let word = self.next_of(Kind::Word)?;
        self.layout.text(word);
        Some(())
    }

    /// The tokens between the brackets that begin next.
    pub(super) fn inside(&self) -> &'t [Token<'t>] {
        let end = self.peek().map_or(self.at, |token| token.end);
        self.tokens.get(self.at + 1..end).unwrap_or_default()
    }

    /// What stands behind the brackets that begin next.
    pub(super) fn behind(&self) -> Option<Token<'t>> {
        self.tokens.get(self.peek()?.end + 1).copied()
    }

    /// Tries to read something; if it is not that, nothing is read.
    pub(super) fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Known<T>) -> Known<T> {
        let (at, mark) = (self.at, self.layout.mark());
        let found = read(self);
        if found.is_none() {
            self.at = at;
            self.layout.take_back(mark);
        }
        found
    }

    /// Parts set apart by commas, up to the closing bracket, inside a box that breaks at each of them.
    pub(super) fn list(&mut self, close: &str, mut part: impl FnMut(&mut Self) -> Known) -> Known {
        while !self.is(close) {
            part(self)?;
            let is_last = !self.eat(",") || self.is(close);
            self.layout.comma(is_last);
        }
        self.layout.outdent();
        self.layout.end();
        self.pass(close)
    }
}
