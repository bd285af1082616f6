//! Types, paths and generics.

use super::layout::INDENT;
use super::printer::{Known, Printer};
use super::token::Kind;

impl<'t> Printer<'t> {
    pub(super) fn ty(&mut self) -> Known {
        let token = self.peek()?;
        match token.text {
            "&" => {
                self.reference_mark()?;
                if self.eat("mut") {
                    self.layout.text("mut ");
                }
                self.ty()
            }
            "[" => {
                self.next()?;
                self.layout.text("[");
                self.ty()?;
                self.layout.text("]");
                self.pass("]")
            }
            "(" => self.tuple_type(),
            "impl" | "dyn" => {
                self.word()?;
                self.layout.text(" ");
                self.bound()?;
                while self.eat("+") {
                    self.layout.text(" + ");
                    self.bound()?;
                }
                Some(())
            }
            "<" => {
                self.qualified_self()?;
                self.layout.text("::");
                self.path_of_type()
            }
            _ if token.kind == Kind::Word => self.path_of_type(),
            _ => None,
        }
    }

    fn tuple_type(&mut self) -> Known {
        if self.inside().last().is_some_and(|token| token.text == ",") {
            return None;
        }
        let has_one = !self.inside().is_empty() && !self.inside().iter().any(|token| token.text == ",");
        self.pass("(")?;
        self.layout.text("(");
        if has_one {
            self.ty()?;
            self.layout.text(")");
            return self.pass(")");
        }
        self.layout.consistent(INDENT);
        self.layout.zero();
        self.list(")", Self::ty)?;
        self.layout.text(")");
        Some(())
    }

    /// `<Self as Trait>`, with the colons behind it read.
    pub(super) fn qualified_self(&mut self) -> Known {
        self.pass("<")?;
        self.layout.text("<");
        self.ty()?;
        if self.eat("as") {
            self.layout.text(" as ");
            self.path_of_type()?;
        }
        self.pass(">")?;
        self.layout.text(">");
        self.pass("::")
    }

    /// `&`, with its lifetime if it has one.
    pub(super) fn reference_mark(&mut self) -> Known {
        self.pass("&")?;
        self.layout.text("&");
        if self.is_kind(Kind::Lifetime) {
            self.lifetime()?;
            self.layout.text(" ");
        }
        Some(())
    }

    pub(super) fn lifetime(&mut self) -> Known {
        let lifetime = self.next_of(Kind::Lifetime)?;
        self.layout.text(lifetime);
        Some(())
    }

    /// `path::Type<Arguments>`.
    pub(super) fn path_of_type(&mut self) -> Known {
        loop {
            self.word()?;
            if self.is("<") {
                self.generic_arguments()?;
            }
            if self.is("(") {
                return None;
            }
            if !self.eat("::") {
                return Some(());
            }
            self.layout.text("::");
        }
    }

    pub(super) fn generic_arguments(&mut self) -> Known {
        self.pass("<")?;
        self.layout.text("<");
        self.layout.consistent(INDENT);
        self.layout.zero();
        self.list(">", |printer| {
            if printer.is_kind(Kind::Lifetime) {
                return printer.lifetime();
            }
            if printer.is_at(1, "=") {
                printer.word()?;
                printer.pass("=")?;
                printer.layout.text(" = ");
            }
            printer.ty()
        })?;
        self.layout.text(">");
        Some(())
    }

    /// The parameters of an item.
    pub(super) fn generics(&mut self) -> Known {
        if !self.eat("<") {
            return Some(());
        }
        self.layout.text("<");
        self.layout.consistent(0);
        self.layout.zero();
        self.list(">", |printer| {
            if printer.is_kind(Kind::Lifetime) {
                return printer.lifetime();
            }
            printer.word()?;
            printer.layout.inconsistent(INDENT);
            if printer.eat(":") {
                printer.layout.text(": ");
                printer.bound()?;
                while printer.eat("+") {
                    printer.layout.space();
                    printer.layout.text("+ ");
                    printer.bound()?;
                }
            }
            printer.layout.end();
            Some(())
        })?;
        self.layout.text(">");
        Some(())
    }

    fn bound(&mut self) -> Known {
        if self.is_kind(Kind::Lifetime) {
            return self.lifetime();
        }
        if self.eat("?") {
            self.layout.text("?");
        }
        self.path_of_type()
    }

    /// What a function gives.
    pub(super) fn return_type(&mut self) -> Known {
        if self.eat("->") {
            self.layout.text(" -> ");
            self.ty()?;
        }
        Some(())
    }
}
