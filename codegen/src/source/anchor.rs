//! `Anchors`: the names that the parts of a file give themselves.

use std::collections::BTreeMap;

use super::path;
use crate::node::{Node, Origin, Value};
use crate::pointer::Pointer;

/// Where a file's `$anchor`s and `$id`s are.
#[derive(Clone, Debug, Default)]
pub(super) struct Anchors {
    anchors: BTreeMap<String, Pointer>,
    ids: BTreeMap<String, Pointer>,
    /// The parts that have an `$id`.
    resources: Vec<Resource>,
    /// The innermost part that each reference stands in, by its place in the list.
    references: BTreeMap<Origin, usize>,
}

/// A part of a file that is a document of its own: references in it start from its `$id`.
#[derive(Clone, Debug)]
pub(super) struct Resource {
    address: String,
    /// Its root.
    pub(super) pointer: Pointer,
}

impl Resource {
    /// A reference's address, which may be relative to this part's.
    pub(super) fn join(&self, address: &str) -> String {
        path::join_address(&self.address, address)
    }
}

impl Anchors {
    /// Finds them all.
    pub(super) fn of(root: &Node) -> Self {
        let mut found = Self::default();
        let mut open = vec![(root, Pointer::root(), None)];
        while let Some((node, pointer, within)) = open.pop() {
            match &node.value {
                Value::Sequence(elements) => {
                    open.extend(elements.iter().enumerate().map(|(index, node)| (node, pointer.index(index), within)).rev());
                }
                Value::Mapping(entries) => {
                    let within = found.enter(node, &pointer, within);
                    found.references.extend(within.and_then(|within| Some((node.get("$ref")?.at, within))));
                    open.extend(entries.iter().map(|(key, node)| (node, pointer.key(key), within)).rev());
                }
                _ => {}
            }
        }
        found
    }

    /// What calls itself by a fragment: `#pet`.
    pub(super) fn anchor(&self, name: &str) -> Option<&Pointer> {
        self.anchors.get(name)
    }

    /// What calls itself by an address.
    pub(super) fn id(&self, address: &str) -> Option<&Pointer> {
        self.ids.get(address)
    }

    /// The innermost part with an `$id` that a reference stands in.
    pub(super) fn around(&self, reference: Origin) -> Option<&Resource> {
        self.references.get(&reference).map(|index| &self.resources[*index])
    }

    /// Enters the names of a mapping, of which the first of a name has it, and tells which part what is in it belongs to.
    fn enter(&mut self, node: &Node, pointer: &Pointer, within: Option<usize>) -> Option<usize> {
        let text = |key| node.get(key).and_then(Node::as_str).map(str::to_owned);
        for name in ["$anchor", "$dynamicAnchor"].into_iter().filter_map(text) {
            self.anchors.entry(name).or_insert_with(|| pointer.clone());
        }
        let Some(written) = ["$id", "$self"].into_iter().find_map(text) else { return within };
        let written = written.trim_end_matches('#');
        let address = within.map_or_else(|| written.to_owned(), |within| self.resources[within].join(written));
        for address in [written, &address] {
            self.ids.entry(address.to_owned()).or_insert_with(|| pointer.clone());
        }
        self.resources.push(Resource { address, pointer: pointer.clone() });
        Some(self.resources.len() - 1)
    }
}
