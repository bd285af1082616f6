//! Reads expressions: operators, chains, calls, literals.

use super::super::node::{Link, ListKind, Node, RETURN};
use super::Parser;
use crate::emit::Kind;

/// Operators between operands, the one that binds least first.
const OPERATORS: [&str; 2] = ["||", "&&"];

impl<'t> Parser<'t> {
    pub(in crate::render) fn expression(&mut self) -> Option<Node<'t>> {
        self.assignment(true)
    }

    /// An expression before the braces of `if` or `match`, so that it has none outside of brackets.
    pub(super) fn condition(&mut self) -> Option<Node<'t>> {
        self.assignment(false)
    }

    fn assignment(&mut self, has_braces: bool) -> Option<Node<'t>> {
        let left = match self.eat("let") {
            true => Node::prefix("let ", self.pattern()?),
            false => self.operation(0, has_braces)?,
        };
        if self.eat("=") { Some(Node::assign(left, " =", self.operation(0, has_braces)?)) } else { Some(left) }
    }

    /// Operands between operators of a rank and higher ones.
    fn operation(&mut self, rank: usize, has_braces: bool) -> Option<Node<'t>> {
        let Some(operator) = OPERATORS.get(rank) else { return self.operand(has_braces) };
        let mut left = self.operation(rank + 1, has_braces)?;
        while self.eat(operator) {
            left = Node::binary(left, operator, self.operation(rank + 1, has_braces)?);
        }
        Some(left)
    }

    fn operand(&mut self, has_braces: bool) -> Option<Node<'t>> {
        let token = self.peek()?;
        match token.text {
            "&" | "!" | "-" | "*" => {
                self.next()?;
                Some(Node::prefix(token.text, self.operand(has_braces)?))
            }
            "|" => self.closure(),
            "return" => {
                self.next()?;
                Some(Node::prefix(RETURN, self.expression()?))
            }
            _ => self.chain(has_braces),
        }
    }

    /// `|name| body`.
    fn closure(&mut self) -> Option<Node<'t>> {
        let mark = self.mark();
        self.pass("|")?;
        if !self.eat("_") {
            self.word()?;
        }
        self.pass("|")?;
        let head = self.since(mark);
        Some(Node::closure(head, self.expression()?.without_braces()))
    }

    /// A value, and the fields, calls and question marks behind it.
    fn chain(&mut self, has_braces: bool) -> Option<Node<'t>> {
        let mut links = vec![Link { node: self.value(has_braces)?, questions: 0 }];
        loop {
            if self.eat("?") {
                links.last_mut()?.questions += 1;
            } else if self.is(".") {
                links.push(Link { node: self.member()?, questions: 0 });
            } else {
                break;
            }
        }
        match links.as_slice() {
            [Link { questions: 0, .. }] => links.pop().map(|link| link.node),
            _ => Some(Node::chain(links)),
        }
    }

    /// `.field` or `.method::<Type>(arguments)`.
    fn member(&mut self) -> Option<Node<'t>> {
        let mark = self.mark();
        self.pass(".")?;
        self.word()?;
        let has_types = self.eat("::");
        let mut name = Node::text(self.since(mark));
        if has_types {
            name = self.generic_arguments(name)?;
        }
        if self.is("(") { self.call(name, ListKind::Call) } else { (!has_types).then_some(name) }
    }

    /// The arguments behind what is called.
    fn call(&mut self, head: Node<'t>, kind: ListKind) -> Option<Node<'t>> {
        self.pass("(")?;
        Some(Node::list(head, kind, self.list(")", Self::expression)?))
    }

    /// The beginning of a chain.
    fn value(&mut self, has_braces: bool) -> Option<Node<'t>> {
        let token = self.peek()?;
        match (token.kind, token.text) {
            (Kind::Literal, text) => {
                self.next()?;
                // Behind a number, a dot would be a part of it.
                (!text.ends_with('.') && !self.is(".") || text.starts_with('"')).then(|| Node::text(text))
            }
            (_, "(") => {
                let has_one = !self.is_at(1, ")") && !self.has_comma();
                if has_one { None } else { self.call(Node::text(""), ListKind::Call) }
            }
            (_, "[") => {
                self.next()?;
                Some(Node::list(Node::text(""), ListKind::Array, self.list("]", Self::expression)?))
            }
            (_, "{") => self.block().map(Node::block),
            (_, "match") => self.match_expression(),
            (_, "if") => self.if_expression(),
            (Kind::Word, "for" | "while" | "loop" | "unsafe" | "async" | "const" | "move" | "break" | "continue") => None,
            (Kind::Word, _) => {
                let path = self.path()?;
                self.after_path(path, has_braces)
            }
            _ => None,
        }
    }

    /// Whether the brackets that begin next have a comma that separates items.
    fn has_comma(&self) -> bool {
        let mut distance = 1;
        while let Some(token) = self.peek_at(distance).filter(|token| token.kind != Kind::Close) {
            match token.kind {
                _ if token.text == "," => return !self.peek_at(distance + 1).is_some_and(|token| token.kind == Kind::Close),
                Kind::Open => distance = token.end - self.mark() + 1,
                _ => distance += 1,
            }
        }
        false
    }

    /// A path, a call, a macro or a struct literal.
    fn after_path(&mut self, path: &'t str, has_braces: bool) -> Option<Node<'t>> {
        match self.peek().map(|token| token.text) {
            Some("(") => self.call(Node::text(path), ListKind::Call),
            Some("!") => {
                self.next()?;
                self.call(Node::join(vec![Node::text(path), Node::text("!")]), ListKind::Macro)
            }
            Some("{") if has_braces => self.structure(path),
            Some("::" | "[") => None,
            _ => Some(Node::text(path)),
        }
    }

    fn structure(&mut self, path: &'t str) -> Option<Node<'t>> {
        self.pass("{")?;
        let (mut fields, mut base) = (Vec::new(), None);
        while !self.eat("}") {
            if self.eat("..") {
                base = Some(self.expression()?);
                self.pass("}")?;
                break;
            }
            let name = self.word()?;
            fields.push(if self.eat(":") { Node::pair(name, self.expression()?) } else { Node::text(name) });
            if !self.eat(",") && !self.is("}") {
                return None;
            }
        }
        Some(Node::structure(path, fields, base))
    }
}
