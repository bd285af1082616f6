//! `Resolver`: follows `$ref`, and reports those that lead nowhere.

use std::collections::{BTreeMap, BTreeSet};

use super::place::Place;
use crate::diagnostic::{Diagnostics, Problem};
use crate::document::object::Read;
use crate::document::reading::Reading;
use crate::document::{ComponentKind, RefOr, Reference, Schema};
use crate::node::{Node, Origin};
use crate::source::{Chain, Description};

/// Follows the references of a description.
pub struct Resolver<'a> {
    /// What reading a target needs.
    pub reading: Reading<'a>,
    /// Where references have led.
    referred: BTreeSet<Origin>,
    /// What the references that stand at a place end in; nothing if they lead nowhere, or in a ring.
    ends: BTreeMap<Origin, Option<&'a Node>>,
}

impl<'a> Resolver<'a> {
    /// A resolver for a description's references.
    pub fn new(description: &'a Description, diagnostics: &'a mut Diagnostics) -> Self {
        Self { reading: Reading::new(description, diagnostics), referred: BTreeSet::new(), ends: BTreeMap::new() }
    }

    /// Reports a problem with the value at an origin.
    pub fn report(&mut self, at: Origin, problem: Problem) {
        self.reading.report(at, problem);
    }

    /// The schema that a reference leads to; one that leads nowhere, or to something else, is reported.
    pub fn target(&mut self, reference: &Reference) -> Option<&'a Node> {
        self.target_of_kind(reference, Schema::KIND)
    }

    fn target_of_kind(&mut self, reference: &Reference, kind: Option<ComponentKind>) -> Option<&'a Node> {
        let target = self.reading.description.follow(reference.at, &reference.target, self.reading.diagnostics)?;
        if kind.is_some_and(|kind| !self.reading.is_of_kind(target, kind, reference.at, &reference.target)) {
            return None;
        }
        self.referred.insert(target.at);
        Some(target)
    }

    /// The node that a reference and those that it leads to end in. Chains have many starts, so each link is followed once.
    pub fn end(&mut self, reference: &Reference) -> Option<&'a Node> {
        let mut node = self.target(reference)?;
        let mut passed = Vec::new();
        let end = loop {
            if let Some(known) = self.ends.get(&node.at) {
                break *known;
            }
            let Some((reference, target)) = node.reference() else { break Some(node) };
            self.ends.insert(node.at, None);
            passed.push(node.at);
            match self.reading.description.find(reference.at, target) {
                Some(next) => node = next,
                None => break None,
            }
        };
        self.ends.extend(passed.into_iter().map(|at| (at, end)));
        end
    }

    /// The places that references have led to, in an order that does not depend on who refers to what.
    pub fn places(&self) -> Vec<(Origin, Place)> {
        let sources = self.reading.sources;
        let mut places: Vec<(Origin, Place)> =
            self.referred.iter().filter_map(|at| Some((*at, Place::of(*at, sources)?))).collect();
        places.sort_by_cached_key(|(at, _)| (sources.path_from_first(sources.file(*at)), *at));
        places
    }

    /// The thing itself, behind however many references.
    pub fn resolve<T: Read>(&mut self, item: RefOr<T>) -> Option<T> {
        let mut reference = match item {
            RefOr::Item(item) => return Some(item),
            RefOr::Ref(reference) => reference,
        };
        let mut chain = Chain::default();
        loop {
            let node = self.target_of_kind(&reference, T::KIND)?;
            if let Err(problem) = chain.pass(node.at, &reference.target) {
                self.report(reference.at, problem);
                return None;
            }
            if !self.reading.may_repeat(node, reference.at) {
                return None;
            }
            match RefOr::read(node, &mut self.reading)? {
                RefOr::Item(item) => return Some(item),
                RefOr::Ref(next) => reference = next,
            }
        }
    }
}
