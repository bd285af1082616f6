//! Which values must be boxed: those through which a model would hold itself.

use std::collections::BTreeMap;

use super::{Model, ModelItem, Ty};
use crate::names::Name;

/// Boxes every value through which a model would hold itself, and the structs that would make a union large.
pub fn cut(models: &mut [Model]) {
    let index: BTreeMap<Name, usize> = models.iter().enumerate().map(|(index, model)| (model.name().clone(), index)).collect();
    let held: Vec<Vec<usize>> = models
        .iter_mut()
        .map(|model| {
            model
                .item
                .held_types()
                .into_iter()
                .filter_map(|ty| held_model(ty).and_then(|name| index.get(name).copied()))
                .collect()
        })
        .collect();
    let component = components(&held);
    let structs: Vec<bool> = models.iter().map(|model| matches!(model.item, ModelItem::Struct(_))).collect();
    for (own, model) in models.iter_mut().enumerate() {
        let is_union = matches!(model.item, ModelItem::Union(_));
        for ty in model.item.held_types() {
            let target = held_model(ty).and_then(|name| index.get(name).copied());
            let leads_back =
                target.is_some_and(|target| component[target] == component[own] && (target != own || held[own].contains(&own)));
            let is_large = is_union && target.is_some_and(|target| structs[target]);
            if leads_back || is_large {
                put_in_box(ty);
            }
        }
        if let ModelItem::Struct(item) = &mut model.item {
            for field in &mut item.fields {
                field.argument = field.ty.argument();
            }
        }
    }
}

/// The model that a value holds within itself: not behind a list or map, which point to theirs.
fn held_model(ty: &Ty) -> Option<&Name> {
    match ty {
        Ty::Model(name) => Some(name),
        Ty::Option(inner) => held_model(inner),
        _ => None,
    }
}

/// Boxes the model, inside its options.
fn put_in_box(ty: &mut Ty) {
    match ty {
        Ty::Option(inner) => put_in_box(inner),
        _ => *ty = Ty::Box(Box::new(ty.clone())),
    }
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
