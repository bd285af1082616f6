//! Blocks, statements, and what holds them.

use super::expression::{Shape, braced};
use super::layout::INDENT;
use super::printer::{Known, Printer};

impl<'t> Printer<'t> {
    /// The statements of a block whose brackets belong to something larger.
    pub(super) fn statements(&mut self) -> Known {
        while !self.is("}") {
            self.statement()?;
        }
        Some(())
    }

    fn statement(&mut self) -> Known {
        if self.is("#") {
            return None;
        }
        if self.is("let") {
            return self.let_statement();
        }
        if self.is_item() {
            return None;
        }
        self.layout.inconsistent(0);
        let shape = self.expression_of_line()?;
        if self.eat(";") {
            if !matches!(shape, Shape::If { has_else: false } | Shape::Loop) {
                self.layout.text(";");
            }
        } else if shape == Shape::Statement {
            self.layout.text(";");
        } else if !self.is("}") && !matches!(shape, Shape::If { .. } | Shape::Loop | Shape::Match) {
            return None;
        }
        self.layout.end();
        self.layout.line();
        Some(())
    }

    fn is_item(&self) -> bool {
        ["const", "static", "use", "fn", "struct", "enum", "impl", "type", "mod", "pub"].iter().any(|word| self.is(word))
    }

    fn let_statement(&mut self) -> Known {
        self.pass("let")?;
        self.layout.inconsistent(0);
        self.layout.text("let ");
        self.pattern()?;
        if self.eat(":") {
            self.layout.text(": ");
            self.ty()?;
        }
        if self.eat("=") {
            self.layout.text(" = ");
            self.layout.never();
            self.expression()?;
            if self.eat("else") {
                self.layout.space();
                self.layout.text("else ");
                self.layout.end();
                self.layout.never();
                self.layout.consistent(INDENT);
                self.small_block()?;
            }
        }
        self.pass(";")?;
        self.layout.end();
        self.layout.text(";");
        self.layout.line();
        Some(())
    }

    /// Braces around statements; a single expression may stand in one line with them.
    pub(super) fn small_block(&mut self) -> Known {
        self.pass("{")?;
        self.layout.text("{");
        if self.eat("}") {
            self.layout.text("}");
            return Some(());
        }
        self.layout.space();
        let single = self.attempt(|printer| {
            if printer.is("#") || printer.is_item() {
                return None;
            }
            printer.layout.inconsistent(0);
            printer.expression_of_line()?;
            printer.layout.end();
            printer.layout.space();
            printer.is("}").then_some(())
        });
        if single.is_none() {
            self.statements()?;
        }
        self.layout.outdent();
        self.layout.text("}");
        self.pass("}")
    }

    /// Braces around statements, each of which has its line.
    pub(super) fn block(&mut self) -> Known {
        self.pass("{")?;
        self.layout.text("{");
        self.layout.never();
        self.layout.consistent(INDENT);
        self.lines_of_block()
    }

    /// Statements in a line each, and the brace that ends them and their box.
    pub(super) fn lines_of_block(&mut self) -> Known {
        self.layout.line_if_more();
        self.statements()?;
        self.layout.outdent();
        self.layout.end();
        self.layout.text("}");
        self.pass("}")
    }

    pub(super) fn if_expression(&mut self) -> Known<Shape> {
        self.layout.consistent(INDENT);
        self.condition_of_if()?;
        let has_else = self.behind().is_some_and(|token| token.text == "else");
        if has_else {
            self.small_block()?;
            while self.eat("else") {
                self.layout.text(" else ");
                if self.is("if") {
                    self.condition_of_if()?;
                }
                self.small_block()?;
            }
        } else {
            self.pass("{")?;
            self.layout.text("{");
            if !self.is("}") {
                self.layout.line();
                self.statements()?;
                self.layout.outdent();
            }
            self.layout.text("}");
            self.pass("}")?;
        }
        self.layout.end();
        Some(Shape::If { has_else })
    }

    fn condition_of_if(&mut self) -> Known {
        self.pass("if")?;
        self.layout.text("if ");
        self.layout.consistent(-INDENT);
        self.condition()?;
        self.layout.end();
        Some(())
    }

    pub(super) fn for_expression(&mut self) -> Known<Shape> {
        self.pass("for")?;
        self.layout.inconsistent(0);
        self.layout.text("for ");
        self.pattern()?;
        self.pass("in")?;
        self.layout.text(" in ");
        self.layout.never();
        self.condition()?;
        self.block()?;
        self.layout.end();
        Some(Shape::Loop)
    }

    pub(super) fn match_expression(&mut self) -> Known<Shape> {
        self.pass("match")?;
        self.layout.inconsistent(0);
        self.layout.text("match ");
        self.condition()?;
        self.pass("{")?;
        self.layout.text("{");
        self.layout.never();
        self.layout.consistent(INDENT);
        self.layout.line_if_more();
        while !self.is("}") {
            self.arm()?;
            self.layout.line();
        }
        self.layout.outdent();
        self.layout.end();
        self.layout.text("}");
        self.pass("}")?;
        self.layout.end();
        Some(Shape::Match)
    }

    fn arm(&mut self) -> Known {
        self.attributes()?;
        self.layout.inconsistent(0);
        self.pattern()?;
        if self.eat("if") {
            self.layout.text(" if ");
            self.expression()?;
        }
        self.pass("=>")?;
        self.layout.text(" => ");
        if self.is("(") && self.is_at(1, ")") && self.behind().is_none_or(|token| matches!(token.text, "," | "}")) {
            self.next()?;
            self.next()?;
            self.layout.text("{}");
        } else if self.attempt(Self::body_of_arm).is_none() {
            if !self.is("{") {
                return None;
            }
            self.block()?;
        }
        self.eat(",");
        self.layout.end();
        Some(())
    }

    /// The body of an arm that is a single expression, with braces around it or without.
    fn body_of_arm(&mut self) -> Known {
        let mut depth = 0;
        while self.eat("{") {
            depth += 1;
        }
        if self.is("#") || self.is("let") || self.is_item() {
            return None;
        }
        self.layout.never();
        let [begin, open] = braced();
        let mark = self.layout.mark();
        self.layout.insert(mark, [begin, open]);
        let shape = self.expression_of_line()?;
        let ends = (0..depth).all(|_| self.eat("}"));
        let takes_comma = match shape {
            Shape::If { .. } | Shape::Loop | Shape::Match => "",
            _ => ",",
        };
        self.end_braced(shape, takes_comma)?;
        ends.then_some(())
    }
}
