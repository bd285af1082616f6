//! How deeply types are nested: long chains are cut by a box that hides what is in it.
//!
//! Whether a model can be sent to another thread is found out by the compiler along all that it holds, and that ends in an error
//! where types are nested more than 128 deep: of a chain of lists no more than thirty. The caller's own types count as well.

use std::collections::{BTreeMap, BTreeSet};

use super::recursion::components;
use super::{Model, ModelItem, Presence, Ty};
use crate::names::Name;

/// How deep a chain of models may be: half of what the compiler follows, so that callers have the other half.
const DEEPEST: usize = 64;

/// How deep models that refer to each other may be together without a cut between them.
const DEEPEST_RING: usize = 24;

/// What the box itself adds, in an option.
const BOX: usize = 5;

/// Hides values in boxes so that no chain of models is too deep.
pub(super) fn cut(models: &mut [Model]) {
    let graph = Graph::of(models);
    let cuts = graph.cuts();
    for (model, cuts) in models.iter_mut().zip(cuts) {
        for (index, ty) in model.item.mentioned_types().into_iter().enumerate() {
            if cuts.contains(&index) {
                hide(ty);
            }
        }
        if let ModelItem::Struct(item) = &mut model.item {
            for field in &mut item.fields {
                field.argument = field.ty.argument();
            }
        }
    }
    mark(models);
}

/// Notes which models are held by such a box.
fn mark(models: &mut [Model]) {
    let held: BTreeSet<Name> = models
        .iter()
        .flat_map(|model| model.item.types())
        .filter(|ty| ty.is_hidden())
        .filter_map(|ty| ty.model().cloned())
        .collect();
    for model in models.iter_mut().filter(|model| held.contains(model.name())) {
        match &mut model.item {
            ModelItem::Struct(item) => item.ends_chain = true,
            ModelItem::Union(item) => item.ends_chain = true,
            // Neither leads any further.
            ModelItem::StringEnum(_) | ModelItem::IntegerEnum(_) | ModelItem::Alias(_) => {}
        }
    }
}

/// Puts a value into a box that hides it, inside its options.
fn hide(ty: &mut Ty) {
    match ty {
        Ty::Option(inner) => hide(inner),
        Ty::Box(inner) => *ty = Ty::Deep(inner.clone()),
        _ => *ty = Ty::Deep(Box::new(ty.clone())),
    }
}

/// Which models each model mentions.
struct Graph {
    edges: Vec<Vec<Edge>>,
    component: Vec<usize>,
}

/// A type in a model that mentions another one.
#[derive(Clone, Copy)]
struct Edge {
    /// Its place among the types of the model.
    place: usize,
    target: usize,
    /// How deep it stands in lists, options and boxes.
    depth: usize,
}

impl Graph {
    fn of(models: &[Model]) -> Self {
        let index: BTreeMap<Name, usize> =
            models.iter().enumerate().map(|(index, model)| (model.name().clone(), index)).collect();
        let edge = |(place, (ty, around)): (usize, (&Ty, usize))| {
            let target = *index.get(ty.model()?)?;
            Some(Edge { place, target, depth: around + depth(ty) })
        };
        let edges = models.iter().map(|model| {
            let around = around(&model.item);
            let mut edges: Vec<Edge> = model.item.types().into_iter().zip(around).enumerate().filter_map(edge).collect();
            edges.sort_by_key(|edge| edge.target);
            edges
        });
        let edges: Vec<Vec<Edge>> = edges.collect();
        let targets: Vec<Vec<usize>> = edges.iter().map(|edges| edges.iter().map(|edge| edge.target).collect()).collect();
        Self { edges, component: components(&targets) }
    }

    /// The places to cut in each model: what leads back in large rings, and wherever a chain becomes too deep.
    fn cuts(&self) -> Vec<Vec<usize>> {
        let mut cuts: Vec<Vec<usize>> = vec![Vec::new(); self.edges.len()];
        let rings = self.rings();
        let mut of_ring = vec![0; rings.len()];
        let mut of_model = vec![0; self.edges.len()];
        for node in self.order(&rings, &mut cuts) {
            let own = self.component[node];
            let inside = rings[own].unwrap_or(1);
            let mut deepest = inside;
            for edge in &self.edges[node] {
                let target = self.component[edge.target];
                if target == own && rings[own].is_some() || cuts[node].contains(&edge.place) {
                    continue;
                }
                let below = if rings[target].is_some() { of_ring[target] } else { of_model[edge.target] };
                let mut deep = inside + edge.depth + below;
                if deep > DEEPEST {
                    cuts[node].push(edge.place);
                    deep = inside + BOX;
                }
                deepest = deepest.max(deep);
            }
            of_model[node] = deepest;
            of_ring[own] = of_ring[own].max(deepest);
        }
        cuts
    }

    /// How deep each component can be in itself; none for those that have to be cut inside.
    fn rings(&self) -> Vec<Option<usize>> {
        let mut inside = vec![0; self.component.iter().max().map_or(0, |last| last + 1)];
        for (node, edges) in self.edges.iter().enumerate() {
            let own = self.component[node];
            let ring = edges.iter().filter(|edge| self.component[edge.target] == own);
            inside[own] += 1 + ring.map(|edge| edge.depth).max().unwrap_or(0);
        }
        inside.into_iter().map(|depth| Some(depth).filter(|depth| *depth <= DEEPEST_RING)).collect()
    }

    /// The models, each after all that it mentions, but for what is cut: in large rings, that is what leads back.
    fn order(&self, rings: &[Option<usize>], cuts: &mut [Vec<usize>]) -> Vec<usize> {
        #[derive(Clone, Copy, PartialEq)]
        enum State {
            Unseen,
            Open,
            Closed,
        }
        let mut state = vec![State::Unseen; self.edges.len()];
        let mut order = Vec::with_capacity(self.edges.len());
        for root in 0..self.edges.len() {
            let mut calls = if state[root] == State::Unseen { vec![(root, 0)] } else { Vec::new() };
            while let Some((node, next)) = calls.pop() {
                state[node] = State::Open;
                match self.edges[node].get(next) {
                    None => {
                        state[node] = State::Closed;
                        order.push(node);
                    }
                    Some(edge) => {
                        calls.push((node, next + 1));
                        match state[edge.target] {
                            State::Unseen => calls.push((edge.target, 0)),
                            State::Open if rings[self.component[node]].is_none() => cuts[node].push(edge.place),
                            State::Open | State::Closed => {}
                        }
                    }
                }
            }
        }
        order
    }
}

/// How many types stand around those that a model mentions, because a field may be absent or is a map.
fn around(item: &ModelItem) -> Vec<usize> {
    match item {
        ModelItem::Struct(item) => {
            let fields = item.fields.iter().map(|field| match field.presence {
                Presence::Required => 0,
                Presence::WriteOnly | Presence::Nullable | Presence::Optional => 1,
                Presence::OptionalNullable => 2,
            });
            fields.chain(item.additional.iter().map(|_| 3)).collect()
        }
        item => vec![0; item.types().len()],
    }
}

/// How many types stand around a model.
fn depth(ty: &Ty) -> usize {
    match ty {
        Ty::Option(inner) => 1 + depth(inner),
        Ty::Box(inner) => 2 + depth(inner),
        Ty::Vec(inner) | Ty::Map(inner) => 3 + depth(inner),
        _ => 0,
    }
}
