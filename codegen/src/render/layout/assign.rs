//! Names with a value or type behind them, which may move to the next line.

use super::super::node::{Node, width};
use super::{Shape, is_single_line, is_within, last_line, layout, prefers_next_line, text};

/// Lays out `left = right`, the right side on the next line where that looks better.
pub(super) fn assign(left: &Node<'_>, mark: &str, right: &Node<'_>, shape: Shape, out: &mut String) -> Option<()> {
    let left = text(left, shape.before(mark.len())?)?;
    out.push_str(&left);
    out.push_str(mark);
    let start = if is_single_line(&left) { shape.column } else { 0 };
    let column = start + width(last_line(&left)) + mark.len() + 1;
    let here_shape = Shape { column, ..shape };
    let here_shape = if column <= shape.end { here_shape } else { here_shape.full() };
    let here = text(right, here_shape);
    let below_shape = Shape { end: shape.end, ..shape.nested() };
    let is_here = here.as_ref().is_some_and(|here| is_single_line(here) && width(here) <= here_shape.width());
    let below = if is_here { None } else { text(right, below_shape) };
    match (here, below) {
        (None, Some(below)) => write_below(&below, below_shape, out),
        (Some(here), Some(below)) if is_within(&below, below_shape) && prefers_next_line(&here, &below) => {
            write_below(&below, below_shape, out);
        }
        (Some(here), _) => {
            out.push(' ');
            out.push_str(&here);
        }
        (None, None) => return None,
    }
    Some(())
}

fn write_below(text: &str, shape: Shape, out: &mut String) {
    shape.new_line(out);
    out.push_str(text);
}

/// Lays out `name: value`, the value on the next line only if it fits nowhere else.
pub(super) fn pair(name: &str, value: &Node<'_>, shape: Shape, out: &mut String) -> Option<()> {
    out.push_str(name);
    out.push(':');
    let here = shape.after(width(name) + 2).and_then(|shape| text(value, shape));
    if let Some(here) = here {
        out.push(' ');
        out.push_str(&here);
        return Some(());
    }
    let below = shape.nested();
    below.new_line(out);
    layout(value, below, out)
}
