//! Imports and exports, their names on as few lines as possible.

use super::{Printer, Run};
use crate::render::layout::{INDENT, indent};

/// How wide a line of names may be, with its semicolon.
const LINE: usize = 100;

impl<'t> Printer<'t> {
    pub(super) fn use_item(&mut self, is_public: bool) -> Option<Run> {
        let is_of_parent = self.parser.is("super");
        self.out.push_str("use ");
        let mark = self.parser.mark();
        self.parser.path()?;
        let path = self.parser.since(mark);
        self.out.push_str(path);
        if self.parser.eat("::") {
            self.out.push_str("::");
            self.parser.pass("{")?;
            let names = self.parser.list("}", |parser| parser.word())?;
            self.names(&names);
        }
        self.end(";")?;
        Some(match (is_public, is_of_parent) {
            (true, _) => Run::Exports,
            (false, true) => Run::ParentImports,
            (false, false) => Run::Imports,
        })
    }

    /// Prints the names between the braces of an import: on one line with two columns to spare, as rustfmt has it, or as many on each
    /// line as there is space for.
    fn names(&mut self, names: &[&str]) {
        if let [name] = names {
            self.out.push_str(name);
            return;
        }
        let width: usize = names.iter().map(|name| name.len() + 2).sum();
        if self.column() + width + 3 <= LINE {
            self.out.push('{');
            self.out.push_str(&names.join(", "));
            self.out.push('}');
            return;
        }
        self.out.push('{');
        let mut used = LINE;
        for name in names {
            if used + 1 + name.len() + 1 > LINE {
                self.out.push('\n');
                indent(INDENT, &mut self.out);
                used = INDENT;
            } else {
                self.out.push(' ');
                used += 1;
            }
            self.out.push_str(name);
            self.out.push(',');
            used += name.len() + 1;
        }
        self.out.push_str("\n}");
    }
}
