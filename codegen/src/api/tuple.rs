//! `Tuple`: a list whose first items have schemas of their own.

use super::lowering::Lowering;
use super::schema::{Shape, Tuple};
use crate::diagnostic::Problem;
use crate::document::Schema;
use crate::node::Node;

/// The largest number of items for which the standard library prints and compares tuples.
const MOST: usize = 12;

/// The shape of a list whose first items have schemas of their own: a tuple, if there are not too many of them.
pub(super) fn lower(schema: Schema, lowering: &mut Lowering<'_>) -> Shape {
    let Schema { at, prefix_items, items, constraints, .. } = schema;
    let bound = |keyword| constraints.get(keyword).and_then(Node::as_integer);
    let length = i128::try_from(prefix_items.len()).unwrap_or(i128::MAX);
    let is_closed = items.as_ref().is_some_and(|items| items.boolean == Some(false)) || bound("maxItems") == Some(length);
    let is_whole = bound("minItems").is_some_and(|least| least >= length);
    let rest = items.filter(|_| !is_closed);
    if prefix_items.len() > MOST {
        lowering.resolver.report(at, Problem::NotExpressed { keyword: "prefixItems" });
        let any_of = prefix_items.into_iter().chain(rest.map(|items| *items)).collect();
        return Shape::Array(lowering.derived(Schema { any_of, ..Schema::empty(at) }));
    }
    let items = prefix_items.into_iter().map(|item| lowering.lower(item)).collect();
    let rest = match rest {
        Some(rest) => Some(lowering.lower(*rest)),
        None => (!(is_closed && is_whole)).then(|| lowering.any(at)),
    };
    Shape::Tuple(Tuple { items, rest })
}
