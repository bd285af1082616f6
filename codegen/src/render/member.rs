//! Impls, and what stands in them.

use super::layout::{INDENT, Step};
use super::printer::{Known, Printer};
use super::token::Kind;

impl<'t> Printer<'t> {
    /// An `impl`, its methods set apart by empty lines.
    pub(super) fn members(&mut self) -> Known {
        self.layout.inconsistent(-INDENT);
        self.layout.consistent(INDENT);
        self.layout.text("impl");
        self.generics()?;
        self.layout.end();
        self.layout.text(" ");
        self.ty()?;
        if self.eat("for") {
            self.layout.space();
            self.layout.text("for ");
            self.ty()?;
        }
        self.layout.end();
        self.layout.text(" ");
        self.pass("{")?;
        self.layout.text("{");
        self.layout.line_if_more();
        let mut after_method = None;
        while !self.is("}") {
            let mark = self.layout.mark();
            let is_method = self.member_of_impl()?;
            if after_method.is_some_and(|after_method| is_method || after_method) {
                self.layout.insert(mark, [Step::EmptyLine]);
            }
            after_method = Some(is_method);
        }
        self.layout.outdent();
        self.layout.end();
        self.layout.text("}");
        self.pass("}")
    }

    /// Tells whether it is a method.
    fn member_of_impl(&mut self) -> Known<bool> {
        self.attributes()?;
        let is_constant = self.is("const") || self.is("pub") && self.is_at(1, "const");
        self.layout.consistent(if is_constant { 0 } else { INDENT });
        self.visibility()?;
        let keyword = self.next_of(Kind::Word)?;
        match keyword {
            "const" => self.const_item()?,
            "type" => self.type_item()?,
            "fn" => self.function()?,
            _ => return None,
        }
        self.layout.line();
        Some(keyword == "fn")
    }

    fn function(&mut self) -> Known {
        self.layout.text("fn ");
        self.word()?;
        self.generics()?;
        self.pass("(")?;
        self.layout.text("(");
        self.layout.never();
        self.layout.consistent(0);
        self.layout.zero();
        self.list(")", Self::parameter)?;
        self.layout.text(")");
        self.layout.consistent(-INDENT);
        self.return_type()?;
        self.layout.end();
        self.layout.text(" ");
        self.pass("{")?;
        self.layout.text("{");
        self.lines_of_block()
    }

    fn parameter(&mut self) -> Known {
        if self.is("&") {
            self.reference_mark()?;
        }
        if self.eat("mut") {
            self.layout.text("mut ");
        }
        let is_self = self.is("self");
        self.word()?;
        if !is_self {
            self.pass(":")?;
            self.layout.text(": ");
            self.ty()?;
        }
        Some(())
    }
}
