//! Patterns, as arms, `let` and closures have them.

use super::layout::{INDENT, Step};
use super::printer::{Known, Printer};
use super::token::Kind;

impl<'t> Printer<'t> {
    /// A pattern with its alternatives.
    pub(super) fn pattern(&mut self) -> Known {
        let mark = self.layout.mark();
        let mut is_plain = self.one_pattern()?;
        if !self.is("|") {
            return Some(());
        }
        while self.eat("|") {
            self.layout.space();
            self.layout.text("| ");
            is_plain &= self.one_pattern()?;
        }
        self.layout.insert(mark, [Step::Begin { offset: 0, is_consistent: !is_plain }]);
        self.layout.end();
        Some(())
    }

    /// A pattern; tells whether it is a literal or the one for all that is left.
    fn one_pattern(&mut self) -> Known<bool> {
        let token = self.peek()?;
        match (token.kind, token.text) {
            (Kind::Literal, _) => {
                self.next()?;
                self.layout.text(token.text);
                let Some(range @ (".." | "..=")) = self.peek().map(|token| token.text) else { return Some(true) };
                self.next()?;
                self.layout.text(range);
                let end = self.next_of(Kind::Literal)?;
                self.layout.text(end);
                Some(false)
            }
            (Kind::Word, "_" | "true" | "false") => self.word().map(|()| true),
            (Kind::Operator, "_") => {
                self.next()?;
                self.layout.text("_");
                Some(true)
            }
            (_, "-") => {
                self.next()?;
                let number = self.next_of(Kind::Literal)?;
                self.layout.text("-");
                self.layout.text(number);
                Some(true)
            }
            (_, "&" | "..") => {
                self.next()?;
                self.layout.text(token.text);
                if token.text == "&" {
                    self.one_pattern()?;
                }
                Some(false)
            }
            (_, "(") => {
                self.next()?;
                self.layout.text("(");
                self.parts_of_pattern()
            }
            (Kind::Word, "ref" | "mut") => {
                self.word()?;
                self.layout.text(" ");
                self.word().map(|()| false)
            }
            (Kind::Word, _) => self.pattern_of_path(),
            _ => None,
        }
    }

    fn pattern_of_path(&mut self) -> Known<bool> {
        self.word()?;
        while self.eat("::") {
            self.layout.text("::");
            self.word()?;
        }
        if self.eat("(") {
            self.layout.text("(");
            return self.parts_of_pattern();
        }
        // Fields and subpatterns are not among what is known.
        (!self.is("{") && !self.is("@") && !self.is("<")).then_some(false)
    }

    fn parts_of_pattern(&mut self) -> Known<bool> {
        self.layout.consistent(INDENT);
        self.layout.zero();
        self.list(")", Self::pattern)?;
        self.layout.text(")");
        Some(false)
    }
}
