//! Nodes on one line.

use super::super::node::{Kind, Link, Node};

impl Node<'_> {
    /// Writes it on one line.
    pub(in crate::render) fn write_flat(&self, out: &mut String) {
        match &self.kind {
            Kind::Text(text) => out.push_str(text),
            Kind::Prefix(mark, node) => {
                out.push_str(mark);
                node.write_flat(out);
            }
            Kind::Join(nodes) => nodes.iter().for_each(|node| node.write_flat(out)),
            Kind::List(list) => {
                let (open, close) = list.kind.brackets();
                list.head.write_flat(out);
                out.push_str(open);
                write_joined(&list.items, ", ", out);
                out.push_str(close);
            }
            Kind::Struct { path, fields, base } => {
                out.push_str(path);
                if fields.is_empty() && base.is_none() {
                    out.push_str(" {}");
                    return;
                }
                out.push_str(" { ");
                write_joined(fields, ", ", out);
                if let Some(base) = base {
                    out.push_str(if fields.is_empty() { ".." } else { ", .." });
                    base.write_flat(out);
                }
                out.push_str(" }");
            }
            Kind::Pair(name, value) => {
                out.push_str(name);
                out.push_str(": ");
                value.write_flat(out);
            }
            Kind::Assign { left, mark, right } => {
                left.write_flat(out);
                out.push_str(mark);
                out.push(' ');
                right.write_flat(out);
            }
            Kind::Binary { operator, operands } => write_joined(operands, &format!(" {operator} "), out),
            Kind::Alternatives(nodes) => write_joined(nodes, " | ", out),
            Kind::Chain(chain) => chain.links.iter().for_each(|link| link.write_flat(out)),
            Kind::Closure { head, body } => {
                out.push_str(head);
                out.push(' ');
                body.write_flat(out);
            }
            Kind::Block(_) => out.push_str("{}"),
            Kind::If { .. } | Kind::Match { .. } => {}
        }
    }
}

impl Link<'_> {
    fn write_flat(&self, out: &mut String) {
        self.node.write_flat(out);
        self.write_questions(out);
    }

    pub(in crate::render) fn write_questions(&self, out: &mut String) {
        (0..self.questions).for_each(|_| out.push('?'));
    }
}

pub(super) fn write_joined(nodes: &[Node<'_>], separator: &str, out: &mut String) {
    for (index, node) in nodes.iter().enumerate() {
        if index > 0 {
            out.push_str(separator);
        }
        node.write_flat(out);
    }
}
