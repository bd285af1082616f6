//! `Tape`: a JSON document as one flat list of tokens.

use super::tolerance::Tolerance;
use super::{Json, Reading, SyntaxError, parse};

/// A JSON document as one flat list of tokens, in the order of the text.
///
/// Strings point into the text, or into one buffer of unescaped text; numbers stay text. Nothing is nested, so dropping
/// a tape cannot overflow the stack.
#[derive(Debug)]
pub struct Tape<'t> {
    pub(super) text: &'t str,
    pub(super) unescaped: String,
    pub(super) tokens: Vec<Token>,
    /// The keys whose length a token cannot hold.
    pub(super) long_keys: Vec<Text>,
    pub(super) tolerance: Tolerance,
}

/// A value, with its key if it is an object's: 16 bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Where the key starts, or its number among the long keys.
    pub(super) key_start: u32,
    /// The key's length, or [`LONG`].
    pub(super) key_length: u16,
    pub(super) key_kind: KeyKind,
    pub(super) kind: Kind,
    /// Where the text of a string or number starts, how many items an array has, or the [`key_bits`] of an object.
    pub(super) start: u32,
    /// Where that text ends, or the first token that no longer belongs to the array or object.
    pub(super) end: u32,
}

/// The length of all keys that are as long as this or longer.
pub(super) const LONG: u16 = u16::MAX;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KeyKind {
    /// No key, or one that the same object repeats later: the last one wins.
    Missing,
    /// As it stands in the text.
    Plain,
    /// In the buffer of unescaped text.
    Unescaped,
    /// Among the long keys.
    Long,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Null,
    True,
    False,
    /// As it stands in the text.
    Number,
    /// A string without escapes, as it stands in the text.
    Plain,
    /// A string that held escapes, in the buffer of unescaped text.
    Unescaped,
    Array,
    Object,
}

/// The text of a string.
#[derive(Clone, Copy, Debug)]
pub(super) struct Text {
    pub(super) start: u32,
    pub(super) end: u32,
    /// Whether it is in the buffer of unescaped text.
    pub(super) is_unescaped: bool,
}

/// A number that is mostly another for another key.
#[inline]
pub(super) fn print(key: &[u8]) -> u32 {
    let end = |byte: Option<&u8>| byte.copied().map_or(0, u32::from);
    (key.len() as u32) << 16 ^ end(key.first()) << 8 ^ end(key.last())
}

/// One of 64 bits, mostly another for another print.
#[inline]
pub(super) fn wide_key_bit(print: u32) -> u64 {
    1 << (print.wrapping_mul(0x9e37_79b1) >> 26)
}

/// The bits of some keys in half as many.
#[inline]
pub(super) fn key_bits(wide: u64) -> u32 {
    (wide | wide >> 32) as u32
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

    /// The same document, to be read in a mode.
    #[must_use]
    pub fn reading(mut self, reading: Reading) -> Self {
        self.tolerance = Tolerance::new(reading);
        self
    }

    /// The document's value.
    pub fn root(&self) -> Json<'_> {
        Json::new(self, 0)
    }

    #[inline]
    pub(super) fn token(&self, index: u32) -> &Token {
        &self.tokens[index as usize]
    }

    /// The text of a string.
    #[inline]
    pub(super) fn string(&self, token: &Token) -> Option<&str> {
        match token.kind {
            Kind::Plain => Some(&self.text[token.start as usize..token.end as usize]),
            Kind::Unescaped => Some(&self.unescaped[token.start as usize..token.end as usize]),
            _ => None,
        }
    }

    /// The key in front of a value, unless the object repeats it later.
    #[inline]
    pub(super) fn key(&self, token: &Token) -> Option<&str> {
        let (start, length) = (token.key_start as usize, usize::from(token.key_length));
        match token.key_kind {
            KeyKind::Plain => Some(&self.text[start..start + length]),
            KeyKind::Unescaped => Some(&self.unescaped[start..start + length]),
            KeyKind::Long => Some(self.long_key(start)),
            KeyKind::Missing => None,
        }
    }

    /// Whether this is the key in front of a value. Mostly the length tells that it is not.
    #[inline]
    pub(super) fn has_key(&self, token: &Token, key: &str) -> bool {
        if usize::from(token.key_length) != key.len().min(usize::from(LONG)) {
            return false;
        }
        if token.key_kind == KeyKind::Plain {
            let start = token.key_start as usize;
            return self.text.as_bytes()[start..start + key.len()] == *key.as_bytes();
        }
        self.key(token) == Some(key)
    }

    #[cold]
    fn long_key(&self, index: usize) -> &str {
        let Text { start, end, is_unescaped } = self.long_keys[index];
        let text = if is_unescaped { &*self.unescaped } else { self.text };
        &text[start as usize..end as usize]
    }

    /// The text of a number.
    #[inline]
    pub(super) fn number(&self, token: &Token) -> Option<&str> {
        (token.kind == Kind::Number).then(|| &self.text[token.start as usize..token.end as usize])
    }
}

impl Token {
    /// The index after this value, which is at `index`.
    #[inline]
    pub(super) fn after(&self, index: u32) -> u32 {
        if matches!(self.kind, Kind::Array | Kind::Object) { self.end } else { index + 1 }
    }
}
