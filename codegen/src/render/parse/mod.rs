//! `Parser`: reads tokens into nodes.
//!
//! It knows the Rust that emission writes. Anything else ends the reading with `None`.

mod expression;
mod pattern;
mod statement;
mod ty;

use crate::emit::{Kind, Token};

/// Reads the tokens of a file from left to right.
pub(super) struct Parser<'t> {
    tokens: &'t [Token<'t>],
    /// The text of all tokens, from which that of a path is taken as a whole.
    text: &'t str,
    /// The place of the next token.
    at: usize,
}

impl<'t> Parser<'t> {
    pub(super) fn new(tokens: &'t [Token<'t>], text: &'t str) -> Self {
        Self { tokens, text, at: 0 }
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

    pub(super) fn next(&mut self) -> Option<Token<'t>> {
        let token = self.peek()?;
        self.at += 1;
        Some(token)
    }

    /// Whether the latest token ends a block.
    fn follows_brace(&self) -> bool {
        self.at.checked_sub(1).and_then(|at| self.tokens.get(at)).is_some_and(|token| token.text == "}")
    }

    /// Skips the next token, if it is this one.
    pub(super) fn eat(&mut self, text: &str) -> bool {
        let found = self.is(text);
        self.at += usize::from(found);
        found
    }

    /// Skips this token, which must be next.
    pub(super) fn pass(&mut self, text: &str) -> Option<()> {
        self.eat(text).then_some(())
    }

    /// Takes the text of the next token, which must be of this kind.
    pub(super) fn next_of(&mut self, kind: Kind) -> Option<&'t str> {
        self.next().filter(|token| token.kind == kind).map(|token| token.text)
    }

    /// Takes a name or keyword.
    pub(super) fn word(&mut self) -> Option<&'t str> {
        self.next_of(Kind::Word)
    }

    /// The place of the next token, for [`Self::since`].
    pub(super) fn mark(&self) -> usize {
        self.at
    }

    /// The text of all tokens from a place to here, with no blanks between them.
    pub(super) fn since(&self, mark: usize) -> &'t str {
        let start = self.tokens.get(mark).map_or(0, |token| token.start);
        let end = self.tokens.get(self.at.wrapping_sub(1)).map_or(0, |token| token.start + token.text.len());
        self.text.get(start..end).unwrap_or_default()
    }

    /// Reads parts separated by commas, up to and with the closing bracket.
    pub(super) fn list<T>(&mut self, close: &str, mut part: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let mut parts = Vec::new();
        while !self.eat(close) {
            parts.push(part(self)?);
            if !self.eat(",") && !self.is(close) {
                return None;
            }
        }
        Some(parts)
    }

    /// Reads `path::to::name`.
    pub(super) fn path(&mut self) -> Option<&'t str> {
        let mark = self.mark();
        self.word()?;
        while self.is("::") && self.peek_at(1).is_some_and(|token| token.kind == Kind::Word) {
            self.next()?;
            self.word()?;
        }
        Some(self.since(mark))
    }
}
