//! `Tuple`: a list with a schema for each of its first items.

use super::lowering::Lowering;
use super::schema::{Shape, Tuple};
use crate::diagnostic::Problem;
use crate::document::Schema;
use crate::node::Node;

/// The largest number of items for which the standard library prints and compares tuples.
const MOST: usize = 12;

/// The shape of a list with a schema for each of its first items: a tuple, unless there are too many of them.
pub(super) fn lower(schema: Schema, lowering: &mut Lowering<'_>) -> Shape {
    let Schema { at, prefix_items, items, constraints, .. } = schema;
    let bound = |keyword| constraints.get(keyword).and_then(Node::as_integer).and_then(|bound| usize::try_from(bound).ok());
    let (least, most) = (bound("minItems"), bound("maxItems").filter(|most| *most > 0));
    let has_further = items.as_ref().is_none_or(|items| items.boolean != Some(false));
    let further = || items.as_deref().cloned().unwrap_or_else(|| Schema::empty(at));
    let mut places = prefix_items;
    match most {
        // A list of fixed length has a place for each of its items.
        Some(length) if has_further && length <= MOST && least >= Some(length) => places.resize_with(length, further),
        Some(most) => places.truncate(most),
        None => {}
    }
    let is_closed = !has_further || most == Some(places.len());
    let is_whole = least >= Some(places.len());
    let rest = items.filter(|_| !is_closed);
    if places.len() > MOST {
        lowering.resolver.report(at, Problem::NotExpressed { keyword: "prefixItems" });
        let any_of = places.into_iter().chain(rest.map(|items| *items)).collect();
        return Shape::Array(lowering.derived(Schema { any_of, ..Schema::empty(at) }));
    }
    let items = places.into_iter().map(|item| lowering.lower(item)).collect();
    let rest = match rest {
        Some(rest) => Some(lowering.lower(*rest)),
        None => (!(is_closed && is_whole)).then(|| lowering.any(at)),
    };
    Shape::Tuple(Tuple { items, rest })
}
