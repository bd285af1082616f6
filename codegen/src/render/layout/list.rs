//! Lists in brackets: arguments, items of arrays, generic arguments, fields of struct literals.

use super::super::node::{Kind, List, ListKind, Node, width};
use super::flat::write_joined;
use super::{INDENT, Shape, first_line, fits, is_single_line, layout, text};

/// The width up to which simple items of a list share lines.
const SHORT_ITEM: usize = 10;

/// Lays out a list that does not go on one line.
pub(super) fn broken(list: &List<'_>, shape: Shape, out: &mut String) -> Option<()> {
    let (open, close) = list.kind.brackets();
    if !list.is_method() && !fits(&list.head, shape) {
        return None;
    }
    list.head.write_flat(out);
    out.push_str(open);
    let line = shape.after(list.head.width + 1).and_then(|shape| shape.before(1)).unwrap_or(shape.full());
    let nested = shape.nested().before(1)?;
    if let Some(text) = overflowing(list, line, nested) {
        out.push_str(&text);
    } else if !list.items.is_empty() {
        let separator = if matches!(list.kind, ListKind::Macro | ListKind::Attribute) { "" } else { "," };
        let texts: Vec<String> = list.items.iter().map(|item| text(item, nested)).collect::<Option<_>>()?;
        match texts.as_slice() {
            [item] if is_single_line(item) && width(item) <= line.width() => out.push_str(item),
            items => {
                let is_filled =
                    list.items.iter().all(|item| item.is_simple()) && items.iter().all(|item| width(item) <= SHORT_ITEM);
                let is_filled = is_filled && list.kind.has_expressions();
                if is_filled {
                    fill(items, nested, out)
                } else {
                    one_per_line(items, nested, out)
                }
                out.push_str(separator);
                shape.new_line(out);
            }
        }
    }
    out.push_str(close);
    Some(())
}

/// The items on the bracket's line, where the last one goes on in further lines: `f(a, |b| {`.
fn overflowing(list: &List<'_>, line: Shape, nested: Shape) -> Option<String> {
    let (last, others) = list.items.split_last()?;
    let is_only = others.is_empty();
    // The fields of a variant do not begin on its line, not even a tuple.
    if list.kind == ListKind::Fields && last.is_tuple() {
        return None;
    }
    // What has a short name before its bracket may begin with anything.
    let is_hugged = is_only && list.kind.has_expressions() && list.head.width < INDENT;
    if !(is_hugged || last.may_overflow(is_only)) || !others.iter().all(|item| fits(item, nested)) {
        return None;
    }
    let before: usize = others.iter().map(|item| item.width + 2).sum();
    let mut shape = line;
    if !is_only || last.is_nested_call() {
        shape.end = shape.end.min(shape.column + list.kind.limit());
        shape = shape.after(before)?;
    }
    shape.has_flat_chains |= !is_hugged && last.is_method_call();
    let is_closure = |item: &Node<'_>| matches!(item.kind, Kind::Closure { .. });
    if is_closure(last) && others.iter().any(is_closure) {
        return None;
    }
    let last_text = text(last, shape)?;
    if before + width(first_line(&last_text)) > list.kind.limit().min(line.width()) {
        return None;
    }
    let mut items = String::new();
    if is_only
        && last_text.matches('\n').count() == 1
        && let Some(text) = text(last, nested).filter(|text| is_single_line(text))
    {
        nested.new_line(&mut items);
        items.push_str(&text);
        Shape { indent: nested.indent - INDENT, ..nested }.new_line(&mut items);
        return Some(items);
    }
    write_joined(others, ", ", &mut items);
    if !is_only {
        items.push_str(", ");
    }
    items.push_str(&last_text);
    Some(items)
}

fn one_per_line(items: &[String], nested: Shape, out: &mut String) {
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        nested.new_line(out);
        out.push_str(item);
    }
}

/// As many items on a line as there is space for.
fn fill(items: &[String], nested: Shape, out: &mut String) {
    let (mut used, mut is_wrapped) = (0, false);
    for (index, item) in items.iter().enumerate() {
        // rustfmt does not count the last comma where all items are on one line.
        let needed = width(item) + usize::from(is_wrapped || index + 1 < items.len());
        if index > 0 {
            out.push(',');
        }
        if used == 0 || used + 1 + needed > nested.width() {
            nested.new_line(out);
            is_wrapped = index > 0;
            used = needed;
        } else {
            out.push(' ');
            used += 1 + needed;
        }
        out.push_str(item);
    }
}

/// Lays out a struct literal, each field on a line.
pub(super) fn structure(path: &str, fields: &[Node<'_>], base: Option<&Node<'_>>, shape: Shape, out: &mut String) -> Option<()> {
    out.push_str(path);
    out.push_str(" {");
    let nested = shape.nested();
    for field in fields {
        nested.new_line(out);
        layout(field, nested.before(1)?, out)?;
        out.push(',');
    }
    if let Some(base) = base {
        nested.new_line(out);
        out.push_str("..");
        layout(base, nested.after(2)?, out)?;
    }
    shape.new_line(out);
    out.push('}');
    Some(())
}
