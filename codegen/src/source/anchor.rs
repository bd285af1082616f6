//! `Anchors`: the names that the parts of a file give themselves.

use std::collections::BTreeMap;

use crate::node::{Node, Value};
use crate::pointer::Pointer;

/// Where a file's `$anchor`s and `$id`s are.
#[derive(Clone, Debug, Default)]
pub(super) struct Anchors {
    anchors: BTreeMap<String, Pointer>,
    ids: BTreeMap<String, Pointer>,
}

impl Anchors {
    /// Finds them all.
    pub(super) fn of(root: &Node) -> Self {
        let mut found = Self::default();
        let mut open = vec![(root, Pointer::root())];
        while let Some((node, pointer)) = open.pop() {
            match &node.value {
                Value::Sequence(elements) => {
                    open.extend(elements.iter().enumerate().map(|(index, node)| (node, pointer.index(index))).rev());
                }
                Value::Mapping(entries) => {
                    found.enter(node, &pointer);
                    open.extend(entries.iter().map(|(key, node)| (node, pointer.key(key))).rev());
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

    /// The first of a name has it.
    fn enter(&mut self, node: &Node, pointer: &Pointer) {
        let text = |key| node.get(key).and_then(Node::as_str).map(str::to_owned);
        for name in ["$anchor", "$dynamicAnchor"].into_iter().filter_map(text) {
            self.anchors.entry(name).or_insert_with(|| pointer.clone());
        }
        for address in ["$id", "$self"].into_iter().filter_map(text) {
            let address = address.trim_end_matches('#').to_owned();
            self.ids.entry(address).or_insert_with(|| pointer.clone());
        }
    }
}
