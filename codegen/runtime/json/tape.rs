//! `Tape`: a JSON document as one flat list of tokens.

use super::{Json, SyntaxError, parse};

/// A JSON document as one flat list of tokens, in the order of the text.
///
/// Strings point into the text, or into one buffer of unescaped text; numbers stay text. Nothing is nested, so dropping
/// a tape cannot overflow the stack.
#[derive(Debug)]
pub struct Tape<'t> {
    pub(super) text: &'t str,
    pub(super) unescaped: String,
    pub(super) tokens: Vec<Token>,
}

/// One value, or the key in front of one.
#[derive(Clone, Copy, Debug)]
pub(super) enum Token {
    Null,
    True,
    False,
    /// A number, as it stands in the text.
    Number(Span),
    /// A string or key without escapes, as it stands in the text.
    Plain(Span),
    /// A string or key that held escapes, in the buffer of unescaped text.
    Unescaped(Span),
    /// A key that the same object repeats later; the last one wins.
    Superseded,
    Array(Extent),
    Object(Extent),
}

/// A piece of text, in bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub(super) start: u32,
    pub(super) end: u32,
}

/// What belongs to an array or object.
#[derive(Clone, Copy, Debug)]
pub(super) struct Extent {
    /// How many items or entries there are, repeated keys included.
    pub(super) length: u32,
    /// The first token that no longer belongs to it.
    pub(super) end: u32,
}

impl<'t> Tape<'t> {
    /// Parses a whole document. A byte order mark in front is skipped.
    ///
    /// # Errors
    ///
    /// If the bytes are not exactly one JSON value in UTF-8, or nest deeper than 128 levels.
    pub fn parse(bytes: &'t [u8]) -> Result<Self, SyntaxError> {
        parse::parse(bytes)
    }

    /// The document's value.
    pub fn root(&self) -> Json<'_> {
        Json::new(self, 0)
    }

    pub(super) fn token(&self, index: u32) -> Token {
        self.tokens[index as usize]
    }

    /// The index after the value that starts at `index`.
    pub(super) fn after(&self, index: u32) -> u32 {
        match self.token(index) {
            Token::Array(extent) | Token::Object(extent) => extent.end,
            _ => index + 1,
        }
    }

    /// The text of a string or key.
    pub(super) fn string(&self, token: Token) -> Option<&str> {
        match token {
            Token::Plain(span) => Some(span.of(self.text)),
            Token::Unescaped(span) => Some(span.of(&self.unescaped)),
            _ => None,
        }
    }

    /// Whether two strings or keys are the same; mostly their lengths tell that they are not.
    pub(super) fn is_same_string(&self, left: u32, right: u32) -> bool {
        let length = |token| match token {
            Token::Plain(span) | Token::Unescaped(span) => Some(span.end - span.start),
            _ => None,
        };
        let (left, right) = (self.token(left), self.token(right));
        length(left) == length(right) && self.string(left) == self.string(right)
    }

    /// The text of a number.
    pub(super) fn number(&self, token: Token) -> Option<&str> {
        match token {
            Token::Number(span) => Some(span.of(self.text)),
            _ => None,
        }
    }
}

impl Span {
    fn of(self, text: &str) -> &str {
        &text[self.start as usize..self.end as usize]
    }
}
