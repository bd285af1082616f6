//! `TokenStream`: code as the texts of its tokens in a row, which is all that printing needs.

use std::fmt;
use std::ops::Range;

/// Code that is emitted.
#[derive(Clone, Debug, Default)]
pub struct TokenStream {
    /// The texts of all tokens, without blanks between them.
    text: String,
    tokens: Vec<Piece>,
}

/// A token before its text can be lent.
#[derive(Clone, Debug)]
struct Piece {
    kind: Kind,
    range: Range<usize>,
    /// Of an opening bracket, the place of the closing one.
    end: usize,
}

/// A token; each bracket is one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token<'t> {
    pub(crate) kind: Kind,
    pub(crate) text: &'t str,
    /// Where its text begins in that of all tokens, which has no blanks between them.
    pub(crate) start: usize,
    /// Of an opening bracket, the place of the closing one.
    pub(crate) end: usize,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A name or a keyword.
    Word,
    /// A lifetime with its quote.
    Lifetime,
    /// A number or a quoted text.
    Literal,
    /// An operator, of several characters where they belong together.
    Operator,
    Open,
    Close,
}

/// Operators of two characters; `<<` and `>>` are left out, for brackets of generics look like them.
const PAIRS: [&str; 10] = ["::", "->", "=>", "..", "==", "!=", "<=", ">=", "&&", "||"];

impl TokenStream {
    /// No code.
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// A name or a keyword.
    pub(super) fn word(text: &'static str) -> Self {
        let mut word = Self::new();
        word.push(Kind::Word, text);
        word
    }

    pub(super) fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The tokens in a row.
    pub(crate) fn tokens(&self) -> Vec<Token<'_>> {
        let token = |piece: &Piece| Token {
            kind: piece.kind,
            text: &self.text[piece.range.clone()],
            start: piece.range.start,
            end: piece.end,
        };
        self.tokens.iter().map(token).collect()
    }

    /// The texts of all tokens, without blanks between them.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Adds the tokens of other code.
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

    /// Adds a literal of a text in which nothing has to be escaped.
    pub(super) fn push_quoted(&mut self, text: &str) {
        let start = self.text.len();
        self.text.extend(["\"", text, "\""]);
        self.tokens.push(Piece { kind: Kind::Literal, range: start..self.text.len(), end: 0 });
    }

    /// Adds an opening bracket, and tells its place.
    pub(crate) fn open(&mut self, bracket: &str) -> usize {
        self.push(Kind::Open, bracket);
        self.tokens.len() - 1
    }

    /// Adds the closing bracket of the one at a place.
    pub(crate) fn close(&mut self, opened: usize, bracket: &str) {
        self.tokens[opened].end = self.tokens.len();
        self.push(Kind::Close, bracket);
    }

    /// Makes the latest operator one of more characters, if there is such an operator.
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

    /// Adds a token that is no bracket, as it is written in Rust.
    pub(super) fn push_written(&mut self, text: &'static str) {
        match text.as_bytes() {
            // These close two lists of generics.
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

/// As Rust that is not laid out.
impl fmt::Display for TokenStream {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, token) in self.tokens().into_iter().enumerate() {
            formatter.write_str(if index > 0 { " " } else { "" })?;
            formatter.write_str(token.text)?;
        }
        Ok(())
    }
}
