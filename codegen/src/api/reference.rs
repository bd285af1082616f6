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
        let named = format!("#/components/schemas/{fragment}");
        if !fragment.contains(['#', '/', '.']) && self.root.lookup(&Pointer::from_fragment(&named)?).is_some() {
            let problem = Problem::DanglingReference { reference: fragment.to_owned(), suggestion: Some(named) };
            self.report(reference.at, problem);
            return None;
        }
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

    /// The fragment with the nearest name in place of the first that is missing, if the rest then leads somewhere.
    fn suggest(&self, fragment: &str) -> Option<String> {
        let mut names: Vec<String> = Pointer::from_fragment(fragment)?.tokens().to_vec();
        let lookup = |names: &[String]| self.root.lookup(&names.iter().cloned().collect());
        let missing = (0..names.len()).find(|index| lookup(&names[..=*index]).is_none())?;
        let siblings = lookup(&names[..missing])?.as_mapping()?;
        names[missing] = suggest(&names[missing], siblings.keys().map(String::as_str))?.to_owned();
        lookup(&names)?;
        Some(names.into_iter().collect::<Pointer>().fragment())
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
