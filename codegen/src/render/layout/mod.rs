//! Nodes as text, broken into lines as rustfmt breaks them.
//!
//! A node that fits into its shape goes on one line. Otherwise it is broken in the way of its kind, or in several, of which the better one
//! is kept. A layout that does not fit is `None`; the caller then tries another.

mod assign;
mod binary;
mod chain;
mod closure;
mod flat;
mod list;
mod matches;
mod shape;
mod statement;

use super::node::{BOUND, Kind, Link, Node, RETURN, UNBOUNDED, width};
pub(super) use shape::{INDENT, Shape, indent};
pub(super) use statement::{best_effort, block};

/// Writes a node into a shape. If it does not fit, the caller has to remove what has been written.
pub(super) fn layout(node: &Node<'_>, shape: Shape, out: &mut String) -> Option<()> {
    if fits(node, shape) {
        node.write_flat(out);
        return Some(());
    }
    match &node.kind {
        Kind::Text(_) => None,
        Kind::Prefix(mark, node) => {
            out.push_str(mark);
            layout(node, shape.after(counted(mark))?, out)
        }
        Kind::Join(nodes) => {
            let mut shape = shape;
            for node in nodes {
                layout(node, shape, out)?;
                shape = shape.after(node.width.min(shape.width()))?;
            }
            Some(())
        }
        Kind::Pair(name, value) => assign::pair(name, value, shape, out),
        Kind::Assign { left, mark, right } => assign::assign(left, mark, right, shape, out),
        Kind::List(list) => list::broken(list, shape, out),
        Kind::Struct { path, fields, base } => list::structure(path, fields, base.as_deref(), shape, out),
        Kind::Chain(chain) => chain::broken(chain, shape, out),
        Kind::Binary { operator, operands } => binary::broken(operator, operands, shape, out),
        Kind::Alternatives(nodes) => binary::alternatives(nodes, shape, out),
        Kind::Closure { head, body } => closure::broken(head, body, shape, out),
        Kind::Block(statements) => block(statements, shape, out),
        Kind::If { condition, then } => statement::if_(condition, then, shape, out),
        Kind::Match { value, arms } => matches::broken(value, arms, shape, out),
    }
}

/// The text of a node in a shape.
fn text(node: &Node<'_>, shape: Shape) -> Option<String> {
    let mut out = String::new();
    layout(node, shape, &mut out)?;
    Some(out)
}

/// Whether a node goes on one line.
pub(super) fn fits(node: &Node<'_>, shape: Shape) -> bool {
    let needed = needed(node);
    needed < UNBOUNDED && needed <= shape.width()
}

/// The width of a node on one line, as rustfmt counts it: the last question marks of a chain twice, behind arguments three times.
fn needed(node: &Node<'_>) -> usize {
    match &node.kind {
        Kind::Chain(chain) => node.width + chain.links.last().filter(|_| chain.links.len() > 1).map_or(0, overcounted),
        Kind::Prefix(mark, inner) => counted(mark) + needed(inner),
        Kind::Pair(_, inner) | Kind::Assign { right: inner, .. } => node.width - inner.width + needed(inner),
        _ => node.width,
    }
}

fn overcounted(last: &Link<'_>) -> usize {
    let has_arguments = matches!(&last.node.kind, Kind::List(list) if !list.items.is_empty());
    last.questions * if has_arguments { 2 } else { 1 }
}

/// The width of a prefix, as rustfmt counts it: not at all before a bound, and one more behind `return`.
fn counted(mark: &str) -> usize {
    match mark {
        BOUND => 0,
        RETURN => mark.len() + 1,
        _ => mark.len(),
    }
}

fn is_single_line(text: &str) -> bool {
    !text.contains('\n')
}

fn first_line(text: &str) -> &str {
    text.split('\n').next().unwrap_or_default()
}

fn last_line(text: &str) -> &str {
    text.rsplit('\n').next().unwrap_or_default()
}

/// Whether the last line has nothing but closing brackets, so that more may follow on it.
fn ends_in_brackets(text: &str) -> bool {
    let rest = text.trim_end_matches([' ', '(', ')', ']', '}', '?', '>']);
    rest.ends_with('\n')
}

/// Whether a text of several lines is where it fits.
fn is_within(text: &str, shape: Shape) -> bool {
    width(first_line(text)) <= shape.width()
        && (is_single_line(text)
            || text.split('\n').skip(1).all(|line| width(line) <= shape.max) && width(last_line(text)) <= shape.end)
}

/// Whether a text should begin on the next line, not behind what it belongs to.
fn prefers_next_line(here: &str, below: &str) -> bool {
    let lines = |text: &str| text.matches('\n').count();
    let opens_only_here = |bracket| first_line(here).ends_with(bracket) && !first_line(below).ends_with(bracket);
    is_single_line(below) || lines(here) > lines(below) + 1 || ['(', '{', '['].into_iter().any(opens_only_here)
}
