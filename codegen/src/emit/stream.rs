//! `TokenStream`: code as a buffer of token texts, which is all that printing needs.

use std::fmt;
use std::ops::Range;

/// Emitted code.
#[derive(Clone, Debug, Default)]
pub struct TokenStream {
    /// The texts of all tokens, without spaces between them.
    text: String,
    tokens: Vec<Piece>,
}

/// A token with its text as a range of the buffer.
#[derive(Clone, Debug)]
struct Piece {
    kind: Kind,
    range: Range<usize>,
    /// The index of the closing bracket, for an opening one.
    end: usize,
}

/// A token. Each bracket is a token.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token<'t> {
    pub(crate) kind: Kind,
    pub(crate) text: &'t str,
    /// The position of its text in the buffer.
    pub(crate) start: usize,
    /// Of an opening bracket, the place of the closing one.
    pub(crate) end: usize,
}

/// The kind of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A name or a keyword.
    Word,
    /// A lifetime with its quote.
    Lifetime,
    /// A number or string.
    Literal,
    /// An operator of one or more characters.
    Operator,
    Open,
    Close,
}

/// Operators of two characters, without `<<` and `>>`, which brackets of generics look like.
const PAIRS: [&str; 10] = ["::", "->", "=>", "..", "==", "!=", "<=", ">=", "&&", "||"];

impl TokenStream {
    /// Returns an empty stream.
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Returns a stream of one name or keyword.
    pub(super) fn word(text: &'static str) -> Self {
        let mut word = Self::new();
        word.push(Kind::Word, text);
        word
    }

    pub(super) fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// Returns the tokens.
    pub(crate) fn tokens(&self) -> Vec<Token<'_>> {
        let token = |piece: &Piece| Token {
            kind: piece.kind,
            text: &self.text[piece.range.clone()],
            start: piece.range.start,
            end: piece.end,
        };
        self.tokens.iter().map(token).collect()
    }

    /// Returns the texts of all tokens, without spaces between them.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Appends the tokens of another stream.
    pub(super) fn extend(&mut self, other: Self) {
        self.extend_from(&other);
    }

    pub(super) fn extend_from(&mut self, other: &Self) {
        let (length, count) = (self.text.len(), self.tokens.len());
        self.text.push_str(&other.text);
        let moved = |piece: &Piece| Piece {
            kind: piece.kind,
            range: piece.range.start + length..piece.range.end + length,
            end: piece.end + count,
        };
        self.tokens.extend(other.tokens.iter().map(moved));
    }

    pub(crate) fn push(&mut self, kind: Kind, text: &str) {
        let start = self.text.len();
        self.text.push_str(text);
        self.tokens.push(Piece { kind, range: start..self.text.len(), end: 0 });
    }

    /// Appends a string literal whose text needs no escapes.
    pub(super) fn push_quoted(&mut self, text: &str) {
        let start = self.text.len();
        self.text.extend(["\"", text, "\""]);
        self.tokens.push(Piece { kind: Kind::Literal, range: start..self.text.len(), end: 0 });
    }

    /// Appends an opening bracket and returns its index.
    pub(crate) fn open(&mut self, bracket: &str) -> usize {
        self.push(Kind::Open, bracket);
        self.tokens.len() - 1
    }

    /// Appends the closing bracket of the one at an index.
    pub(crate) fn close(&mut self, opened: usize, bracket: &str) {
        self.tokens[opened].end = self.tokens.len();
        self.push(Kind::Close, bracket);
    }

    /// Joins a character to the last operator if they form a longer one.
    pub(crate) fn join(&mut self, text: &str) -> bool {
        let Some(Piece { kind: Kind::Operator, range, .. }) = self.tokens.last_mut() else { return false };
        let first = &self.text[range.clone()];
        let is_range = (first, text) == ("..", "=");
        if !is_range && !PAIRS.iter().any(|pair| pair.strip_prefix(first) == Some(text)) {
            return false;
        }
        self.text.push_str(text);
        range.end = self.text.len();
        true
    }

    /// Appends a token other than a bracket in the notation of Rust.
    pub(super) fn push_written(&mut self, text: &'static str) {
        match text.as_bytes() {
            // Closes two lists of generics.
            b">>" => {
                self.push(Kind::Operator, ">");
                self.push(Kind::Operator, ">");
            }
            [b'\'', .., b'\''] | [b'"' | b'0'..=b'9', ..] | [b'b' | b'r', b'"', ..] => self.push(Kind::Literal, text),
            [b'\'', ..] => self.push(Kind::Lifetime, text),
            [first, ..] if first.is_ascii_alphabetic() || *first == b'_' => self.push(Kind::Word, text),
            _ => self.push(Kind::Operator, text),
        }
    }
}

/// Writes unformatted Rust.
impl fmt::Display for TokenStream {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, token) in self.tokens().into_iter().enumerate() {
            formatter.write_str(if index > 0 { " " } else { "" })?;
            formatter.write_str(token.text)?;
        }
        Ok(())
    }
}
