//! Structs, enums, type aliases and constants.

use super::Printer;
use crate::render::layout::{INDENT, Shape};
use crate::render::node::{ListKind, Node};

impl<'t> Printer<'t> {
    pub(super) fn struct_item(&mut self) -> Option<()> {
        self.out.push_str("struct ");
        self.word()?;
        self.parts(|printer| {
            printer.visibility()?;
            let name = Node::text(printer.parser.word()?);
            printer.parser.pass(":")?;
            let ty = printer.parser.ty()?;
            printer.node(&Node::assign(name, ":", ty), printer.rest(INDENT, 1))
        })
    }

    pub(super) fn enum_item(&mut self) -> Option<()> {
        self.out.push_str("enum ");
        self.word()?;
        self.parts(|printer| {
            let name = Node::text(printer.parser.word()?);
            if !printer.parser.eat("(") {
                return printer.node(&name, printer.rest(INDENT, 1));
            }
            let types = printer.parser.list(")", |parser| parser.ty())?;
            printer.node(&Node::list(name, ListKind::Fields, types), printer.rest(INDENT, 1))
        })
    }

    /// Prints the fields or variants between braces, each with its attributes.
    fn parts(&mut self, mut part: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.open_braces(0)?;
        let shape = Shape::line(INDENT);
        let is_empty = self.parser.is("}");
        while !self.parser.is("}") {
            shape.new_line(&mut self.out);
            self.attributes(shape)?;
            part(self)?;
            if !self.parser.eat(",") && !self.parser.is("}") {
                return None;
            }
            self.out.push(',');
        }
        if !is_empty {
            self.out.push('\n');
        }
        self.end("}")
    }

    pub(super) fn type_item(&mut self, indent: usize) -> Option<()> {
        self.out.push_str("type ");
        let name = Node::text(self.parser.word()?);
        self.parser.pass("=")?;
        let ty = self.parser.ty()?;
        self.assign(name, ty, indent)
    }

    pub(super) fn const_item(&mut self, indent: usize) -> Option<()> {
        self.out.push_str("const ");
        let name = self.parser.word()?;
        self.parser.pass(":")?;
        let left = Node::pair(name, self.parser.ty()?);
        self.parser.pass("=")?;
        let value = self.parser.expression()?;
        self.assign(left, value, indent)
    }

    /// Prints `left = right;`.
    fn assign(&mut self, left: Node<'t>, right: Node<'t>, indent: usize) -> Option<()> {
        self.node(&Node::assign(left, " =", right), self.rest(indent, 1))?;
        self.end(";")
    }
}
