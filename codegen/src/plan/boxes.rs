//! `Boxes`: which values of models are boxed, decided before any model is planned.

use std::collections::{BTreeMap, BTreeSet};

use super::graph::{Graph, Kind};
use super::ty::Ty;
use super::{depth, recursion};
use crate::api::{Api, SchemaId, Shape};
use crate::names::{ModelNames, Parts};
use crate::record::path::models_in;
use crate::record::recorded_type::RecordedType;
use crate::record::{self, Key, Record, Step};

/// The values of models that are boxed.
pub(super) struct Boxes {
    /// How the value at a place of a model is boxed.
    boxed: BTreeMap<(SchemaId, usize), Boxed>,
    /// The models in boxes that end a chain of types.
    ends: BTreeSet<SchemaId>,
}

/// How a value is boxed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Boxed {
    /// By `Box<T>`: the model would hold itself, or be large.
    Plain,
    /// By `runtime::Deep<T>`: the chain of types would be too long for the compiler.
    Deep,
}

impl Boxes {
    /// Decides the boxes of all models. Values keep the boxes that they are recorded with.
    pub(super) fn decide(graph: &Graph, recorded: &RecordedBoxes) -> Self {
        let mut boxed = BTreeMap::new();
        let mut ends = BTreeSet::new();
        let plain = recursion::boxed(graph, recorded);
        for (node, place) in &plain {
            boxed.insert((graph.models[*node], *place), Boxed::Plain);
        }
        for (node, places) in depth::cuts(graph, &plain, recorded).into_iter().enumerate() {
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

/// How the values that are recorded were boxed, by node and place of the graph; `None` where they were not.
pub(super) type RecordedBoxes = BTreeMap<(usize, usize), Option<Boxed>>;

/// Reads from the record how values that mention models were boxed.
pub(super) fn recorded(graph: &Graph, names: &BTreeMap<SchemaId, ModelNames>, api: &Api, record: &Record) -> RecordedBoxes {
    let mut boxes = RecordedBoxes::new();
    for (node, id) in graph.models.iter().enumerate() {
        let Some(model) = record.model_of_place(&names[id].key) else { continue };
        for edge in &graph.edges[node] {
            let item = item(&model.key, &names[id], *id, edge.place, api).and_then(|(key, kind)| record.get(&key, kind));
            let target = record.model_of_place(&names[&graph.models[edge.target]].key);
            // Another model in its place is boxed as a new one.
            let same = item.zip(target).filter(|(item, target)| models_in(&item.ty).any(|place| item.ty[place] == target.path));
            boxes.extend(same.map(|(item, _)| ((node, edge.place), boxed(&item.ty))));
        }
    }
    boxes
}

/// The key and kind of the item that holds the value at a place of a model.
fn item(model: &Key, names: &ModelNames, id: SchemaId, place: usize, api: &Api) -> Option<(Key, record::Kind)> {
    match (&api.schemas[id].shape, &names.parts) {
        (Shape::Object(object), _) => {
            let step = object.properties.get(place).map_or(Step::Values, |property| Step::Property(&property.name));
            Some((model.then(step), record::Kind::Field))
        }
        (_, Parts::Alternatives { alternatives, .. }) => {
            Some((model.then(Step::Alternative(&alternatives.get(place)?.label)), record::Kind::Variant))
        }
        _ => None,
    }
}

/// How a value with a recorded type was boxed.
fn boxed(ty: &str) -> Option<Boxed> {
    let ty = RecordedType::new(ty);
    match ty.inside("Option") {
        Some(inside) => boxed(inside.as_str()),
        None if ty.inside("Box").is_some() => Some(Boxed::Plain),
        None => ty.inside("runtime::Deep").map(|_| Boxed::Deep),
    }
}

fn within_options(ty: Ty, boxed: Boxed) -> Ty {
    match (ty, boxed) {
        (Ty::Option(inner), boxed) => within_options(*inner, boxed).optional(),
        (ty, Boxed::Plain) => Ty::Box(Box::new(ty)),
        (ty, Boxed::Deep) => Ty::Deep(Box::new(ty)),
    }
}
