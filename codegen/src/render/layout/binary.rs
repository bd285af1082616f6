//! Operands between operators, and alternatives of patterns.

use super::super::node::Kind;
use super::super::node::{Node, is_literal, width};
use super::{Shape, first_line, is_single_line, last_line, layout, text};

/// The width up to which literals share lines as the alternatives of a pattern.
const SHORT_PATTERN: usize = 20;

/// Lays out operands, each on a line behind its operator.
pub(super) fn broken(operator: &str, operands: &[Node<'_>], shape: Shape, out: &mut String) -> Option<()> {
    let below = shape.nested().before(shape.overhead())?;
    let (first, others) = operands.split_first()?;
    let mut text = text(first, shape)?;
    for operand in others {
        let offset = if is_single_line(&text) { shape.column } else { 0 };
        if width(last_line(&text)) + offset <= below.column
            && let Some(here) = shape.after(operator.len() + 2 + width(last_line(&text)))
            && let Some(operand) = self::text(operand, here)
        {
            text.extend([" ", operator, " ", &operand]);
            continue;
        }
        below.new_line(&mut text);
        text.extend([operator, " "]);
        layout(operand, below.after(operator.len() + 1)?, &mut text)?;
    }
    out.push_str(&text);
    (width(first_line(&text)) <= shape.width()).then_some(())
}

/// Lays out alternatives: short literals as many on a line as there is space for, others each on a line.
pub(super) fn alternatives(nodes: &[Node<'_>], shape: Shape, out: &mut String) -> Option<()> {
    let is_short = |node: &Node<'_>| node.width <= SHORT_PATTERN && matches!(node.kind, Kind::Text(text) if is_literal(text));
    let is_filled = nodes.iter().all(is_short);
    let mut used = 0;
    for (index, node) in nodes.iter().enumerate() {
        let needed = node.width + if index > 0 { 2 } else { 0 };
        if index > 0 && (!is_filled || used + 1 + needed > shape.width()) {
            shape.new_line(out);
            out.push_str("| ");
            used = needed;
        } else if index > 0 {
            out.push_str(" | ");
            used += 1 + needed;
        } else {
            used = needed;
        }
        layout(node, shape, out)?;
    }
    Some(())
}
