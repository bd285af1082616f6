//! `Lowered`: the arena once every schema has its shape, and where references led.

use indexmap::IndexMap;

use super::alternatives;
use super::lowering::Lowering;
use super::place::Place;
use super::reference::Resolver;
use super::schema::{SchemaId, Untyped};
use super::schemas::Schemas;
use super::shape;
use crate::diagnostic::Problem;
use crate::node::Origin;

/// What [`Lowering`] leaves.
pub(super) struct Lowered<'a> {
    /// The arena.
    pub(super) schemas: Schemas,
    /// The places that became free JSON.
    pub(super) untyped: Vec<Untyped>,
    /// Follows references.
    pub(super) resolver: Resolver<'a>,
    /// The schemas that references lead to, without the named ones.
    pub(super) referred: Vec<(SchemaId, Place)>,
    /// What else references lead to.
    pub(super) places: IndexMap<Origin, Place>,
}

/// Gives every schema its shape, and returns the arena.
pub(super) fn finish(mut lowering: Lowering<'_>) -> Lowered<'_> {
    shape::lower_all(&mut lowering);
    let mut schemas = std::mem::take(&mut lowering.schemas);
    for link in schemas.follow_references().into_iter().filter_map(|id| lowering.links.get(&id)) {
        lowering.resolver.report(link.at, Problem::CircularReference { reference: link.target.clone() });
    }
    schemas.note_heirs(lowering.inheritance.by_id(&lowering.ids));
    let faults = alternatives::settle(&mut schemas, |parts, at| lowering.spend(parts, at));
    for key in faults.meaningless {
        lowering.resolver.report(key.at, Problem::MeaninglessMapping { value: key.text });
    }
    for (union, alternative) in faults.rings {
        lowering.resolver.report(alternative, Problem::CircularAlternative { union });
    }
    for id in faults.circular {
        let at = schemas[id].at;
        lowering.resolver.report(at, Problem::CircularReference { reference: lowering.resolver.reading.sources.address(at) });
        lowering.untyped(at, "its alternatives lead back to it");
    }
    let mut referred = Vec::new();
    let mut places = IndexMap::new();
    for (at, place) in lowering.resolver.places() {
        match lowering.ids.get(&at) {
            Some(id) if schemas[*id].component.is_none() => referred.push((*id, place)),
            Some(_) => {}
            None => _ = places.insert(at, place),
        }
    }
    Lowered { schemas, untyped: lowering.untyped, resolver: lowering.resolver, referred, places }
}
