//! Blocks and their statements, and `if`.

use super::super::node::{Node, Statement, width};
use super::{Shape, ends_in_brackets, is_single_line, last_line, layout, text};

/// Lays out a block, each statement on separate lines.
pub(in crate::render) fn block(statements: &[Statement<'_>], shape: Shape, out: &mut String) -> Option<()> {
    if statements.is_empty() {
        out.push_str("{}");
        return Some(());
    }
    out.push('{');
    for statement in statements {
        let nested = shape.nested();
        nested.new_line(out);
        let semicolon = if statement.has_semicolon { ";" } else { "" };
        best_effort(&statement.node, nested.before(semicolon.len())?, out)?;
        out.push_str(semicolon);
    }
    shape.new_line(out);
    out.push('}');
    Some(())
}

/// Lays out a node as well as it goes: where a line is too long however it is broken, only that line is.
pub(in crate::render) fn best_effort(node: &Node<'_>, shape: Shape, out: &mut String) -> Option<()> {
    let start = out.len();
    layout(node, shape, out).or_else(|| {
        out.truncate(start);
        layout(node, shape.without_limit(), out)
    })
}

/// Lays out `if`, with the brace on a separate line behind a condition of several lines.
pub(super) fn if_(condition: &Node<'_>, then: &[Statement<'_>], shape: Shape, out: &mut String) -> Option<()> {
    let text = text(condition, shape.after(3)?)?;
    let is_long = !is_single_line(&text) || shape.column + 3 + width(&text) + 2 > shape.max;
    let is_offset = last_line(&text).len() - last_line(&text).trim_start().len() > shape.column;
    out.push_str("if ");
    out.push_str(&text);
    if is_long && (!ends_in_brackets(&text) || is_offset) {
        shape.new_line(out);
    } else {
        out.push(' ');
    }
    block(then, shape, out)
}
