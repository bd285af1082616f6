//! `Uses`: how many places use what is changed.

use std::collections::BTreeMap;

use super::changed::Changed;
use super::route::Routes;
use crate::node::{Node, Value};
use crate::source::Spot;

/// How many references lead to each place.
pub(super) struct Uses<'r> {
    routes: &'r Routes<'r>,
    counts: BTreeMap<Spot, usize>,
}

impl<'r> Uses<'r> {
    /// Follows all references of a description.
    pub(super) fn of(routes: &'r Routes<'r>) -> Self {
        let description = routes.description;
        let mut counts = BTreeMap::new();
        for root in description.described_files().map(Spot::root) {
            let mut references = Vec::new();
            description.value(&root).into_iter().for_each(|node| add_references(node, root.clone(), &mut references));
            for target in references.iter().filter_map(|reference| description.target_of(reference)) {
                *counts.entry(target).or_default() += 1;
            }
        }
        Self { routes, counts }
    }

    /// A place that is changed, with the nearest around it that references lead to.
    pub(super) fn changed(&self, spot: &Spot) -> Changed {
        let outer = |spot: &Spot| Some(Spot { file: spot.file, pointer: spot.pointer.split_last()?.0 });
        let mut around = std::iter::successors(Some(spot.clone()), outer);
        let shared = around.find_map(|spot| Some((self.address(&spot), *self.counts.get(&spot)?)));
        Changed { address: self.address(spot), shared }
    }

    /// The place as a reference in the description's own file would name it.
    fn address(&self, spot: &Spot) -> String {
        let fragment = spot.pointer.fragment();
        let path = || self.routes.description.sources().path_from_first(spot.file);
        match (spot.file == self.routes.root().spot.file, spot.pointer.tokens().is_empty()) {
            (true, _) => fragment,
            (false, true) => path(),
            (false, false) => path() + &fragment,
        }
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
