//! How many places use what is changed.

use std::collections::BTreeMap;

use super::Changed;
use super::route::Routes;
use crate::node::{Node, Value};
use crate::source::Spot;

/// What is changed, with what references lead to that it is in.
pub(super) fn of(routes: &Routes<'_>, spot: &Spot) -> Changed {
    let description = routes.description;
    let mut counts: BTreeMap<Spot, usize> = BTreeMap::new();
    for file in description.described_files() {
        let root = Spot::root(file);
        let Some(node) = description.value(&root) else { continue };
        let mut references = Vec::new();
        add_references(node, root, &mut references);
        for target in references.iter().filter_map(|reference| description.target_of(reference)) {
            *counts.entry(target).or_default() += 1;
        }
    }
    let outer = |spot: &Spot| Some(Spot { file: spot.file, pointer: spot.pointer.split_last()?.0 });
    let mut around = std::iter::successors(Some(spot.clone()), outer);
    let shared = around.find_map(|spot| Some((address(routes, &spot), *counts.get(&spot)?)));
    Changed { address: address(routes, spot), shared }
}

/// The place as a reference in the description's own file would name it.
fn address(routes: &Routes<'_>, spot: &Spot) -> String {
    let fragment = spot.pointer.fragment();
    match *spot == (Spot { file: routes.root().spot.file, pointer: spot.pointer.clone() }) {
        true => fragment,
        false => routes.description.sources().path_from_first(spot.file) + &fragment,
    }
}

fn add_references(node: &Node, spot: Spot, found: &mut Vec<Spot>) {
    match &node.value {
        Value::Mapping(entries) => entries.iter().for_each(|(key, node)| add_references(node, spot.child(key), found)),
        Value::Sequence(elements) => {
            elements.iter().enumerate().for_each(|(index, node)| add_references(node, spot.child(&index.to_string()), found));
        }
        _ => {}
    }
    if node.reference().is_some() {
        found.push(spot);
    }
}
