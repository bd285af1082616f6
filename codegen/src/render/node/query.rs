//! What the layout asks of a node.

use super::{Kind, Link, ListKind, Node, is_literal};

impl Node<'_> {
    /// Whether it is a call, for which less of the line is left inside of another call.
    pub(in crate::render) fn is_nested_call(&self) -> bool {
        match &self.kind {
            Kind::List(list) => matches!(list.kind, ListKind::Call | ListKind::Macro) && list.head.width > 0,
            Kind::Prefix(_, node) => node.is_nested_call(),
            Kind::Chain(chain) => matches!(chain.links.as_slice(), [link] if link.node.is_nested_call()),
            _ => false,
        }
    }

    /// Whether it ends in the call of a method.
    pub(in crate::render) fn is_method_call(&self) -> bool {
        match &self.kind {
            Kind::Prefix(_, node) => node.is_method_call(),
            Kind::Chain(chain) => matches!(chain.links.as_slice(), [_, .., Link { node, .. }] if node.is_list()),
            _ => false,
        }
    }

    /// Whether it may begin on the line of a list's bracket, as its last item, and go on in further lines.
    pub(in crate::render) fn may_overflow(&self, is_only: bool) -> bool {
        match &self.kind {
            Kind::Closure { .. } | Kind::Block(_) => true,
            Kind::List(list) => is_only && list.kind != ListKind::Generics,
            Kind::Match { .. } | Kind::Struct { .. } => is_only,
            Kind::Prefix(_, node) => node.may_overflow(is_only),
            Kind::Chain(chain) => chain.links.last().is_some_and(|link| link.node.may_overflow(is_only)),
            _ => false,
        }
    }

    /// Whether it is a literal or a name, possibly with operators before it and fields behind it.
    pub(in crate::render) fn is_simple(&self) -> bool {
        match &self.kind {
            Kind::Text(text) => is_literal(text) || !text.contains("::"),
            Kind::Prefix(_, node) => node.is_simple(),
            Kind::Chain(chain) => chain.links.iter().all(|link| link.node.is_simple()),
            _ => false,
        }
    }

    /// Whether it is the type of a tuple.
    pub(in crate::render) fn is_tuple(&self) -> bool {
        matches!(&self.kind, Kind::List(list) if list.kind == ListKind::Tuple)
    }

    pub(super) fn is_macro(&self) -> bool {
        matches!(&self.kind, Kind::List(list) if list.kind == ListKind::Macro)
    }

    fn is_list(&self) -> bool {
        matches!(self.kind, Kind::List(_))
    }

    /// Whether any part of it can be put on a separate line.
    pub(super) fn is_breakable(&self) -> bool {
        match &self.kind {
            Kind::List(list) => !list.items.is_empty(),
            Kind::Prefix(_, node) => node.is_breakable(),
            Kind::Chain(chain) => chain.links.iter().any(|link| link.node.is_breakable()),
            _ => true,
        }
    }
}
