//! Items: their tokens go straight into text, except for the expressions and types in them, which are read into nodes first.

mod attribute;
mod declaration;
mod import;
mod member;

use super::layout::Shape;
use super::node::{ListKind, Node};
use super::parse::Parser;
use crate::emit::Token;

/// Prints the tokens of a file from left to right.
pub(super) struct Printer<'t> {
    parser: Parser<'t>,
    out: String,
}

/// Items that are not separated by blank lines.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Run {
    Modules,
    Exports,
    Imports,
    ParentImports,
}

impl<'t> Printer<'t> {
    pub(super) fn new(tokens: &'t [Token<'t>], text: &'t str) -> Self {
        Self { parser: Parser::new(tokens, text), out: String::with_capacity(text.len() * 5 / 4) }
    }

    /// Returns the text of the file; `None` if something in it is not known.
    pub(super) fn file(mut self) -> Option<String> {
        self.file_attributes()?;
        let mut previous = None;
        while self.parser.peek().is_some() {
            let start = self.out.len();
            let run = self.item()?;
            self.out.push('\n');
            if start > 0 && (run.is_none() || run != previous) {
                self.out.insert(start, '\n');
            }
            previous = run;
        }
        Some(self.out)
    }

    fn item(&mut self) -> Option<Option<Run>> {
        self.attributes(Shape::line(0))?;
        if self.parser.is_at(1, "::") && self.parser.is_at(3, "!") {
            self.macro_item()?;
            return Some(None);
        }
        let is_public = self.visibility()?;
        match self.parser.word()? {
            "struct" => self.struct_item()?,
            "enum" => self.enum_item()?,
            "impl" => self.impl_item()?,
            "type" => self.type_item(0)?,
            "const" => self.const_item(0)?,
            "mod" => {
                self.out.push_str("mod ");
                self.word()?;
                self.end(";")?;
                return Some(Some(Run::Modules));
            }
            "use" => return self.use_item(is_public).map(Some),
            _ => return None,
        }
        Some(None)
    }

    /// Prints a macro of the runtime that is given a name.
    fn macro_item(&mut self) -> Option<()> {
        let mark = self.parser.mark();
        self.parser.path()?;
        self.parser.pass("!")?;
        let head = Node::text(self.parser.since(mark));
        self.parser.pass("(")?;
        let arguments = self.parser.list(")", |parser| parser.word().map(Node::text))?;
        self.node(&Node::list(head, ListKind::Macro, arguments), self.rest(0, 1))?;
        self.end(";")
    }

    /// Prints `pub`, and returns whether it is there.
    fn visibility(&mut self) -> Option<bool> {
        let is_public = self.parser.eat("pub");
        if is_public {
            self.out.push_str("pub ");
        }
        (!is_public || !self.parser.is("(")).then_some(is_public)
    }

    /// Prints the next token, which must be a name.
    fn word(&mut self) -> Option<()> {
        let word = self.parser.word()?;
        self.out.push_str(word);
        Some(())
    }

    /// Prints this token, which must be next.
    fn end(&mut self, text: &str) -> Option<()> {
        self.parser.pass(text)?;
        self.out.push_str(text);
        Some(())
    }

    /// Prints the brace that opens an item, on a separate line if there is no space for it.
    fn open_braces(&mut self, indent: usize) -> Option<()> {
        if self.column() + " {".len() > Shape::line(0).width() {
            Shape::line(indent).new_line(&mut self.out);
        } else {
            self.out.push(' ');
        }
        self.end("{")
    }

    /// Prints a node.
    fn node(&mut self, node: &Node<'_>, shape: Shape) -> Option<()> {
        super::layout::best_effort(node, shape, &mut self.out)
    }

    /// The width of the latest line.
    fn column(&self) -> usize {
        super::node::width(self.out.rsplit('\n').next().unwrap_or_default())
    }

    /// What is left of the latest line before a mark of some width; lines below it are indented so far.
    fn rest(&self, indent: usize, mark: usize) -> Shape {
        let line = Shape::line(indent);
        line.after(self.column().saturating_sub(indent)).and_then(|rest| rest.before(mark)).unwrap_or(line.full())
    }
}
