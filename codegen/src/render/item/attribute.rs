//! Attributes and docs.

use std::borrow::Cow;

use super::Printer;
use crate::emit::Kind;
use crate::render::layout::Shape;
use crate::render::node::{ListKind, Node};
use crate::render::parse::Parser;

impl Printer<'_> {
    /// Prints the attributes before an item or a part of one.
    pub(super) fn attributes(&mut self, shape: Shape) -> Option<()> {
        while self.parser.is("#") && self.parser.is_at(1, "[") {
            self.parser.next()?;
            self.attribute("///", "#", shape)?;
            shape.new_line(&mut self.out);
        }
        Some(())
    }

    /// Prints the attributes that a file begins with.
    pub(super) fn file_attributes(&mut self) -> Option<()> {
        while self.parser.is("#") && self.parser.is_at(1, "!") {
            self.parser.next()?;
            self.parser.next()?;
            self.attribute("//!", "#!", Shape::line(0))?;
            self.out.push('\n');
        }
        Some(())
    }

    fn attribute(&mut self, comment: &str, mark: &str, shape: Shape) -> Option<()> {
        self.parser.pass("[")?;
        if self.parser.is("doc") && self.parser.is_at(1, "=") {
            self.parser.next()?;
            self.parser.next()?;
            let line = content(self.parser.next_of(Kind::Literal)?)?;
            if line.contains('\n') || line.starts_with('/') {
                return None;
            }
            self.out.push_str(comment);
            self.out.push_str(line.trim_end_matches(' '));
            return self.parser.pass("]");
        }
        self.out.push_str(mark);
        self.out.push('[');
        let meta = meta(&mut self.parser)?;
        self.node(&meta, shape.after(mark.len() + 1)?.before(1)?)?;
        self.out.push(']');
        self.parser.pass("]")
    }
}

/// `path::name`, `name = "value"` or `name(meta, meta)`.
fn meta<'t>(parser: &mut Parser<'t>) -> Option<Node<'t>> {
    if parser.is_kind(Kind::Literal) {
        return parser.next().map(|token| Node::text(token.text));
    }
    let name = Node::text(parser.path()?);
    if parser.eat("=") {
        return Some(Node::join(vec![name, Node::text(" = "), Node::text(parser.next_of(Kind::Literal)?)]));
    }
    if !parser.eat("(") {
        return Some(name);
    }
    Some(Node::list(name, ListKind::Attribute, parser.list(")", meta)?))
}

/// Returns what a string literal says.
fn content(literal: &str) -> Option<Cow<'_, str>> {
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
