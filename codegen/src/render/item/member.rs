//! Impls and their members.

use super::Printer;
use crate::emit::Kind;
use crate::render::layout::{INDENT, Shape, block, indent};
use crate::render::node::Node;

impl<'t> Printer<'t> {
    /// Prints an `impl`, its methods separated by blank lines.
    pub(super) fn impl_item(&mut self) -> Option<()> {
        self.impl_head()?;
        let mut after_method = None;
        let is_empty = self.parser.is("}");
        while !self.parser.is("}") {
            let start = self.out.len();
            self.out.push('\n');
            let is_method = self.member()?;
            if after_method.is_some_and(|after_method| is_method || after_method) {
                self.out.insert(start, '\n');
            }
            after_method = Some(is_method);
        }
        if !is_empty {
            self.out.push('\n');
        }
        self.end("}")
    }

    /// Prints `impl Trait for Type {`, on several lines if one is too short for it.
    fn impl_head(&mut self) -> Option<()> {
        let first = self.parser.ty()?;
        let of = if self.parser.eat("for") { Some(self.parser.ty()?) } else { None };
        let (line, end) = (Shape::line(INDENT), Shape::line(0).width());
        let width = "impl ".len() + first.width;
        self.out.push_str("impl");
        let is_below = width + if of.is_some() { 0 } else { " {".len() } > end;
        if is_below {
            line.new_line(&mut self.out);
            self.node(&first, line)?;
        } else {
            self.out.push(' ');
            first.write_flat(&mut self.out);
        }
        let mut is_long = is_below;
        if let Some(of) = of {
            if self.column() + " for ".len() + of.width + " {".len() > end {
                line.new_line(&mut self.out);
                is_long = true;
            } else {
                self.out.push(' ');
            }
            self.out.push_str("for ");
            of.write_flat(&mut self.out);
        }
        self.out.push(if is_long { '\n' } else { ' ' });
        self.end("{")
    }

    /// Prints a member, and returns whether it is a method.
    fn member(&mut self) -> Option<bool> {
        let shape = Shape::line(INDENT);
        indent(INDENT, &mut self.out);
        self.attributes(shape)?;
        self.visibility()?;
        let keyword = self.parser.word()?;
        match keyword {
            "const" => self.const_item(INDENT)?,
            "type" => self.type_item(INDENT)?,
            "fn" => self.function()?,
            _ => return None,
        }
        Some(keyword == "fn")
    }

    fn function(&mut self) -> Option<()> {
        self.out.push_str("fn ");
        self.word()?;
        self.parser.pass("(")?;
        let parameters = self.parser.list(")", |parser| parameter(parser))?;
        let result = if self.parser.eat("->") { Some(self.parser.ty()?) } else { None };
        let body = self.parser.block()?;
        let has_own_line = self.signature(&parameters, result.as_ref())?;
        let shape = Shape::line(INDENT);
        if has_own_line {
            shape.new_line(&mut self.out);
        } else {
            self.out.push(' ');
        }
        block(&body, shape, &mut self.out)
    }

    /// Prints parameters and result; returns whether they leave no space for the brace.
    fn signature(&mut self, parameters: &[Node<'t>], result: Option<&Node<'t>>) -> Option<bool> {
        let end = Shape::line(0).width();
        let inside: usize = parameters.iter().map(|node| node.width + 2).sum::<usize>().saturating_sub(2);
        let arrow = result.map_or(0, |result| " -> ".len() + result.width);
        self.out.push('(');
        let mut arrow_line = None;
        let is_one_line = self.column() + inside + ")".len() + arrow + " {".len() <= end;
        if is_one_line {
            for (index, parameter) in parameters.iter().enumerate() {
                self.out.push_str(if index > 0 { ", " } else { "" });
                parameter.write_flat(&mut self.out);
            }
        } else if parameters.is_empty() {
            arrow_line = Some(Shape::line(INDENT));
        } else {
            let nested = Shape::line(INDENT).nested();
            for parameter in parameters {
                nested.new_line(&mut self.out);
                self.node(parameter, nested.before(1)?)?;
                self.out.push(',');
            }
            Shape::line(INDENT).new_line(&mut self.out);
        }
        self.out.push(')');
        let Some(result) = result else { return Some(false) };
        match arrow_line {
            Some(line) => line.new_line(&mut self.out),
            None => self.out.push(' '),
        }
        self.out.push_str("-> ");
        // As rustfmt counts, without the bracket.
        self.node(result, Shape::line(INDENT).after("-> ".len())?)?;
        // rustfmt takes the indentation off twice, unless all is on one line.
        Some(!is_one_line && self.column() + " {".len() > end - INDENT)
    }
}

/// `self`, `mut self`, `&self` or `name: Type`.
fn parameter<'t>(parser: &mut super::Parser<'t>) -> Option<Node<'t>> {
    let mark = parser.mark();
    if parser.eat("&") {
        parser.pass("self")?;
        return Some(Node::text(parser.since(mark)));
    }
    if parser.eat("mut") {
        return Some(Node::prefix("mut ", Node::text(parser.word()?)));
    }
    let name = parser.next_of(Kind::Word)?;
    if !parser.eat(":") {
        return Some(Node::text(name));
    }
    Some(Node::pair(name, parser.ty()?))
}
