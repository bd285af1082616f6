//! `Resolver`: follows `$ref`, and reports those that lead nowhere.

use crate::diagnostic::{Diagnostics, Problem, suggest};
use crate::document::object::{Read, Reading};
use crate::document::{RefOr, Reference};
use crate::node::{Node, Origin};
use crate::pointer::Pointer;
use crate::source::Sources;

/// Follows references within a description.
pub struct Resolver<'a> {
    root: &'a Node,
    /// What reading a target needs.
    pub reading: Reading<'a>,
}

impl<'a> Resolver<'a> {
    /// A resolver for references into one document.
    pub fn new(root: &'a Node, sources: &'a Sources, diagnostics: &'a mut Diagnostics) -> Self {
        Self { root, reading: Reading { sources, diagnostics } }
    }

    /// Reports a problem with the value at an origin.
    pub fn report(&mut self, at: Origin, problem: Problem) {
        self.reading.report(at, problem);
    }

    /// The node that a reference leads to; one that leads nowhere is reported.
    pub fn target(&mut self, reference: &Reference) -> Option<&'a Node> {
        let fragment = reference.target.as_str();
        if !fragment.starts_with('#') {
            self.report(reference.at, Problem::RemoteReference { reference: reference.target.clone() });
            return None;
        }
        let found = Pointer::from_fragment(fragment).and_then(|pointer| self.root.lookup(&pointer));
        if found.is_none() {
            let suggestion = self.suggest(fragment);
            self.report(reference.at, Problem::DanglingReference { reference: reference.target.clone(), suggestion });
        }
        found
    }

    /// The nearest name beside the one that a fragment misses.
    fn suggest(&self, fragment: &str) -> Option<String> {
        let (parent, name) = fragment.rsplit_once('/')?;
        let siblings = self.root.lookup(&Pointer::from_fragment(parent)?)?.as_mapping()?;
        suggest(name, siblings.keys().map(String::as_str)).map(str::to_owned)
    }

    /// The thing itself, behind however many references.
    pub fn resolve<T: Read>(&mut self, item: RefOr<T>) -> Option<T> {
        let mut reference = match item {
            RefOr::Item(item) => return Some(item),
            RefOr::Ref(reference) => reference,
        };
        let mut passed = Vec::new();
        loop {
            let node = self.target(&reference)?;
            if passed.contains(&node.at) {
                self.report(reference.at, Problem::CircularReference { reference: reference.target });
                return None;
            }
            passed.push(node.at);
            match RefOr::read(node, &mut self.reading)? {
                RefOr::Item(item) => return Some(item),
                RefOr::Ref(next) => reference = next,
            }
        }
    }
}
