//! `Boxes`: which values of models are boxed, decided before any model is planned.

use std::collections::{BTreeMap, BTreeSet};

use super::graph::{Graph, Kind};
use super::ty::Ty;
use super::{depth, recursion};
use crate::api::SchemaId;

/// The values of models that are boxed.
pub(super) struct Boxes {
    /// How the value at a place of a model is boxed.
    boxed: BTreeMap<(SchemaId, usize), Boxed>,
    /// The models in boxes that end a chain of types.
    ends: BTreeSet<SchemaId>,
}

/// How a value is boxed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Boxed {
    /// By `Box<T>`: the model would hold itself, or be large.
    Plain,
    /// By `runtime::Deep<T>`: the chain of types would be too long for the compiler.
    Deep,
}

impl Boxes {
    /// Decides the boxes of all models.
    pub(super) fn decide(graph: &Graph) -> Self {
        let mut boxed = BTreeMap::new();
        let mut ends = BTreeSet::new();
        let plain = recursion::boxed(graph);
        for (node, place) in &plain {
            boxed.insert((graph.models[*node], *place), Boxed::Plain);
        }
        for (node, places) in depth::cuts(graph, &plain).into_iter().enumerate() {
            // Another name for a type is no place of its own.
            for place in places.into_iter().filter(|_| graph.kinds[node] != Kind::Alias) {
                boxed.insert((graph.models[node], place), Boxed::Deep);
                let held = graph.edges[node].iter().filter(|edge| edge.place == place);
                ends.extend(held.map(|edge| graph.models[edge.target]));
            }
        }
        Self { boxed, ends }
    }

    /// The type of the value at a place of a model, in its box.
    pub(super) fn around(&self, model: SchemaId, place: usize, ty: Ty) -> Ty {
        match self.boxed.get(&(model, place)) {
            Some(boxed) => within_options(ty, *boxed),
            None => ty,
        }
    }

    /// Whether a model is in a box that ends a chain of types.
    pub(super) fn ends_chain(&self, model: SchemaId) -> bool {
        self.ends.contains(&model)
    }
}

fn within_options(ty: Ty, boxed: Boxed) -> Ty {
    match (ty, boxed) {
        (Ty::Option(inner), boxed) => within_options(*inner, boxed).optional(),
        (ty, Boxed::Plain) => Ty::Box(Box::new(ty)),
        (ty, Boxed::Deep) => Ty::Deep(Box::new(ty)),
    }
}
