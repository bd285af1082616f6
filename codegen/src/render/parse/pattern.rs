//! Reads patterns, as arms and `let` have them.

use super::super::node::{ListKind, Node};
use super::Parser;
use crate::emit::Kind;

impl<'t> Parser<'t> {
    /// A pattern with its alternatives.
    pub(super) fn pattern(&mut self) -> Option<Node<'t>> {
        let first = self.one_pattern()?;
        if !self.is("|") {
            return Some(first);
        }
        let mut alternatives = vec![first];
        while self.eat("|") {
            alternatives.push(self.one_pattern()?);
        }
        Some(Node::alternatives(alternatives))
    }

    fn one_pattern(&mut self) -> Option<Node<'t>> {
        let token = self.peek()?;
        match (token.kind, token.text) {
            (Kind::Literal, _) | (_, "_") => self.next().map(|token| Node::text(token.text)),
            (_, "-") => {
                let mark = self.mark();
                self.next()?;
                self.next_of(Kind::Literal)?;
                Some(Node::text(self.since(mark)))
            }
            (Kind::Word, "mut") => {
                self.next()?;
                Some(Node::prefix("mut ", Node::text(self.word()?)))
            }
            (Kind::Word, _) => {
                let path = Node::text(self.path()?);
                if self.is("{") || self.is("@") || self.is("<") || self.is("::") {
                    return None;
                }
                if !self.eat("(") {
                    return Some(path);
                }
                Some(Node::list(path, ListKind::Fields, self.list(")", Self::pattern)?))
            }
            _ => None,
        }
    }
}
