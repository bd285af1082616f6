//! Reads types: references, bounds, paths with generic arguments.

use super::super::node::{BOUND, ListKind, Node};
use super::Parser;
use crate::emit::Kind;

impl<'t> Parser<'t> {
    pub(in crate::render) fn ty(&mut self) -> Option<Node<'t>> {
        let token = self.peek()?;
        match token.text {
            "&" => self.reference(),
            "impl" => {
                self.next()?;
                let bound = self.path_type()?;
                (!self.is("+")).then(|| Node::prefix(BOUND, bound))
            }
            "(" if self.is_at(1, ")") => {
                self.next()?;
                self.next()?;
                Some(Node::text("()"))
            }
            "(" => {
                self.next()?;
                let mut types = self.list(")", Self::ty)?;
                match types.len() {
                    // A tuple of one: the emitter writes no other type in parentheses.
                    1 => Some(Node::join(vec![Node::text("("), types.pop()?, Node::text(",)")])),
                    _ => Some(Node::list(Node::text(""), ListKind::Tuple, types)),
                }
            }
            _ if token.kind == Kind::Word => self.path_type(),
            _ => None,
        }
    }

    /// `&'a mut T`.
    fn reference(&mut self) -> Option<Node<'t>> {
        self.pass("&")?;
        let mut nodes = vec![Node::text("&")];
        if self.is_kind(Kind::Lifetime) {
            nodes.extend([Node::text(self.next()?.text), Node::text(" ")]);
        }
        if self.eat("mut") {
            nodes.push(Node::text("mut "));
        }
        nodes.push(self.ty()?);
        Some(Node::join(nodes))
    }

    /// `path::Type<Arguments>`.
    fn path_type(&mut self) -> Option<Node<'t>> {
        let path = Node::text(self.path()?);
        if self.is("(") || self.is("::") {
            return None;
        }
        if self.is("<") { self.generic_arguments(path) } else { Some(path) }
    }

    /// `<A, B>`, behind a path or `::`.
    pub(super) fn generic_arguments(&mut self, head: Node<'t>) -> Option<Node<'t>> {
        self.pass("<")?;
        let arguments = self.list(">", |parser| match parser.is_kind(Kind::Lifetime) {
            true => Some(Node::text(parser.next()?.text)),
            false => parser.ty(),
        })?;
        Some(Node::list(head, ListKind::Generics, arguments))
    }
}
