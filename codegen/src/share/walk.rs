//! Finds the models: named schemas, and what is written inside them and in calls.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use super::place::{Owner, Place};
use crate::api::{Api, MediaType, Property, SchemaId, Schemas, Shape, Union, label};
use crate::node::Origin;
use crate::record::{Key, Step};
use crate::source::Sources;

/// The models with a name in the description, and the places of the others.
pub(super) struct Walk<'a> {
    api: &'a Api,
    schemas: &'a Schemas,
    sources: &'a Sources,
    named: BTreeSet<SchemaId>,
    found: IndexMap<SchemaId, Place>,
    /// The places that refer to what is named or was found elsewhere.
    uses: Vec<(Key, SchemaId)>,
    /// The schemas that have been looked into; a list may hold itself without a name in between.
    passed: BTreeSet<SchemaId>,
    /// The named schema that is looked into: what is written elsewhere, and is there by `allOf`, has a name from its own place.
    home: Option<Origin>,
    /// What was met away from its own place, with the place that it has if that one gives it none.
    away: BTreeMap<(Key, SchemaId), Place>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(api: &'a Api, sources: &'a Sources, named: BTreeSet<SchemaId>) -> Self {
        Self {
            api,
            schemas: &api.schemas,
            sources,
            named,
            found: IndexMap::new(),
            uses: Vec::new(),
            passed: BTreeSet::new(),
            home: None,
            away: BTreeMap::new(),
        }
    }

    /// The places of the models that have no name in the description, in the order in which they were met, and the places that
    /// refer to models from elsewhere.
    pub(super) fn finish(self) -> (IndexMap<SchemaId, Place>, Vec<(Key, SchemaId)>) {
        (self.found, self.uses)
    }

    /// Visits a schema and those inside it.
    pub(super) fn schema(&mut self, id: SchemaId, place: Place) {
        let mut queue = vec![(id, place)];
        while let Some((id, mut place)) = queue.pop() {
            if self.named.contains(&id) || self.found.contains_key(&id) {
                self.uses.push((place.key, id));
                continue;
            }
            if !self.is_home(id) {
                self.away.entry((place.key.clone(), id)).or_insert(place);
                continue;
            }
            if !self.passed.insert(id) {
                continue;
            }
            if let Some(explicit) = &self.schemas[id].annotations.rust_name {
                place = Place::of(Owner::Words(explicit.clone()), place.key);
            }
            let children = self.children(id, &place);
            if self.schemas.is_model(id) {
                self.found.insert(id, place);
            }
            queue.extend(children.into_iter().rev());
        }
    }

    /// Visits the schemas inside one.
    pub(super) fn inside(&mut self, id: SchemaId, place: &Place) {
        for (child, place) in self.children(id, place) {
            self.schema(child, place);
        }
    }

    /// Visits the schemas inside the object that a form is, whose properties are parts of the form. A part with one value has no type.
    pub(super) fn parts(&mut self, id: SchemaId, form: &MediaType, call: &Place, body: &Place) {
        let target = self.schemas.target(id).0;
        let Shape::Object(object) = &self.schemas[target].shape else { return self.schema(id, body.clone()) };
        let only = form.only_parts(object, self.schemas);
        let fixed: BTreeSet<SchemaId> = only.keys().map(|place| object.properties[*place].schema).collect();
        for (child, place) in self.children(target, call).into_iter().filter(|(child, _)| !fixed.contains(child)) {
            self.schema(child, place);
        }
    }

    /// Visits the schemas inside a named one, as far as they were written in it.
    pub(super) fn at_home(&mut self, id: SchemaId, key: Key) {
        self.home = Some(self.schemas[id].at);
        self.inside(id, &Place::of(Owner::Model(id), key));
        self.home = None;
    }

    /// Visits what was met away from its own place and has not been found there.
    pub(super) fn away(&mut self) {
        for ((_, id), place) in std::mem::take(&mut self.away) {
            self.schema(id, place);
        }
    }

    fn is_home(&self, id: SchemaId) -> bool {
        self.home.is_none_or(|home| self.sources.is_within(self.schemas[id].at, home))
    }

    /// The schemas right inside one that may be or hold models, and their places. A constant has no type.
    fn children(&self, id: SchemaId, of: &Place) -> Vec<(SchemaId, Place)> {
        let schemas = self.schemas;
        match &schemas[id].shape {
            Shape::Reference(target) => vec![(*target, of.clone())],
            Shape::Array(items) => vec![(*items, of.inside("item", Step::Items))],
            Shape::Tuple(tuple) => {
                let item = |(place, id): (usize, &SchemaId)| (*id, of.inside(&format!("item {}", place + 1), Step::Item(place)));
                let rest = tuple.rest.map(|rest| (rest, of.inside("item", Step::Items)));
                tuple.items.iter().enumerate().map(item).chain(rest).collect()
            }
            Shape::Map(values) => values.iter().map(|values| (*values, of.inside("value", Step::Values))).collect(),
            Shape::Object(object) => {
                let has_type =
                    |(place, one): &(usize, &Property)| !is_leaf(&schemas[one.schema].shape) && !self.api.is_constant(id, *place);
                let property = |name: &str| of.property(name, Step::Property(name));
                let properties = object.properties.iter().enumerate().filter(has_type);
                let properties = properties.map(|(_, one)| (one.schema, property(&one.name)));
                properties.chain(object.additional.map(|values| (values, of.inside("value", Step::Values)))).collect()
            }
            Shape::Union(union) => {
                let words = labels(union, schemas);
                let variants = union.variants.iter().zip(&words);
                variants.map(|(variant, word)| (*variant, of.inside(word, Step::Alternative(word)))).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// Whether a shape neither is nor holds a model.
fn is_leaf(shape: &Shape) -> bool {
    matches!(
        shape,
        Shape::Any
            | Shape::Null
            | Shape::Boolean
            | Shape::Integer(_)
            | Shape::Number(_)
            | Shape::Numeric(_)
            | Shape::String(_)
            | Shape::IntOrString
            | Shape::Map(None)
    )
}

/// The label of each alternative; one that others have as well gets a number.
fn labels(union: &Union, schemas: &Schemas) -> Vec<String> {
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let number = |label: String| {
        let count = known.entry(label.to_lowercase()).or_default();
        *count += 1;
        if *count == 1 { label } else { format!("{label} {count}") }
    };
    label::labels(union, schemas).into_iter().map(number).collect()
}
