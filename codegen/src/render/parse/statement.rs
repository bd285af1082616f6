//! Reads blocks, their statements, and what has blocks: `if`, `match`.

use super::super::node::{Arm, Kind, Node, Statement};
use super::Parser;

impl<'t> Parser<'t> {
    /// `{ statements }`.
    pub(in crate::render) fn block(&mut self) -> Option<Vec<Statement<'t>>> {
        self.pass("{")?;
        let mut statements = Vec::new();
        while !self.eat("}") {
            statements.push(self.statement()?);
        }
        Some(statements)
    }

    fn statement(&mut self) -> Option<Statement<'t>> {
        if self.is("#")
            || ["const", "static", "use", "fn", "struct", "enum", "impl", "type", "pub"].iter().any(|word| self.is(word))
        {
            return None;
        }
        if self.eat("let") {
            let mut left = Node::prefix("let ", self.pattern()?);
            if self.eat(":") {
                left = Node::join(vec![left, Node::text(": "), self.ty()?]);
            }
            self.pass("=")?;
            let node = Node::assign(left, " =", self.expression()?);
            self.pass(";")?;
            return Some(Statement { node, has_semicolon: true });
        }
        let node = self.expression()?;
        let has_semicolon = self.eat(";");
        let ends_in_block = matches!(node.kind, Kind::Block(_) | Kind::If { .. } | Kind::Match { .. });
        (has_semicolon || ends_in_block || self.is("}")).then_some(Statement { node, has_semicolon })
    }

    pub(super) fn if_expression(&mut self) -> Option<Node<'t>> {
        self.pass("if")?;
        let condition = self.condition()?;
        let then = self.block()?;
        (!self.is("else")).then(|| Node::if_(condition, then))
    }

    pub(super) fn match_expression(&mut self) -> Option<Node<'t>> {
        self.pass("match")?;
        let value = self.condition()?;
        self.pass("{")?;
        let mut arms = Vec::new();
        while !self.eat("}") {
            let pattern = self.pattern()?;
            let guard = if self.eat("if") { Some(self.expression()?) } else { None };
            self.pass("=>")?;
            let body = self.expression()?.without_braces();
            if !self.eat(",") && !self.is("}") && !self.follows_brace() {
                return None;
            }
            arms.push(Arm { pattern, guard, body });
        }
        Some(Node::match_(value, arms))
    }
}
