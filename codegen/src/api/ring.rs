//! Unions that are alternatives of themselves: such an alternative adds no value, and reading one would never end.

use std::collections::BTreeSet;

use super::schema::{SchemaId, Shape, Union};
use super::schemas::Schemas;
use crate::node::Origin;

/// Removes the alternatives with a discriminator's value that lead back to their union by nothing but alternatives. Returns where the
/// union and the alternative are.
pub(super) fn remove(schemas: &mut Schemas) -> Vec<(Origin, Origin)> {
    let mut removed = Vec::new();
    for id in schemas.ids() {
        while let Some(place) = ring(id, schemas) {
            let Shape::Union(union) = &mut schemas.schema_mut(id).shape else { break };
            let alternative = without(union, place);
            removed.push((schemas[id].at, schemas[alternative].at));
        }
        if schemas.union(id).is_some_and(|union| union.variants.is_empty()) {
            schemas.schema_mut(id).shape = Shape::Any;
        }
    }
    removed
}

/// The place of the first alternative of a union that leads back to it.
fn ring(id: SchemaId, schemas: &Schemas) -> Option<usize> {
    let Shape::Union(Union { variants, tags: Some(_), .. }) = &schemas[id].shape else { return None };
    variants.iter().position(|variant| leads_to(*variant, id, schemas))
}

fn leads_to(from: SchemaId, to: SchemaId, schemas: &Schemas) -> bool {
    let (mut open, mut passed) = (vec![from], BTreeSet::new());
    while let Some(id) = open.pop() {
        let target = schemas.target(id).0;
        if target == to {
            return true;
        }
        if let (true, Shape::Union(union)) = (passed.insert(target), &schemas[target].shape) {
            open.extend(&union.variants);
        }
    }
    false
}

/// Takes an alternative out of a union with a discriminator.
fn without(union: &mut Union, place: usize) -> SchemaId {
    if let Some(tags) = &mut union.tags {
        tags.mapped.remove(place);
        tags.names.remove(place);
        tags.default = tags.default.filter(|default| *default != place).map(|default| default - usize::from(default > place));
    }
    union.variants.remove(place)
}
