//! How deeply types are nested: long chains are cut by a box that hides what is in it.
//!
//! Whether a model can be sent to another thread is found out by the compiler along all that it holds, and that ends in an error
//! where types are nested more than 128 deep: of a chain of lists no more than thirty. The caller's own types count as well.

use std::collections::BTreeSet;

use super::boxes::{Boxed, RecordedBoxes};
use super::graph::{Edge, Graph};
use super::recursion::components;

/// How deep a chain of models may be: half of what the compiler follows, so that callers have the other half.
const DEEPEST: usize = 64;

/// How deep models that refer to each other may be together without a cut between them.
const DEEPEST_RING: usize = 24;

/// What the box itself adds, in an option.
const BOX: usize = 5;

/// What a box adds around a model.
const PLAIN_BOX: usize = 2;

/// The places in each node where a box has to hide the value so that no chain of models is too deep, or is recorded to do so; some are
/// boxed already.
pub(super) fn cuts(graph: &Graph, boxed: &BTreeSet<(usize, usize)>, recorded: &RecordedBoxes) -> Vec<Vec<usize>> {
    let edges = graph.edges.iter().enumerate().map(|(node, edges)| {
        let weighed = |edge: &Edge| {
            let in_box = if boxed.contains(&(node, edge.place)) { PLAIN_BOX } else { 0 };
            Edge { depth: edge.depth + in_box, ..*edge }
        };
        let mut edges: Vec<Edge> = edges.iter().map(weighed).collect();
        edges.sort_by_key(|edge| edge.target);
        edges
    });
    let edges: Vec<Vec<Edge>> = edges.collect();
    let targets: Vec<Vec<usize>> = edges.iter().map(|edges| edges.iter().map(|edge| edge.target).collect()).collect();
    let mut cuts = vec![Vec::new(); edges.len()];
    for (node, place) in recorded.iter().filter(|(_, boxed)| **boxed == Some(Boxed::Deep)).map(|(place, _)| *place) {
        cuts[node].push(place);
    }
    Chains { edges, component: components(&targets) }.cuts(cuts)
}

/// The chains of models.
struct Chains {
    /// The values of each node that mention another, in the order of the nodes they mention.
    edges: Vec<Vec<Edge>>,
    component: Vec<usize>,
}

impl Chains {
    /// The places to cut in each model: what leads back in large rings, and wherever a chain becomes too deep.
    fn cuts(&self, mut cuts: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
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
