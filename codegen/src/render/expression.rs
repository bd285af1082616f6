//! Expressions: operators, and what stands between them.

use super::layout::{Break, INDENT, Step};
use super::printer::{Known, Printer};
use super::token::Kind;

/// What an expression is, as far as the layout around it depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A name of up to four characters.
    ShortName,
    /// Anything in brackets of its own.
    Bracketed,
    /// A call, which a closure does not set in braces.
    Call,
    /// `match`, likewise, which ends a statement and takes no comma in an arm.
    Match,
    /// `if`, which ends a statement, and in an arm takes no comma.
    If { has_else: bool },
    /// `for` or `while`, likewise.
    Loop,
    /// What takes a semicolon in braces of its own: an assignment, a jump.
    Statement,
    /// What begins a line where its condition is too long for one.
    Wrapping,
    /// Anything else.
    Plain,
}

/// The rank of the operators that bind least.
const LOOSEST: u8 = 1;
/// The rank of what `let` in a condition takes.
const SCRUTINEE: u8 = 3;

impl<'t> Printer<'t> {
    pub(super) fn expression(&mut self) -> Known<Shape> {
        self.whole_expression(false, true)
    }

    /// An expression at the beginning of a line: a call of a short name stays on it.
    pub(super) fn expression_of_line(&mut self) -> Known<Shape> {
        self.whole_expression(true, true)
    }

    /// What stands before the braces of `if`, `match` and `for`.
    pub(super) fn condition(&mut self) -> Known {
        self.layout.consistent(0);
        if self.whole_expression(false, false)? == Shape::Wrapping {
            self.layout.space();
        } else {
            self.layout.text(" ");
        }
        self.layout.end();
        Some(())
    }

    fn whole_expression(&mut self, begins_line: bool, has_braces: bool) -> Known<Shape> {
        let mark = self.layout.mark();
        let shape = self.operation(LOOSEST, begins_line, has_braces)?;
        if self.eat("=") {
            self.layout.insert(mark, [Step::Begin { offset: 0, is_consistent: false }]);
            self.layout.text(" = ");
            self.layout.never();
            self.expression()?;
            self.layout.end();
            return Some(Shape::Statement);
        }
        if self.is("..") || self.is("..=") {
            return None;
        }
        Some(shape)
    }

    /// Operands between operators of a rank and higher ones.
    fn operation(&mut self, rank: u8, begins_line: bool, has_braces: bool) -> Known<Shape> {
        let mark = self.layout.mark();
        let mut shape = self.operand(begins_line, has_braces)?;
        while let Some((operator, own)) = self.operator().filter(|(_, own)| *own >= rank) {
            if matches!(shape, Shape::If { .. } | Shape::Loop | Shape::Match) {
                return None;
            }
            self.next()?;
            let begin = |offset| Step::Begin { offset, is_consistent: false };
            self.layout.insert(mark, [begin(INDENT), begin(-INDENT)]);
            self.layout.end();
            self.layout.space();
            self.layout.text(operator);
            self.layout.text(" ");
            if operator == "as" {
                self.ty()?;
            } else {
                self.operation(own + 1, false, has_braces)?;
            }
            self.layout.end();
            shape = Shape::Wrapping;
        }
        Some(shape)
    }

    /// The operator that is next, and how closely it binds.
    fn operator(&self) -> Option<(&'t str, u8)> {
        let token = self.peek().filter(|token| matches!(token.kind, Kind::Operator | Kind::Word))?;
        let rank = match token.text {
            "||" => LOOSEST,
            "&&" => 2,
            "==" | "!=" | "<=" | ">=" | "<" | ">" => SCRUTINEE,
            "|" => 4,
            "^" => 5,
            "&" => 6,
            "+" | "-" => 8,
            "*" | "/" | "%" => 9,
            "as" => 10,
            _ => return None,
        };
        // An operator of more characters, such as `+=` or `<<`, is not among what is known.
        let goes_on = rank > 3 && self.is_at(1, "=") || matches!(token.text, "<" | ">") && self.is_at(1, token.text);
        (!goes_on).then_some((token.text, rank))
    }

    fn operand(&mut self, begins_line: bool, has_braces: bool) -> Known<Shape> {
        let token = self.peek()?;
        match token.text {
            "&" => {
                self.next()?;
                self.layout.text("&");
                if self.eat("mut") {
                    self.layout.text("mut ");
                }
                self.prefixed(has_braces)
            }
            "*" | "!" | "-" => {
                self.next()?;
                self.layout.text(token.text);
                self.prefixed(has_braces)
            }
            "let" => self.condition_of_let(),
            "|" | "||" | "move" => self.closure().map(|()| Shape::Bracketed),
            "return" => {
                self.word()?;
                if !self.is(";") && !self.is(",") && !self.is_end() {
                    self.layout.text(" ");
                    self.expression()?;
                }
                Some(Shape::Statement)
            }
            "break" | "continue" => {
                self.word()?;
                (self.is(";") || self.is_end()).then_some(Shape::Statement)
            }
            _ => self.chain(begins_line, has_braces),
        }
    }

    fn prefixed(&mut self, has_braces: bool) -> Known<Shape> {
        let shape = self.operand(false, has_braces)?;
        Some(if shape == Shape::Wrapping { shape } else { Shape::Plain })
    }

    fn condition_of_let(&mut self) -> Known<Shape> {
        self.pass("let")?;
        self.layout.inconsistent(0);
        self.layout.text("let ");
        self.layout.inconsistent(0);
        self.pattern()?;
        self.layout.end();
        self.pass("=")?;
        self.layout.text(" = ");
        self.layout.never();
        self.layout.inconsistent(0);
        let shape = self.operation(SCRUTINEE, false, false)?;
        self.layout.end();
        self.layout.end();
        Some(shape)
    }

    fn closure(&mut self) -> Known {
        self.layout.inconsistent(0);
        if self.eat("move") {
            self.layout.text("move ");
        }
        self.layout.consistent(INDENT);
        self.layout.text("|");
        if !self.eat("||") {
            self.pass("|")?;
            self.layout.zero();
            while !self.eat("|") {
                self.parameter_of_closure()?;
                if self.eat(",") && !self.is("|") {
                    self.layout.text(",");
                    self.layout.space();
                }
            }
        }
        if self.is("->") {
            return None;
        }
        self.layout.text("|");
        self.layout.space();
        self.layout.outdent();
        self.layout.end();
        self.layout.never();
        let mark = self.layout.mark();
        let shape = self.expression()?;
        if !matches!(shape, Shape::Bracketed | Shape::Call | Shape::Match) {
            self.layout.insert(mark, braced());
            self.end_braced(shape, "")?;
        }
        self.layout.end();
        Some(())
    }

    fn parameter_of_closure(&mut self) -> Known {
        if self.eat("&") {
            self.layout.text("&");
        }
        if self.is("(") {
            return self.pattern();
        }
        self.word()?;
        if self.eat(":") {
            self.layout.text(": ");
            self.ty()?;
        }
        Some(())
    }

    /// Ends the braces that are there only if what is in them takes a line of its own.
    pub(super) fn end_braced(&mut self, shape: Shape, instead: &'static str) -> Known {
        let before = if shape == Shape::Statement { ";" } else { "" };
        self.layout.break_(Break { offset: -INDENT, before, behind: "}", instead, ..Break::default() });
        self.layout.end();
        Some(())
    }
}

/// The beginning of such braces.
pub(super) fn braced<'t>() -> [Step<'t>; 2] {
    [Step::Begin { offset: INDENT, is_consistent: true }, Step::Break(Break { before: "{", ..Break::default() })]
}
