//! Finds the schemas that mean the same, however deep the schemas inside them differ.

use std::collections::BTreeMap;

use indexmap::{IndexMap, IndexSet};

use super::meaning::Meaning;
use super::place::Place;
use crate::api::{Api, SchemaId, Schemas};

/// The models that mean the same, by their places; each in the order in which they were met.
pub(super) fn equal<'a>(
    models: &'a IndexMap<SchemaId, Place>,
    is_named: impl Fn(SchemaId) -> bool,
    local: impl Fn(SchemaId, &'a Place) -> &'a str,
    api: &'a Api,
    has_constraints: bool,
) -> Vec<Vec<SchemaId>> {
    let schemas = &api.schemas;
    let meaning = |id| match models.get(&id) {
        _ if is_named(id) => Meaning::named(id, api),
        Some(place) => Meaning::of(id, api, Some(local(id, place)), has_constraints),
        None => Meaning::of(id, api, None, has_constraints),
    };
    let mut known = BTreeMap::new();
    let number = |meaning: Meaning<'a>| {
        let next = known.len();
        *known.entry(meaning).or_insert(next)
    };
    let mut classes: Vec<usize> = schemas.ids().map(meaning).map(number).collect();
    let mut count = known.len();
    let inside: Vec<Vec<(usize, bool)>> = schemas.ids().map(|id| targets(id, schemas)).collect();
    loop {
        let refined = refine(&classes, &inside);
        classes = refined.0;
        if refined.1 == count {
            break;
        }
        count = refined.1;
    }
    let mut equal: IndexMap<usize, Vec<SchemaId>> = IndexMap::new();
    for id in models.keys() {
        equal.entry(classes[id.index()]).or_default().push(*id);
    }
    equal.into_values().collect()
}

/// Tells apart the schemas that hold different classes, and returns how many classes there are.
fn refine(classes: &[usize], inside: &[Vec<(usize, bool)>]) -> (Vec<usize>, usize) {
    let mut known: IndexSet<(usize, Vec<(usize, bool)>)> = IndexSet::new();
    let refined = classes.iter().zip(inside).map(|(class, inside)| {
        let inside = inside.iter().map(|(schema, nullable)| (classes[*schema], *nullable)).collect();
        known.insert_full((*class, inside)).0
    });
    (refined.collect(), known.len())
}

/// The schemas inside one, behind references, and whether null is allowed there.
fn targets(id: SchemaId, schemas: &Schemas) -> Vec<(usize, bool)> {
    let target = |id| {
        let (target, nullable) = schemas.target(id);
        (target.index(), nullable)
    };
    schemas[id].shape.inner().into_iter().map(target).collect()
}
