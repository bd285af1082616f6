//! Which values must be boxed: those through which a model would hold itself.

use std::collections::BTreeSet;

use super::boxes::RecordedBoxes;
use super::graph::{Edge, Graph, Kind};

/// The values, by node and place, through which a model would hold itself, and the structs that would make a union large. Values keep
/// the boxes that they are recorded with, as long as no model holds itself.
pub(super) fn boxed(graph: &Graph, recorded: &RecordedBoxes) -> BTreeSet<(usize, usize)> {
    let all = inline(graph, &BTreeSet::new());
    let component = components(&targets(&all));
    let mut boxed = BTreeSet::new();
    for (node, edge) in all.iter().enumerate().flat_map(|(node, edges)| edges.iter().map(move |edge| (node, edge))) {
        let place = (node, edge.place);
        let leads_back = component[edge.target] == component[node];
        let is_large = graph.kinds[node] == Kind::Union && graph.kinds[edge.target] == Kind::Struct;
        let is_boxed = recorded.get(&place).map_or(leads_back || is_large, Option::is_some);
        boxed.extend(is_boxed.then_some(place));
    }
    if !recorded.is_empty() {
        let rest = inline(graph, &boxed);
        let component = components(&targets(&rest));
        for (node, edges) in rest.iter().enumerate() {
            let back = edges.iter().filter(|edge| component[edge.target] == component[node]);
            boxed.extend(back.map(|edge| (node, edge.place)));
        }
    }
    boxed
}

/// The values that are models themselves, without those in boxes.
fn inline<'g>(graph: &'g Graph, boxed: &BTreeSet<(usize, usize)>) -> Vec<Vec<&'g Edge>> {
    let of = |(node, edges): (usize, &'g Vec<Edge>)| {
        edges.iter().filter(|edge| edge.is_inline && !boxed.contains(&(node, edge.place))).collect()
    };
    graph.edges.iter().enumerate().map(of).collect()
}

fn targets(edges: &[Vec<&Edge>]) -> Vec<Vec<usize>> {
    edges.iter().map(|edges| edges.iter().map(|edge| edge.target).collect()).collect()
}

/// The strongly connected component of each node (Tarjan's algorithm, with a stack of its own: a chain of models can be
/// longer than the thread's stack is deep).
pub(super) fn components(edges: &[Vec<usize>]) -> Vec<usize> {
    const NONE: usize = usize::MAX;
    let count = edges.len();
    let (mut order, mut low, mut component) = (vec![NONE; count], vec![NONE; count], vec![NONE; count]);
    let (mut visited, mut closed) = (0, 0);
    let mut open = Vec::new();
    for root in 0..count {
        if order[root] != NONE {
            continue;
        }
        let mut calls = vec![(root, 0)];
        while let Some((node, next)) = calls.pop() {
            if next == 0 {
                order[node] = visited;
                low[node] = visited;
                visited += 1;
                open.push(node);
            } else {
                let child = edges[node][next - 1];
                low[node] = low[node].min(low[child]);
            }
            let unseen = (next..edges[node].len()).find(|edge| {
                let child = edges[node][*edge];
                if order[child] != NONE && component[child] == NONE {
                    low[node] = low[node].min(order[child]);
                }
                order[child] == NONE
            });
            if let Some(edge) = unseen {
                calls.push((node, edge + 1));
                calls.push((edges[node][edge], 0));
            } else if low[node] == order[node] {
                while let Some(member) = open.pop() {
                    component[member] = closed;
                    if member == node {
                        break;
                    }
                }
                closed += 1;
            }
        }
    }
    component
}

#[cfg(test)]
mod tests {
    use super::components;

    #[test]
    fn rings_are_one_component() {
        let found = components(&[vec![1], vec![2, 3], vec![0], vec![], vec![3]]);
        assert_eq!(found[0], found[1]);
        assert_eq!(found[1], found[2]);
        assert_ne!(found[3], found[0]);
        assert_ne!(found[4], found[3]);
    }

    #[test]
    fn a_long_chain_is_no_recursion() {
        let count = 100_000;
        let edges: Vec<Vec<usize>> = (0..count).map(|node| if node + 1 < count { vec![node + 1] } else { Vec::new() }).collect();
        let mut found = components(&edges);
        found.sort_unstable();
        found.dedup();
        assert_eq!(found.len(), count);
    }
}
