//! `Tape`: a JSON document as one flat list of tokens.

use super::{Json, SyntaxError, parse};

/// A JSON document as one flat list of tokens, in the order of the text.
///
/// Strings point into the text, or into one buffer of unescaped text; numbers stay text. Nothing is nested, so dropping
/// a tape cannot overflow the stack.
#[derive(Debug)]
pub struct Tape<'t> {
    text: &'t str,
    unescaped: String,
    tokens: Vec<Token>,
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

    pub(super) fn new(text: &'t str, unescaped: String, tokens: Vec<Token>) -> Self {
        Self { text, unescaped, tokens }
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

    /// The text of a string, key or number.
    pub(super) fn text(&self, token: Token) -> Option<&str> {
        text(self.text, &self.unescaped, token)
    }
}

/// The text of a string, key or number.
pub(super) fn text<'a>(text: &'a str, unescaped: &'a str, token: Token) -> Option<&'a str> {
    match token {
        Token::Plain(span) | Token::Number(span) => Some(&text[span.start as usize..span.end as usize]),
        Token::Unescaped(span) => Some(&unescaped[span.start as usize..span.end as usize]),
        _ => None,
    }
}
