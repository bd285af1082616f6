//! Items, and what stands in them.

use super::Run;
use super::layout::{INDENT, Step};
use super::printer::{Known, Printer};
use super::token::Kind;

impl<'t> Printer<'t> {
    /// The text of a file.
    pub(super) fn file(mut self) -> Known<String> {
        self.attributes_of_file()?;
        self.layout.write(&mut self.out);
        let mut previous = None;
        while self.peek().is_some() {
            let run = self.item()?;
            if !self.out.is_empty() && (run.is_none() || run != previous) {
                self.out.push('\n');
            }
            self.layout.write(&mut self.out);
            previous = run;
        }
        Some(self.out)
    }

    fn item(&mut self) -> Known<Option<Run>> {
        self.attributes()?;
        if self.is_at(1, "::") && self.is_at(3, "!") {
            return self.macro_item().map(|()| None);
        }
        let mark = self.layout.mark();
        let is_public = self.visibility()?;
        let keyword = self.next_of(Kind::Word)?;
        let offset = if keyword == "const" { 0 } else { INDENT };
        if keyword != "use" {
            self.layout.insert(mark, [Step::Begin { offset, is_consistent: true }]);
        }
        match keyword {
            "struct" => self.struct_item()?,
            "enum" => self.enum_item()?,
            "impl" => self.members()?,
            "type" => self.type_item()?,
            "const" => self.const_item()?,
            "mod" => {
                self.layout.text("mod ");
                self.word()?;
                self.pass(";")?;
                self.layout.text(";");
                self.layout.end();
            }
            "use" => {
                let is_of_parent = self.is("super");
                self.layout.text("use ");
                self.use_tree()?;
                self.pass(";")?;
                self.layout.text(";");
                self.layout.line();
                return Some(Some(match (is_public, is_of_parent) {
                    (true, _) => Run::Exports,
                    (false, true) => Run::ImportsOfParent,
                    (false, false) => Run::Imports,
                }));
            }
            _ => return None,
        }
        self.layout.line();
        Some((keyword == "mod").then_some(Run::Modules))
    }

    /// A macro of the runtime that is given a name.
    fn macro_item(&mut self) -> Known {
        self.word()?;
        self.pass("::")?;
        self.layout.text("::");
        self.word()?;
        self.pass("!")?;
        self.pass("(")?;
        self.layout.text("!(");
        self.layout.consistent(INDENT);
        self.layout.zero();
        self.layout.inconsistent(0);
        self.word()?;
        self.layout.end();
        self.layout.zero();
        self.layout.outdent();
        self.layout.end();
        self.layout.text(");");
        self.layout.line();
        self.pass(")")?;
        self.pass(";")
    }

    /// Tells whether it is `pub`.
    pub(super) fn visibility(&mut self) -> Known<bool> {
        if !self.eat("pub") {
            return Some(false);
        }
        if self.is("(") && (self.is_at(1, "crate") || self.is_at(1, "super")) {
            self.next()?;
            self.layout.text("pub(");
            self.word()?;
            self.layout.text(") ");
            self.pass(")")?;
            return Some(false);
        }
        self.layout.text("pub ");
        Some(true)
    }

    fn use_tree(&mut self) -> Known {
        self.word()?;
        while self.eat("::") {
            self.layout.text("::");
            if self.eat("*") {
                self.layout.text("*");
                return Some(());
            }
            if self.is("{") {
                return self.use_group();
            }
            self.word()?;
        }
        if self.eat("as") {
            self.layout.text(" as ");
            self.word()?;
        }
        Some(())
    }

    fn use_group(&mut self) -> Known {
        let is_single = !self.inside().iter().any(|token| matches!(token.text, "," | "self" | "{"));
        self.pass("{")?;
        if is_single {
            self.use_tree()?;
            return self.pass("}");
        }
        self.layout.consistent(INDENT);
        self.layout.text("{");
        self.layout.zero();
        self.layout.inconsistent(0);
        while !self.is("}") {
            self.use_tree()?;
            if self.eat(",") && !self.is("}") {
                self.layout.comma(false);
            }
        }
        self.layout.end();
        self.layout.comma(true);
        self.layout.outdent();
        self.layout.text("}");
        self.layout.end();
        self.pass("}")
    }

    fn struct_item(&mut self) -> Known {
        self.layout.text("struct ");
        self.word()?;
        self.generics()?;
        if self.is("(") {
            self.unnamed_fields()?;
        }
        if self.eat(";") {
            self.layout.text(";");
            self.layout.end();
            return Some(());
        }
        self.layout.text(" ");
        self.parts(|printer| {
            printer.visibility()?;
            printer.word()?;
            printer.pass(":")?;
            printer.layout.text(": ");
            printer.ty()
        })
    }

    fn enum_item(&mut self) -> Known {
        self.layout.text("enum ");
        self.word()?;
        self.generics()?;
        self.layout.text(" ");
        self.parts(|printer| {
            printer.word()?;
            if printer.is("(") {
                printer.layout.consistent(INDENT);
                printer.unnamed_fields()?;
                printer.layout.end();
            }
            Some(())
        })
    }

    /// Fields or variants between braces, each with its attributes.
    fn parts(&mut self, mut part: impl FnMut(&mut Self) -> Known) -> Known {
        self.pass("{")?;
        self.layout.text("{");
        self.layout.line_if_more();
        while !self.is("}") {
            self.attributes()?;
            part(self)?;
            if !self.eat(",") && !self.is("}") {
                return None;
            }
            self.layout.text(",");
            self.layout.line();
        }
        self.layout.outdent();
        self.layout.end();
        self.layout.text("}");
        self.pass("}")
    }

    fn unnamed_fields(&mut self) -> Known {
        self.pass("(")?;
        self.layout.text("(");
        self.layout.zero();
        while !self.is(")") {
            self.attributes()?;
            self.visibility()?;
            self.ty()?;
            let is_last = !self.eat(",") || self.is(")");
            self.layout.comma(is_last);
        }
        self.layout.outdent();
        self.layout.text(")");
        self.pass(")")
    }

    pub(super) fn type_item(&mut self) -> Known {
        self.layout.text("type ");
        self.word()?;
        self.generics()?;
        self.pass("=")?;
        self.layout.text(" = ");
        self.layout.never();
        self.layout.inconsistent(-INDENT);
        self.ty()?;
        self.layout.end();
        self.pass(";")?;
        self.layout.text(";");
        self.layout.end();
        Some(())
    }

    pub(super) fn const_item(&mut self) -> Known {
        self.layout.text("const ");
        self.word()?;
        self.pass(":")?;
        self.layout.text(": ");
        self.ty()?;
        self.pass("=")?;
        self.layout.text(" = ");
        self.layout.never();
        self.expression()?;
        self.pass(";")?;
        self.layout.text(";");
        self.layout.end();
        Some(())
    }
}
