//! Constraints that hold at once.

use indexmap::IndexMap;

use crate::node::{Node, Value};

/// Adds constraints to those that hold already, and tells the keywords of which both hold but only the later is kept.
pub(super) fn add(constraints: &mut IndexMap<String, Node>, further: IndexMap<String, Node>) -> Vec<&'static str> {
    let mut conflicts = Vec::new();
    for (keyword, bound) in further {
        let is_stricter = match constraints.get(&keyword) {
            None => Ok(true),
            Some(earlier) => stricter(&keyword, earlier, &bound),
        };
        conflicts.extend(is_stricter.err());
        if is_stricter != Ok(false) {
            constraints.insert(keyword, bound);
        }
    }
    conflicts
}

/// Whether the later of two bounds is at least as strict; an error if neither includes the other.
fn stricter(keyword: &str, earlier: &Node, later: &Node) -> Result<bool, &'static str> {
    if earlier.same_value(later) {
        return Ok(true);
    }
    let numbers = number(earlier).zip(number(later));
    match (keyword, numbers) {
        ("minLength" | "minimum" | "exclusiveMinimum" | "minItems" | "minProperties", Some((earlier, later))) => {
            Ok(later >= earlier)
        }
        ("maxLength" | "maximum" | "exclusiveMaximum" | "maxItems" | "maxProperties", Some((earlier, later))) => {
            Ok(later <= earlier)
        }
        ("multipleOf", Some((earlier, later))) if later % earlier == 0.0 => Ok(true),
        ("multipleOf", Some((earlier, later))) if earlier % later == 0.0 => Ok(false),
        ("uniqueItems", _) => Ok(later.value == Value::Bool(true)),
        ("multipleOf", _) => Err("multipleOf"),
        ("pattern", _) => Err("pattern"),
        ("contentEncoding", _) => Err("contentEncoding"),
        ("contentMediaType", _) => Err("contentMediaType"),
        // A bound that is no bound does not count.
        _ => Ok(number(earlier).is_none()),
    }
}

fn number(node: &Node) -> Option<f64> {
    match node.value {
        Value::Integer(integer) => Some(integer as f64),
        Value::Float(float) => Some(float),
        _ => None,
    }
}
