//! Finds the schemas that mean the same, however deep the schemas inside them differ.

use std::collections::BTreeMap;

use indexmap::{IndexMap, IndexSet};

use super::meaning::Meaning;
use crate::api::{SchemaId, Schemas};

/// The class of each schema. Two schemas of one class mean the same, and so do the schemas inside them.
pub(super) struct Classes(Vec<usize>);

impl Classes {
    /// Finds the classes. Of an opaque schema, what is inside does not count.
    pub(super) fn of<'a>(
        schemas: &'a Schemas,
        meaning: impl Fn(SchemaId) -> Meaning<'a>,
        is_opaque: impl Fn(SchemaId) -> bool,
    ) -> Self {
        let mut known = BTreeMap::new();
        let number = |meaning: Meaning<'a>| {
            let next = known.len();
            *known.entry(meaning).or_insert(next)
        };
        let mut classes: Vec<usize> = schemas.ids().map(meaning).map(number).collect();
        let mut count = known.len();
        let inside = |id| if is_opaque(id) { Vec::new() } else { targets(id, schemas) };
        let inside: Vec<Vec<(usize, bool)>> = schemas.ids().map(inside).collect();
        loop {
            let refined = refine(&classes, &inside);
            classes = refined.0;
            if refined.1 == count {
                return Self(classes);
            }
            count = refined.1;
        }
    }

    /// Whether two schemas are of one class.
    pub(super) fn are_equal(&self, one: SchemaId, other: SchemaId) -> bool {
        self.0[one.index()] == self.0[other.index()]
    }

    /// Schemas by their classes; each in the order in which it was given.
    pub(super) fn group(&self, schemas: impl Iterator<Item = SchemaId>) -> Vec<Vec<SchemaId>> {
        let mut equal: IndexMap<usize, Vec<SchemaId>> = IndexMap::new();
        for id in schemas {
            equal.entry(self.0[id.index()]).or_default().push(id);
        }
        equal.into_values().collect()
    }
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
