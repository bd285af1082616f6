//! Chains: a value, and the calls, fields and question marks behind it.

use super::expression::Shape;
use super::layout::{INDENT, Step};
use super::printer::{Known, Printer};
use super::token::Kind;

/// How wide a literal of a struct may be that stands in one line.
const STRUCT_WIDTH: isize = 34;

impl<'t> Printer<'t> {
    pub(super) fn chain(&mut self, begins_line: bool, has_braces: bool) -> Known<Shape> {
        let start = self.layout.mark();
        let mut shape = self.value(has_braces)?;
        let is_short = begins_line && shape == Shape::ShortName;
        // Where the part of the chain ends that its box holds, how many dots it has, and where the first call's arguments begin.
        let (mut end, mut dots, mut arguments) = (self.layout.mark(), 0, None);
        let value = end;
        while let Some(token) = self.peek() {
            if matches!(shape, Shape::If { .. } | Shape::Loop | Shape::Match) && token.kind == Kind::Open {
                return None;
            }
            match token.text {
                "?" => {
                    self.next()?;
                    self.layout.text("?");
                    shape = if shape == Shape::Wrapping { shape } else { Shape::Plain };
                }
                "." => {
                    self.next()?;
                    if dots == 0 {
                        self.layout.insert(value, [Step::End]);
                        let begin = |offset| Step::Begin { offset, is_consistent: true };
                        self.layout.insert(start, [begin(INDENT), begin(-INDENT)]);
                    }
                    dots += 1;
                    // A short name and what is called of it stand together.
                    let stays = is_short && dots == 1 && self.layout.mark() == value + 3;
                    if !stays {
                        self.layout.zero();
                    }
                    self.layout.text(".");
                    arguments = self.member()?.filter(|_| stays);
                    end = self.layout.mark();
                    shape = Shape::Wrapping;
                }
                "(" if token.kind == Kind::Open => {
                    self.next()?;
                    self.layout.text("(");
                    self.arguments()?;
                    shape = if shape == Shape::Wrapping { shape } else { Shape::Call };
                }
                "[" if token.kind == Kind::Open => {
                    self.next()?;
                    self.layout.text("[");
                    self.expression()?;
                    self.pass("]")?;
                    self.layout.text("]");
                    shape = Shape::Wrapping;
                }
                _ => break,
            }
        }
        if dots > 0 {
            self.layout.insert(end, [Step::End]);
        }
        if let (1, Some(arguments)) = (dots, arguments) {
            self.layout.set_offset(arguments, -INDENT);
        }
        Some(shape)
    }

    /// What stands behind a dot; of a call, the place of the box around its arguments.
    fn member(&mut self) -> Known<Option<usize>> {
        let name = self.next()?;
        if !matches!(name.kind, Kind::Word | Kind::Literal) {
            return None;
        }
        self.layout.text(name.text);
        if self.is("::") {
            self.next()?;
            self.layout.text("::");
            self.generic_arguments()?;
        }
        if !self.is("(") {
            return Some(None);
        }
        self.next()?;
        let mark = self.layout.mark();
        self.layout.consistent(0);
        self.layout.text("(");
        self.arguments()?;
        self.layout.end();
        Some(Some(mark))
    }

    /// The arguments of a call, with the bracket that closes them.
    fn arguments(&mut self) -> Known {
        let mark = self.layout.mark();
        let open = [Step::Begin { offset: INDENT, is_consistent: true }, Step::Break(Default::default())];
        if self.is(")") {
            self.next()?;
            self.layout.text(")");
            return Some(());
        }
        let shape = self.expression()?;
        if shape == Shape::Bracketed && (self.is(")") || self.is(",") && self.is_at(1, ")")) {
            self.eat(",");
        } else {
            self.layout.insert(mark, open);
            let is_last = !self.eat(",") || self.is(")");
            self.layout.comma(is_last);
            self.list(")", |printer| printer.expression().map(|_| ()))?;
            self.layout.text(")");
            return Some(());
        }
        self.layout.text(")");
        self.pass(")")
    }

    /// What a chain begins with.
    fn value(&mut self, has_braces: bool) -> Known<Shape> {
        let token = self.peek()?;
        match (token.kind, token.text) {
            (Kind::Literal, text) => {
                self.next()?;
                self.layout.text(text);
                // Two dots behind a number want a blank between.
                (!text.ends_with('.')).then_some(Shape::Plain)
            }
            (Kind::Open, "(") => self.parenthesized(),
            (Kind::Open, "[") => self.array(),
            (Kind::Open, "{") => {
                self.layout.consistent(INDENT);
                self.small_block()?;
                self.layout.end();
                Some(Shape::Bracketed)
            }
            (Kind::Word, "match") => self.match_expression(),
            (Kind::Word, "if") => self.if_expression(),
            (Kind::Word, "for") => self.for_expression(),
            (Kind::Word, "while" | "loop" | "unsafe" | "async" | "const") => None,
            (Kind::Word, _) | (Kind::Operator, "<") => self.path_or_struct(has_braces),
            _ => None,
        }
    }

    fn parenthesized(&mut self) -> Known<Shape> {
        if self.inside().last().is_some_and(|token| token.text == ",") {
            return None;
        }
        self.pass("(")?;
        self.layout.text("(");
        let mark = self.layout.mark();
        if self.eat(")") {
            self.layout.text(")");
            return Some(Shape::Bracketed);
        }
        self.expression()?;
        if self.eat(")") {
            self.layout.text(")");
            return Some(Shape::Plain);
        }
        self.layout.insert(mark, [Step::Begin { offset: INDENT, is_consistent: true }, Step::Break(Default::default())]);
        self.pass(",")?;
        self.layout.comma(false);
        self.list(")", |printer| printer.expression().map(|_| ()))?;
        self.layout.text(")");
        Some(Shape::Bracketed)
    }

    fn array(&mut self) -> Known<Shape> {
        let is_plain = |text: &str| !text.starts_with(['"', 'b', 'c']) && !text.contains('.');
        let mut inside = self.inside().iter();
        let is_simple = inside.all(|token| match token.kind {
            Kind::Literal => is_plain(token.text),
            _ => matches!(token.text, "," | "true" | "false"),
        });
        self.pass("[")?;
        if self.eat("]") {
            self.layout.text("[]");
            return Some(Shape::Bracketed);
        }
        if is_simple {
            self.layout.consistent(INDENT);
            self.layout.text("[");
            self.layout.zero();
            self.layout.inconsistent(0);
            while !self.is("]") {
                self.expression()?;
                if self.eat(",") && !self.is("]") {
                    self.layout.comma(false);
                }
            }
            self.layout.end();
            self.layout.comma(true);
            self.layout.outdent();
            self.layout.text("]");
            self.layout.end();
            self.pass("]")?;
        } else {
            self.layout.text("[");
            self.layout.consistent(INDENT);
            self.layout.zero();
            self.list("]", |printer| printer.expression().map(|_| ()))?;
            self.layout.text("]");
        }
        Some(Shape::Bracketed)
    }

    fn path_or_struct(&mut self, has_braces: bool) -> Known<Shape> {
        let mark = self.layout.mark();
        let is_short = self.peek()?.text.len() <= 4;
        let is_one = self.path_of_value()?;
        if self.is("!") {
            return None;
        }
        if !has_braces || !self.is("{") {
            return Some(if is_one && is_short { Shape::ShortName } else { Shape::Plain });
        }
        let begin = |offset, is_consistent| Step::Begin { offset, is_consistent };
        self.layout.insert(mark, [begin(INDENT, true), begin(-INDENT, false)]);
        self.layout.end();
        self.fields()?;
        Some(Shape::Bracketed)
    }

    /// A path; tells whether it is one name.
    fn path_of_value(&mut self) -> Known<bool> {
        let mut is_one = true;
        if self.is("<") {
            self.qualified_self()?;
            self.layout.text("::");
            is_one = false;
        }
        self.word()?;
        while self.eat("::") {
            is_one = false;
            self.layout.text("::");
            if self.is("<") {
                self.generic_arguments()?;
            } else {
                self.word()?;
            }
        }
        Some(is_one)
    }

    /// The fields of a struct's literal.
    fn fields(&mut self) -> Known {
        self.pass("{")?;
        self.layout.text(" {");
        self.layout.space_if_more();
        while !self.is("}") {
            if self.eat("..") {
                self.layout.text("..");
                self.expression()?;
                self.layout.space();
                break;
            }
            self.word()?;
            if self.eat(":") {
                self.layout.text(": ");
                self.layout.inconsistent(0);
                self.expression()?;
                self.layout.end();
            }
            let is_last = !self.eat(",") || self.is("}");
            self.layout.comma_or_space(is_last);
        }
        self.layout.outdent();
        self.layout.end_of_at_most(STRUCT_WIDTH);
        self.layout.text("}");
        self.pass("}")
    }
}
