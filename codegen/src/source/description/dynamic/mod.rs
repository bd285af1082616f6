//! `$dynamicRef`: a schema that refers to whatever its users give a name, as a list refers to the schema of its elements.
//!
//! Mirrors [JSON Schema 2020-12, section 8.2.3.2](https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3.2).
//! Where a reference leads to such a schema and gives one of the names another meaning, it becomes a copy of the schema in which
//! each `$dynamicRef` is a `$ref` to what the name means there. Any other `$dynamicRef` is as good as a `$ref`.

mod copy;

use std::collections::{BTreeMap, BTreeSet};

use self::copy::Copy;
use super::super::resource::Anchor;
use super::{Description, Spot, split};
use crate::diagnostic::{Diagnostics, Problem};
use crate::node::{Node, Origin, Value};
use crate::pointer::Pointer;
use crate::source::Copies;

/// What names mean where a schema is used.
type Scope = BTreeMap<String, Spot>;

impl Description {
    /// The description with a separate copy of a schema with dynamic references for each use of it.
    #[must_use]
    pub fn without_dynamic_references(self, diagnostics: &mut Diagnostics) -> Self {
        let has_some = |path: &String| self.resources(path).is_some_and(|resources| resources.has_dynamic_references());
        if !self.files.keys().any(has_some) {
            return self;
        }
        let copies = Copies::of(&self.sources);
        let steps = Copies::by_references(&self.sources);
        let mut changed = self.clone();
        let mut expansion = Expansion { description: &self, diagnostics, copies, steps, names: BTreeMap::new() };
        for file in self.described_files() {
            let mut sites = Vec::new();
            if let Some(root) = self.value(&Spot::root(file)) {
                find_references(root, &mut Vec::new(), &mut sites);
            }
            // Inner references come before the ones that contain them.
            for pointer in sites.into_iter().rev() {
                expansion.expand(&Spot { file, pointer }, &mut changed);
            }
        }
        changed.forget_names();
        changed
    }

    /// The `$dynamicAnchor` that a `$dynamicRef` leads to if nobody gives its name another meaning.
    fn dynamic_anchor(&self, at: Origin, reference: &str) -> Option<Spot> {
        let (address, name) = split(reference);
        let start = self.start(at, address).ok()?;
        let anchor = start.resource().anchor(name, || self.sources.pointer(at)).ok()??;
        let file = self.parsed(start.path)?.file;
        anchor.is_dynamic.then(|| Spot { file, pointer: anchor.pointer.clone() })
    }

    /// Whether two schemas are one, or say the same in keywords without parts.
    fn is_alike(&self, one: &Spot, other: &Spot) -> bool {
        let has_parts = |node: &Node| matches!(node.value, Value::Mapping(_) | Value::Sequence(_));
        let plain =
            |spot| self.value(spot).filter(|node| !node.as_mapping().is_some_and(|entries| entries.values().any(has_parts)));
        one == other || plain(one).zip(plain(other)).is_some_and(|(one, other)| one.same_value(other))
    }
}

/// The references of a file, in their order.
fn find_references(node: &Node, steps: &mut Vec<String>, found: &mut Vec<Pointer>) {
    match &node.value {
        Value::Mapping(entries) => {
            if node.reference().is_some() {
                found.push(steps.iter().cloned().collect());
            }
            for (key, entry) in entries {
                steps.push(key.clone());
                find_references(entry, steps, found);
                steps.pop();
            }
        }
        Value::Sequence(elements) => {
            for (index, element) in elements.iter().enumerate() {
                steps.push(index.to_string());
                find_references(element, steps, found);
                steps.pop();
            }
        }
        _ => {}
    }
}

/// The dynamic anchors that a schema and its references leave open, each with its default target.
type Names = BTreeSet<(String, Spot)>;

struct Expansion<'d> {
    description: &'d Description,
    diagnostics: &'d mut Diagnostics,
    copies: Copies,
    steps: Copies,
    /// The names of schemas that references have led to.
    names: BTreeMap<Origin, Names>,
}

impl Expansion<'_> {
    /// Puts a copy in place of a reference, if that gives names another meaning.
    fn expand(&mut self, site: &Spot, changed: &mut Description) {
        let Some(target) = self.description.target_of(site) else { return };
        let scope = self.scope(site, &target);
        if !self.is_open(&target, &scope) {
            return;
        }
        let Some(user) = changed.value(site).cloned() else { return };
        let expanded = Copy::new(self, site, &scope, changed).of(&user, &target, &site.pointer);
        if let (Some(expanded), Some(place)) = (expanded, changed.value_mut(site)) {
            *place = expanded;
        }
    }

    /// What the names that a schema leaves open mean at a place: the nearest schemas that have the names.
    fn scope(&mut self, site: &Spot, target: &Spot) -> Scope {
        let description = self.description;
        let path = description.sources.path(site.file);
        let at = description.value(site).and_then(Node::reference).map(|(reference, _)| reference.at);
        let (Some(resources), Some(at)) = (description.resources(path), at) else { return Scope::new() };
        let resource = resources.get(resources.around(at));
        let unit = resource.pointer.tokens().len().max(unit(&site.pointer));
        let mut scope = Scope::new();
        for (name, _) in self.names(target) {
            if !self.steps.may_take_values(resource.anchors(&name).len(), at, self.diagnostics) {
                break;
            }
            let shared = |anchor: &Anchor| anchor.pointer.shared(&site.pointer);
            let within = resource.anchors(&name).iter().filter(|anchor| anchor.is_dynamic && shared(anchor) >= unit);
            let nearest = within.clone().map(shared).max();
            let mut nearest = within.filter(|anchor| Some(shared(anchor)) == nearest);
            match (nearest.next(), nearest.next()) {
                (Some(first), Some(_)) => {
                    let problem = Problem::AmbiguousReference { reference: format!("#{name}"), first: first.at };
                    self.diagnostics.report(at, problem);
                }
                (first, _) => {
                    let spot = |anchor: &Anchor| Spot { file: site.file, pointer: anchor.pointer.clone() };
                    scope.extend(first.map(|anchor| (name, spot(anchor))));
                }
            }
        }
        scope
    }

    /// Whether a schema leaves a name open that means something else in a scope.
    fn is_open(&mut self, schema: &Spot, scope: &Scope) -> bool {
        let names = self.names(schema);
        let differs =
            |(name, usual): &(String, Spot)| scope.get(name).is_some_and(|meant| !self.description.is_alike(meant, usual));
        names.iter().any(differs)
    }

    fn names(&mut self, schema: &Spot) -> Names {
        let Some(node) = self.description.value(schema) else { return Names::new() };
        if let Some(known) = self.names.get(&node.at) {
            return known.clone();
        }
        let mut names = Names::new();
        let mut seen = BTreeSet::from([node.at]);
        let mut open = vec![node];
        while let Some(node) = open.pop() {
            if !self.steps.may_take_values(1, node.at, self.diagnostics) {
                break;
            }
            if let Some((at, text)) = node.get("$dynamicRef").and_then(|reference| Some((reference.at, reference.as_str()?))) {
                let usual = self.description.dynamic_anchor(at, text);
                names.extend(usual.map(|usual| (split(text).1.to_owned(), usual)));
            }
            if let Some((reference, text)) = node.reference() {
                let target = self.description.find(reference.at, text);
                open.extend(target.filter(|target| seen.insert(target.at)));
            }
            match &node.value {
                Value::Mapping(entries) => open.extend(entries.values()),
                Value::Sequence(elements) => open.extend(elements),
                _ => {}
            }
        }
        self.names.insert(node.at, names.clone());
        names
    }
}

/// How many steps lead to the schema that holds the names which a place without an `$id` around it may mean: a component, the schema
/// of a body or parameter, or a file.
fn unit(pointer: &Pointer) -> usize {
    match pointer.tokens() {
        [components, schemas, _, ..] if components == "components" && schemas == "schemas" => 3,
        tokens => tokens.iter().position(|token| token == "schema" || token == "itemSchema").map_or(0, |position| position + 1),
    }
}
