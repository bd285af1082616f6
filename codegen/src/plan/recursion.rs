//! Which values must be boxed: those through which a model would hold itself.

use std::collections::BTreeSet;

use super::graph::{Graph, Kind};

/// The values, by node and place, through which a model would hold itself, and the structs that would make a union large.
pub(super) fn boxed(graph: &Graph) -> BTreeSet<(usize, usize)> {
    let inline = graph.edges.iter().map(|edges| edges.iter().filter(|edge| edge.is_inline).map(|edge| edge.target).collect());
    let held: Vec<Vec<usize>> = inline.collect();
    let component = components(&held);
    let mut boxed = BTreeSet::new();
    for (node, edges) in graph.edges.iter().enumerate() {
        for edge in edges.iter().filter(|edge| edge.is_inline) {
            let leads_back = component[edge.target] == component[node];
            let is_large = graph.kinds[node] == Kind::Union && graph.kinds[edge.target] == Kind::Struct;
            if leads_back || is_large {
                boxed.insert((node, edge.place));
            }
        }
    }
    boxed
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
