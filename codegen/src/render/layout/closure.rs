//! Closures, with braces around most bodies that take several lines.

use super::super::node::{Kind, Node, width};
use super::{Shape, fits, is_single_line, layout, text};

/// Lays out a closure: a body that takes several lines gets braces, unless it has some.
pub(super) fn broken(head: &str, body: &Node<'_>, shape: Shape, out: &mut String) -> Option<()> {
    out.push_str(head);
    out.push(' ');
    let here = shape.after(width(head) + 1)?;
    let has_braces = match &body.kind {
        Kind::Block(_) | Kind::Struct { .. } => true,
        Kind::Match { value, .. } => has_room_for_match(value, here),
        _ => false,
    };
    if has_braces {
        return layout(body, here, out);
    }
    if let Some(text) = text(body, here).filter(|text| is_single_line(text)) {
        out.push_str(&text);
        return Some(());
    }
    out.push('{');
    let nested = shape.nested();
    nested.new_line(out);
    layout(body, nested, out)?;
    shape.new_line(out);
    out.push('}');
    Some(())
}

/// Whether the first line of a `match` fits behind the parameters.
fn has_room_for_match(value: &Node<'_>, shape: Shape) -> bool {
    let behind_keyword = shape.after("match ".len()).and_then(|shape| shape.before(" {".len()));
    behind_keyword.is_some_and(|shape| fits(value, shape))
}
