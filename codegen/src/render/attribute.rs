//! Attributes and docs.

use std::borrow::Cow;

use super::layout::INDENT;
use super::printer::{Known, Printer};
use super::token::{Kind, Token};

impl<'t> Printer<'t> {
    /// The attributes before an item or a part of one.
    pub(super) fn attributes(&mut self) -> Known {
        while self.is("#") && self.is_at(1, "[") {
            self.next()?;
            self.attribute("///", "#")?;
        }
        Some(())
    }

    /// The attributes that a file begins with.
    pub(super) fn attributes_of_file(&mut self) -> Known {
        while self.is("#") && self.is_at(1, "!") {
            self.next()?;
            self.next()?;
            self.attribute("//!", "#!")?;
        }
        Some(())
    }

    fn attribute(&mut self, doc: &'static str, mark: &'static str) -> Known {
        self.pass("[")?;
        if self.is("doc") && self.is_at(1, "=") {
            self.next()?;
            self.next()?;
            let line = content(self.next_of(Kind::Literal)?)?;
            if line.contains('\n') || line.starts_with('/') {
                return None;
            }
            self.layout.text(doc);
            self.layout.text(match line {
                Cow::Borrowed(line) => Cow::Borrowed(line.trim_end_matches(' ')),
                Cow::Owned(line) => Cow::Owned(line.trim_end_matches(' ').to_owned()),
            });
            self.layout.line();
            return self.pass("]");
        }
        self.layout.text(mark);
        self.layout.text("[");
        self.word()?;
        if self.eat("=") {
            self.layout.text(" = ");
            let value = self.next_of(Kind::Literal)?;
            self.layout.text(value);
        } else if self.is("(") {
            self.attribute_list()?;
        }
        self.pass("]")?;
        self.layout.text("]");
        self.layout.space();
        Some(())
    }

    /// The part of an attribute between parentheses.
    fn attribute_list(&mut self) -> Known {
        self.pass("(")?;
        self.layout.text("(");
        self.layout.consistent(INDENT);
        self.layout.zero();
        let mut ends_in_comma = false;
        while !self.is(")") {
            let Token { kind, text, .. } = self.next()?;
            ends_in_comma = text == "," && self.is(")");
            match (kind, text) {
                (Kind::Word, _) if self.is("(") => {
                    self.layout.text(text);
                    self.attribute_list()?;
                }
                (Kind::Word | Kind::Literal, _) => self.layout.text(text),
                (_, "=") => self.layout.text(" = "),
                (_, ",") => self.layout.comma(ends_in_comma),
                _ => return None,
            }
        }
        if !ends_in_comma {
            self.layout.zero();
        }
        self.layout.outdent();
        self.layout.end();
        self.layout.text(")");
        self.pass(")")
    }
}

/// What a quoted text says.
fn content(literal: &str) -> Known<Cow<'_, str>> {
    if let Some(raw) = literal.strip_prefix('r') {
        // This is what a doc comment inside of `quote!` comes as.
        return raw.trim_matches('#').strip_prefix('"')?.strip_suffix('"').map(Cow::Borrowed);
    }
    let quoted = literal.strip_prefix('"')?.strip_suffix('"')?;
    let Some(first) = quoted.find('\\') else { return Some(Cow::Borrowed(quoted)) };
    let mut text = String::with_capacity(quoted.len());
    let (plain, mut rest) = quoted.split_at(first);
    text.push_str(plain);
    while let Some(escaped) = rest.strip_prefix('\\') {
        let mut characters = escaped.chars();
        text.push(match characters.next()? {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            '0' => '\0',
            same @ ('\\' | '"' | '\'') => same,
            'u' => {
                let (digits, behind) = characters.as_str().strip_prefix('{')?.split_once('}')?;
                characters = behind.chars();
                char::from_u32(u32::from_str_radix(digits, 16).ok()?)?
            }
            _ => return None,
        });
        rest = characters.as_str();
        let next = rest.find('\\').unwrap_or(rest.len());
        text.push_str(&rest[..next]);
        rest = &rest[next..];
    }
    Some(Cow::Owned(text))
}
