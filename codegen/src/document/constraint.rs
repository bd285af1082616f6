//! Constraints: keywords that bound a value or say how it is written.

use indexmap::IndexMap;

use super::object::Object;
use crate::node::{Node, Value};

/// The keywords in the order in which they are told.
const CONSTRAINTS: [&str; 15] = [
    "minLength",
    "maxLength",
    "pattern",
    "minimum",
    "exclusiveMinimum",
    "maximum",
    "exclusiveMaximum",
    "multipleOf",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
    "contentEncoding",
    "contentMediaType",
];

/// The constraints of a schema. 3.0 says with `true` beside a bound that the bound itself is excluded; here as later the
/// keyword has the bound.
pub(super) fn read(object: &mut Object<'_>) -> IndexMap<String, Node> {
    let constraint = |key: &'static str| Some((key.to_owned(), object.node(key)?.clone()));
    let mut constraints: IndexMap<String, Node> = CONSTRAINTS.into_iter().filter_map(constraint).collect();
    for (inclusive, exclusive) in [("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")] {
        if let Some(Value::Bool(is_excluded)) = constraints.get(exclusive).map(|node| &node.value) {
            let bound = if *is_excluded { constraints.shift_remove(inclusive) } else { None };
            match bound {
                Some(bound) => constraints.insert(exclusive.to_owned(), bound),
                None => constraints.shift_remove(exclusive),
            };
        }
    }
    constraints
}
