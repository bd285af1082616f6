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
        found.visit(root, &mut Vec::new(), None);
        found
    }

    /// Whether no part has an `$id`, so that every reference starts from the file.
    pub(super) fn is_one_resource(&self) -> bool {
        self.resources.is_empty()
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

    fn visit<'n>(&mut self, node: &'n Node, steps: &mut Vec<Step<'n>>, within: Option<usize>) {
        match &node.value {
            Value::Sequence(elements) => {
                for (index, element) in elements.iter().enumerate() {
                    steps.push(Step::Index(index));
                    self.visit(element, steps, within);
                    steps.pop();
                }
            }
            Value::Mapping(entries) => {
                let within = self.enter(node, steps, within);
                self.references.extend(within.and_then(|within| Some((node.get("$ref")?.at, within))));
                for (key, entry) in entries {
                    steps.push(Step::Key(key));
                    self.visit(entry, steps, within);
                    steps.pop();
                }
            }
            _ => {}
        }
    }

    /// Enters the names of a mapping, of which the first of a name has it, and tells which part what is in it belongs to.
    fn enter(&mut self, node: &Node, steps: &[Step<'_>], within: Option<usize>) -> Option<usize> {
        let pointer = || steps.iter().map(Step::token).collect::<Pointer>();
        let text = |key| node.get(key).and_then(Node::as_str).map(str::to_owned);
        for name in ["$anchor", "$dynamicAnchor"].into_iter().filter_map(text) {
            self.anchors.entry(name).or_insert_with(pointer);
        }
        let Some(written) = ["$id", "$self"].into_iter().find_map(text) else { return within };
        let written = written.trim_end_matches('#');
        let address = within.map_or_else(|| written.to_owned(), |within| self.resources[within].join(written));
        for address in [written, &address] {
            self.ids.entry(address.to_owned()).or_insert_with(pointer);
        }
        self.resources.push(Resource { address, pointer: pointer() });
        Some(self.resources.len() - 1)
    }
}

/// A step on the way to a value; few of the ways are ever written down.
enum Step<'n> {
    Key(&'n str),
    Index(usize),
}

impl Step<'_> {
    fn token(&self) -> String {
        match self {
            Self::Key(key) => (*key).to_owned(),
            Self::Index(index) => index.to_string(),
        }
    }
}
