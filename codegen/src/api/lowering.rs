//! `Lowering`: the document's schemas on their way into the arena.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use super::Wanted;
use super::base_class::Inheritance;
use super::composition;
use super::keywords::is_bare;
use super::redundant_type;
use super::reference::Resolver;
use super::schema::{Schema, SchemaId, Untyped};
use super::schemas::Schemas;
use crate::diagnostic::Problem;
use crate::document;
use crate::limits::Limit;
use crate::node::Origin;

/// The document's schemas on their way into the arena. Nothing recurses: a schema that is met gets an id at once and its
/// shape later, when it leaves the queue.
pub struct Lowering<'a> {
    /// Follows references.
    pub resolver: Resolver<'a>,
    pub(super) schemas: Schemas,
    pub(super) ids: BTreeMap<Origin, SchemaId>,
    /// The ids of what members of an `allOf` say together of a property, by where each says it.
    composed: BTreeMap<Vec<Origin>, SchemaId>,
    /// What the targets of references in an `allOf` come to.
    pub(super) merged: BTreeMap<Origin, document::Schema>,
    /// The references that schemas are nothing but.
    pub(super) links: BTreeMap<SchemaId, document::Reference>,
    /// Which named schemas extend which.
    pub(super) inheritance: Inheritance,
    pub(super) untyped: Vec<Untyped>,
    queue: Vec<(SchemaId, document::Schema)>,
    /// How many parts schemas may still take from what they extend.
    parts_left: Option<usize>,
    /// What the settings want.
    pub(super) wanted: Wanted<'a>,
    /// Where the named schemas were written.
    components: BTreeSet<Origin>,
}

impl<'a> Lowering<'a> {
    /// An arena for these named schemas, and whatever else is met.
    pub fn new(resolver: Resolver<'a>, components: &IndexMap<String, document::Schema>, wanted: Wanted<'a>) -> Self {
        let parts = resolver.reading.sources.limits().of(Limit::Schemas);
        Self {
            resolver,
            schemas: Schemas::default(),
            ids: BTreeMap::new(),
            composed: BTreeMap::new(),
            merged: BTreeMap::new(),
            links: BTreeMap::new(),
            inheritance: Inheritance::default(),
            untyped: Vec::new(),
            queue: Vec::new(),
            parts_left: Some(parts),
            wanted,
            components: components.values().map(|schema| schema.at).collect(),
        }
    }

    /// Adds a named schema, unless a reference has led to it already. One that is nothing but a reference to a schema
    /// without a name lends it its own.
    pub fn component(&mut self, name: String, schema: document::Schema) -> SchemaId {
        let at = schema.at;
        let id = match (self.ids.get(&at).copied(), self.lent(&schema)) {
            (Some(id), _) | (None, Some(id)) => id,
            (None, None) => self.enqueue(schema),
        };
        self.ids.insert(at, id);
        self.schemas.schema_mut(id).component = Some(name);
        id
    }

    /// The schema that a named one does nothing but refer to, if it has no name yet.
    fn lent(&mut self, schema: &document::Schema) -> Option<SchemaId> {
        let reference = schema.reference.as_ref().filter(|_| is_bare(schema))?;
        let target = self.resolver.reading.description.find(reference.at, &reference.target)?;
        if self.is_named(target.at) {
            return None;
        }
        let id = self.target(reference, schema.at);
        self.schemas[id].component.is_none().then_some(id)
    }

    /// The id of a schema: a bare reference's target, or the schema itself.
    pub fn lower(&mut self, schema: document::Schema) -> SchemaId {
        let schema = redundant_type::removed(schema, self);
        if let (Some(reference), true) = (&schema.reference, is_bare(&schema)) {
            return self.target(reference, schema.at);
        }
        if let Some(parts) = composition::parts(&schema) {
            return match self.composed.get(&parts) {
                Some(id) => *id,
                None => {
                    let id = self.derived(schema);
                    self.composed.insert(parts, id);
                    id
                }
            };
        }
        match self.ids.get(&schema.at) {
            Some(id) => *id,
            None => self.enqueue(schema),
        }
    }

    /// Whether a named schema was written at a place.
    pub(super) fn is_named(&self, at: Origin) -> bool {
        self.components.contains(&at)
    }

    /// Whether a schema may take so many parts from what it extends. Once one may not, none may.
    pub(super) fn spend(&mut self, parts: usize, at: Origin) -> bool {
        let Some(left) = self.parts_left else { return false };
        self.parts_left = left.checked_sub(parts);
        if self.parts_left.is_none() {
            let problem = Problem::too_much(Limit::Schemas, self.resolver.reading.sources.limits());
            self.resolver.report(at, problem);
        }
        self.parts_left.is_some()
    }

    /// Notes what an alternative extends.
    pub(super) fn note_extended(&mut self, id: SchemaId, name: Option<String>) {
        self.schemas.schema_mut(id).extends = name;
    }

    /// The id of the schema that was written at a place.
    pub(super) fn at(&self, at: Origin) -> Option<SchemaId> {
        self.ids.get(&at).copied()
    }

    /// A schema that allows anything, for a place that has none.
    pub fn any(&mut self, at: Origin) -> SchemaId {
        self.schemas.push(Schema::any(at))
    }

    /// Notes that a place becomes free JSON although the description says something about it.
    pub(super) fn untyped(&mut self, at: Origin, reason: &'static str) {
        self.untyped.push(Untyped { at, reason });
    }

    /// A schema that was not written but follows from one that was.
    pub(super) fn derived(&mut self, schema: document::Schema) -> SchemaId {
        let id = self.any(schema.at);
        self.queue.push((id, schema));
        id
    }

    /// A schema that waits for its shape.
    pub(super) fn next(&mut self) -> Option<(SchemaId, document::Schema)> {
        self.queue.pop()
    }

    fn enqueue(&mut self, schema: document::Schema) -> SchemaId {
        let id = self.any(schema.at);
        self.ids.insert(schema.at, id);
        self.queue.push((id, schema));
        id
    }

    /// The id of the schema that a reference leads to; anything, where it leads nowhere.
    pub(super) fn target(&mut self, reference: &document::Reference, at: Origin) -> SchemaId {
        let mut passed = vec![at];
        let mut reference = reference.clone();
        loop {
            let Some(node) = self.resolver.target(&reference) else {
                self.untyped(at, "its `$ref` leads nowhere");
                return self.any(at);
            };
            if let Some(id) = self.ids.get(&node.at) {
                return *id;
            }
            let schema: Option<document::Schema> = document::object::Read::read(node, &mut self.resolver.reading);
            let Some(schema) = schema else { return self.any(at) };
            // What only refers on is passed, unless it has a name or leads back.
            match &schema.reference {
                Some(next) if is_bare(&schema) && !self.is_named(schema.at) && !passed.contains(&schema.at) => {
                    passed.push(schema.at);
                    reference = next.clone();
                }
                _ => return self.enqueue(schema),
            }
        }
    }
}
