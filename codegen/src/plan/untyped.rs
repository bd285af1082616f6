//! Places that become free JSON although the description says something about them.

use crate::api::{Api, SchemaId, Shape, Untyped};

/// Lists and maps of themselves, which have no finite type.
pub fn collect(api: &Api) -> Vec<Untyped> {
    let mut untyped: Vec<_> = api.components.values().filter_map(|id| endless(*id, api)).collect();
    untyped.sort();
    untyped.dedup();
    untyped
}

fn endless(id: SchemaId, api: &Api) -> Option<Untyped> {
    let mut passed = Vec::new();
    let mut current = id;
    loop {
        let (target, _) = api.schemas.target(current);
        if passed.contains(&target) {
            return Some(Untyped { at: api.schemas[current].at, reason: "a list or map of itself has no finite type" });
        }
        passed.push(target);
        current = match &api.schemas[target].shape {
            Shape::Array(items) => *items,
            Shape::Map(Some(values)) => *values,
            _ => return None,
        };
    }
}
