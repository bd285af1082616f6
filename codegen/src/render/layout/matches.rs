//! `match` and its arms, whose bodies get braces where they take several lines.

use super::super::node::{Arm, Kind, Node, width};
use super::{INDENT, Shape, ends_in_brackets, first_line, is_single_line, last_line, layout, prefers_next_line, text};

/// Lays out `match`, with the brace on a separate line behind a value of several lines.
pub(super) fn broken(value: &Node<'_>, arms: &[Arm<'_>], shape: Shape, out: &mut String) -> Option<()> {
    let value = text(value, shape.after("match ".len())?)?;
    out.push_str("match ");
    out.push_str(&value);
    if is_single_line(&value) || ends_in_brackets(&value) {
        out.push(' ');
    } else {
        shape.new_line(out);
    }
    out.push('{');
    let nested = shape.nested();
    for arm in arms {
        nested.new_line(out);
        let start = out.len();
        let mut result = lay_out_arm(arm, nested, out);
        if result.is_none() {
            out.truncate(start);
            result = lay_out_arm(arm, nested.without_limit(), out);
        }
        result?;
    }
    if !arms.is_empty() {
        shape.new_line(out);
    }
    out.push('}');
    Some(())
}

fn lay_out_arm(arm: &Arm<'_>, shape: Shape, out: &mut String) -> Option<()> {
    let mut head = text(&arm.pattern, shape.before(5)?)?;
    let pattern = head.len();
    if let Some(guard) = &arm.guard {
        add_guard(guard, shape, &mut head)?;
    }
    out.push_str(&head);
    out.push_str(" =>");
    let is_long_guard = !is_single_line(&head[pattern..]);
    lay_out_body(&arm.body, &head, is_long_guard, shape, out)
}

/// Adds `if guard`, on the next line if it does not fit behind the pattern.
fn add_guard(guard: &Node<'_>, shape: Shape, head: &mut String) -> Option<()> {
    let pattern = width(last_line(head).trim_end());
    let is_block_like = pattern <= INDENT;
    if is_single_line(head) || is_block_like {
        let here = shape.after(pattern + 4).and_then(|shape| shape.before(5)).and_then(|shape| text(guard, shape));
        if let Some(text) = here.filter(|text| is_single_line(text) || is_block_like) {
            head.push_str(" if ");
            head.push_str(&text);
            return Some(());
        }
    }
    let below = shape.nested();
    below.new_line(head);
    head.push_str("if ");
    layout(guard, below.after(3)?.before(5)?, head)
}

/// Lays out the body: behind the arrow, or in added braces.
fn lay_out_body(body: &Node<'_>, head: &str, is_long_guard: bool, shape: Shape, out: &mut String) -> Option<()> {
    let (is_block, comma) = match &body.kind {
        Kind::Block(_) => (true, ""),
        _ => (false, ","),
    };
    let used = if is_single_line(head) { width(head) } else { width(last_line(head)).saturating_sub(shape.column) };
    let here_shape = shape.after(used + 4).and_then(|shape| shape.before(comma.len())).filter(|_| !is_long_guard);
    let here = here_shape.and_then(|shape| text(body, shape));
    let budget = here_shape.map_or(0, Shape::width);
    let write_here = |text: &str, out: &mut String| {
        out.push(' ');
        out.push_str(text);
        out.push_str(comma);
    };
    if let Some(here) = &here
        && (is_block || is_single_line(here) && width(here) <= budget)
    {
        write_here(here, out);
        return Some(());
    }
    let below = text(body, if is_block { shape.next_line() } else { shape.nested() });
    let begins_here = |here: &str, below: Option<&String>| {
        if below.is_some_and(|below| prefers_next_line(here, below)) {
            return false;
        }
        may_begin_here(body) && width(first_line(here)) <= budget || below.is_none() || is_single_line(here)
    };
    if let Some(here) = here.filter(|here| begins_here(here, below.as_ref())) {
        write_here(&here, out);
        return Some(());
    }
    if is_long_guard {
        shape.new_line(out);
    } else {
        out.push(' ');
    }
    if is_block {
        out.push_str(&below?);
        return Some(());
    }
    out.push('{');
    shape.nested().new_line(out);
    out.push_str(&below?);
    shape.new_line(out);
    out.push('}');
    Some(())
}

/// Whether a body of several lines may begin behind the arrow.
fn may_begin_here(body: &Node<'_>) -> bool {
    match &body.kind {
        Kind::Prefix(_, node) => may_begin_here(node),
        Kind::Chain(chain) => chain.links.last().is_some_and(|link| may_begin_here(&link.node)),
        Kind::List(_) | Kind::Struct { .. } | Kind::Closure { .. } | Kind::Match { .. } | Kind::Block(_) => true,
        _ => false,
    }
}
