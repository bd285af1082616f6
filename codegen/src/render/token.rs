//! `Token`: the tokens of a file in a row, each with its text.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};
use std::fmt::{self, Write};
use std::ops::Range;

/// A token; each bracket is one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'t> {
    pub(super) kind: Kind,
    pub(super) text: &'t str,
    /// Where its text begins in that of all tokens, which has no blanks between them.
    pub(super) start: usize,
    /// Of an opening bracket, the place of the closing one.
    pub(super) end: usize,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
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

/// The tokens of a file before their texts can be lent.
#[derive(Default)]
pub(super) struct Flattened {
    text: String,
    tokens: Vec<(Kind, Range<usize>, usize)>,
}

/// Operators of two characters; `<<` and `>>` are left out, for brackets of generics look like them.
const PAIRS: [&str; 10] = ["::", "->", "=>", "..", "==", "!=", "<=", ">=", "&&", "||"];

impl Flattened {
    /// The tokens in a row; none if there are invisible brackets among them.
    pub(super) fn of(stream: TokenStream) -> Option<Self> {
        let mut flattened = Self::default();
        flattened.extend(stream)?;
        Some(flattened)
    }

    pub(super) fn tokens(&self) -> Vec<Token<'_>> {
        let token = |(kind, range, end): &(Kind, Range<usize>, usize)| Token {
            kind: *kind,
            text: &self.text[range.clone()],
            start: range.start,
            end: *end,
        };
        self.tokens.iter().map(token).collect()
    }

    /// The text of all tokens, without blanks between them.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    fn extend(&mut self, stream: TokenStream) -> Option<()> {
        let mut is_joint = false;
        for tree in stream {
            let was_joint = std::mem::take(&mut is_joint);
            match tree {
                TokenTree::Group(group) => {
                    let (open, close) = brackets(group.delimiter())?;
                    let at = self.tokens.len();
                    self.push(Kind::Open, open);
                    let inside = group.stream();
                    // What nobody else holds is taken apart without a copy of each token.
                    drop(group);
                    self.extend(inside)?;
                    self.tokens[at].2 = self.tokens.len();
                    self.push(Kind::Close, close);
                }
                TokenTree::Punct(punct) => {
                    is_joint = punct.spacing() == Spacing::Joint;
                    let mut bytes = [0; 4];
                    let text = punct.as_char().encode_utf8(&mut bytes);
                    if !(was_joint && self.join(text)) {
                        self.push(Kind::Operator, text);
                    }
                }
                TokenTree::Literal(literal) => self.push_shown(Kind::Literal, &literal)?,
                TokenTree::Ident(name) if was_joint && self.ends_in_quote() => {
                    if let Some((kind, range, _)) = self.tokens.last_mut() {
                        *kind = Kind::Lifetime;
                        write!(self.text, "{name}").ok()?;
                        range.end = self.text.len();
                    }
                }
                TokenTree::Ident(name) => self.push_shown(Kind::Word, &name)?,
            }
        }
        Some(())
    }

    fn push(&mut self, kind: Kind, text: &str) {
        let start = self.text.len();
        self.text.push_str(text);
        self.tokens.push((kind, start..self.text.len(), 0));
    }

    fn push_shown(&mut self, kind: Kind, token: &impl fmt::Display) -> Option<()> {
        let start = self.text.len();
        write!(self.text, "{token}").ok()?;
        self.tokens.push((kind, start..self.text.len(), 0));
        Some(())
    }

    /// Makes the latest operator one of more characters, if there is such an operator.
    fn join(&mut self, text: &str) -> bool {
        let Some((Kind::Operator, range, _)) = self.tokens.last_mut() else { return false };
        let (first, is_range) = (&self.text[range.clone()], text == "=" && &self.text[range.clone()] == "..");
        if !is_range && !PAIRS.iter().any(|pair| pair.strip_prefix(first) == Some(text)) {
            return false;
        }
        self.text.push_str(text);
        range.end = self.text.len();
        true
    }

    fn ends_in_quote(&self) -> bool {
        self.tokens.last().is_some_and(|(_, range, _)| &self.text[range.clone()] == "'")
    }
}

fn brackets(delimiter: Delimiter) -> Option<(&'static str, &'static str)> {
    match delimiter {
        Delimiter::Parenthesis => Some(("(", ")")),
        Delimiter::Brace => Some(("{", "}")),
        Delimiter::Bracket => Some(("[", "]")),
        Delimiter::None => None,
    }
}
