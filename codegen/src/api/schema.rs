//! `Schema`: the shape of a value, in an arena, so that recursion is an id.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use super::all_of;
use super::alternatives;
use super::base_class::{self, Children};
use super::enumeration::{self, Values};
use super::place::Place;
use super::reference::Resolver;
use super::union::{self, Union};
use crate::diagnostic::Problem;
use crate::document::{self, SchemaType};
use crate::node::{Node, Origin, Value};
use crate::source::Chain;

/// A schema's place in [`Schemas`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SchemaId(u32);

/// Every schema of the API.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Schemas(Vec<Schema>);

impl std::ops::Index<SchemaId> for Schemas {
    type Output = Schema;

    fn index(&self, id: SchemaId) -> &Schema {
        &self.0[id.0 as usize]
    }
}

impl Schemas {
    /// The schema behind references, and whether one of them allows null.
    pub fn target(&self, mut id: SchemaId) -> (SchemaId, bool) {
        let mut nullable = false;
        // No chain is longer than the arena unless it is a ring, which lowering has reported.
        for _ in 0..self.0.len() {
            nullable |= self[id].nullable;
            match self[id].shape {
                Shape::Reference(target) => id = target,
                _ => break,
            }
        }
        (id, nullable)
    }

    /// The object behind references, if it is one.
    pub fn object(&self, id: SchemaId) -> Option<&Object> {
        match &self[self.target(id).0].shape {
            Shape::Object(object) => Some(object),
            _ => None,
        }
    }
}

impl Schemas {
    pub(super) fn ids(&self) -> impl Iterator<Item = SchemaId> + use<> {
        let count = u32::try_from(self.0.len()).expect("a description has fewer than 2^32 schemas");
        (0..count).map(SchemaId)
    }

    pub(super) fn schema_mut(&mut self, id: SchemaId) -> &mut Schema {
        &mut self.0[id.0 as usize]
    }
}

/// A place that becomes free JSON although the description says something about it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Untyped {
    /// Where the schema was written.
    pub at: Origin,
    /// Why it has no type.
    pub reason: &'static str,
}

/// The shape of a value and what is said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Schema {
    /// Where it was written.
    pub at: Origin,
    /// Its name, if it is one of the named schemas.
    pub component: Option<String>,
    /// `x-rust-name`.
    pub rust_name: Option<String>,
    /// What it means.
    pub description: Option<String>,
    /// Whether `null` is a value of it.
    pub nullable: bool,
    /// Whether users should stop using it.
    pub deprecated: bool,
    /// The value that a missing one stands for.
    pub default: Option<Node>,
    /// Keywords that bound a value.
    pub constraints: IndexMap<String, Node>,
    /// The shape.
    pub shape: Shape,
}

/// The shape of a value that is not null.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Anything.
    Any,
    /// The same as another schema.
    Reference(SchemaId),
    /// `true` or `false`.
    Boolean,
    /// A whole number, with its `format`.
    Integer(Option<String>),
    /// A number, with its `format`.
    Number(Option<String>),
    /// A text, with its `format`.
    String(Option<String>),
    /// One of several values.
    Enumeration(Values),
    /// A list.
    Array(SchemaId),
    /// An object whose keys are data; `None` where its values can be anything.
    Map(Option<SchemaId>),
    /// An object with known properties.
    Object(Object),
    /// One of several shapes.
    Union(Union),
}

/// An object with known properties.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Object {
    /// The properties, in the description's order.
    pub properties: Vec<Property>,
    /// The schema of properties that are not named, if the description types them.
    pub additional: Option<SchemaId>,
}

impl Object {
    /// The property of a name.
    pub fn property(&self, name: &str) -> Option<&Property> {
        self.properties.iter().find(|property| property.name == name)
    }
}

/// A property of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Property {
    /// Where its schema was written.
    pub at: Origin,
    /// Its name on the network.
    pub name: String,
    /// Whether it is always there.
    pub required: bool,
    /// Whether only the server sets it.
    pub read_only: bool,
    /// Whether only the client sets it.
    pub write_only: bool,
    /// What it means, said at the property itself.
    pub description: Option<String>,
    /// Whether users should stop using it.
    pub deprecated: bool,
    /// Its value's schema.
    pub schema: SchemaId,
    /// `x-rust-name`.
    pub rust_name: Option<String>,
}

/// Turns the document's schemas into the arena's. Nothing recurses: a schema that is met gets an id at once and its
/// shape later, when it leaves the queue.
pub struct Lowering<'a> {
    /// Follows references.
    pub resolver: Resolver<'a>,
    schemas: Vec<Schema>,
    ids: BTreeMap<Origin, SchemaId>,
    /// The ids of what members of an `allOf` say together of a property, by where each says it.
    composed: BTreeMap<Vec<Origin>, SchemaId>,
    /// What the targets of references in an `allOf` come to.
    pub(super) merged: BTreeMap<Origin, document::Schema>,
    /// The named schemas that extend each schema.
    pub(super) children: Children,
    untyped: Vec<Untyped>,
    queue: Vec<(SchemaId, document::Schema)>,
    /// Where the named schemas were written.
    components: BTreeSet<Origin>,
}

/// What [`Lowering`] leaves.
pub struct Lowered<'a> {
    /// The arena.
    pub schemas: Schemas,
    /// The places that became free JSON.
    pub untyped: Vec<Untyped>,
    /// Follows references.
    pub resolver: Resolver<'a>,
    /// The schemas that references lead to, without the named ones.
    pub referred: Vec<(SchemaId, Place)>,
    /// What else references lead to.
    pub places: IndexMap<Origin, Place>,
}

impl<'a> Lowering<'a> {
    /// An arena for these named schemas, and whatever else is met.
    pub fn new(resolver: Resolver<'a>, components: &IndexMap<String, document::Schema>) -> Self {
        Self {
            resolver,
            schemas: Vec::new(),
            ids: BTreeMap::new(),
            composed: BTreeMap::new(),
            merged: BTreeMap::new(),
            children: Children::default(),
            untyped: Vec::new(),
            queue: Vec::new(),
            components: components.values().map(|schema| schema.at).collect(),
        }
    }

    /// Adds a named schema, unless a reference has led to it already. One that is nothing but a reference to a schema
    /// without a name lends it its own.
    pub fn component(&mut self, name: String, schema: document::Schema) -> SchemaId {
        base_class::note(&name, &schema, self);
        let at = schema.at;
        let id = match (self.ids.get(&at).copied(), self.lent(&schema)) {
            (Some(id), _) | (None, Some(id)) => id,
            (None, None) => self.enqueue(schema),
        };
        self.ids.insert(at, id);
        self.schemas[id.0 as usize].component = Some(name);
        id
    }

    /// The schema that a named one does nothing but refer to, if it has no name yet.
    fn lent(&mut self, schema: &document::Schema) -> Option<SchemaId> {
        let reference = schema.reference.as_ref().filter(|_| is_bare(schema))?;
        let target = self.resolver.reading.description.find(reference.at, &reference.target)?;
        if self.components.contains(&target.at) {
            return None;
        }
        let id = self.target(reference, schema.at);
        self.schemas[id.0 as usize].component.is_none().then_some(id)
    }

    /// The id of a schema: a bare reference's target, or the schema itself.
    pub fn lower(&mut self, schema: document::Schema) -> SchemaId {
        if let (Some(reference), true) = (&schema.reference, is_bare(&schema)) {
            return self.target(reference, schema.at);
        }
        if let Some(parts) = all_of::parts(&schema) {
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

    /// The id of the schema that was written at a place.
    pub(super) fn at(&self, at: Origin) -> Option<SchemaId> {
        self.ids.get(&at).copied()
    }

    /// A schema that allows anything, for a place that has none.
    pub fn any(&mut self, at: Origin) -> SchemaId {
        self.push(document::Schema::empty(at))
    }

    /// A schema that was not written but follows from one that was.
    pub(super) fn derived(&mut self, schema: document::Schema) -> SchemaId {
        let id = self.push(document::Schema::empty(schema.at));
        self.queue.push((id, schema));
        id
    }

    /// Gives every schema its shape, and returns the arena.
    pub fn finish(mut self) -> Lowered<'a> {
        self.drain();
        let mut schemas = Schemas(self.schemas);
        alternatives::settle(&mut schemas);
        let mut referred = Vec::new();
        let mut places = IndexMap::new();
        for (at, place) in self.resolver.places() {
            match self.ids.get(&at) {
                Some(id) if schemas[*id].component.is_none() => referred.push((*id, place)),
                Some(_) => {}
                None => _ = places.insert(at, place),
            }
        }
        Lowered { schemas, untyped: self.untyped, resolver: self.resolver, referred, places }
    }

    /// Gives every schema that was met its shape.
    fn drain(&mut self) {
        while let Some((id, schema)) = self.queue.pop() {
            let lowered = self.schema(schema);
            let slot = &mut self.schemas[id.0 as usize];
            let component = slot.component.take();
            *slot = Schema { component, ..lowered };
        }
    }

    fn push(&mut self, schema: document::Schema) -> SchemaId {
        let id = SchemaId(u32::try_from(self.schemas.len()).expect("a description has fewer than 2^32 schemas"));
        self.schemas.push(described(&schema, false, Shape::Any));
        id
    }

    fn enqueue(&mut self, schema: document::Schema) -> SchemaId {
        let id = self.push(document::Schema::empty(schema.at));
        self.ids.insert(schema.at, id);
        self.queue.push((id, schema));
        id
    }

    /// The id of the schema that a reference leads to; anything, where it leads nowhere.
    fn target(&mut self, reference: &document::Reference, at: Origin) -> SchemaId {
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
                Some(next) if is_bare(&schema) && !self.components.contains(&schema.at) && !passed.contains(&schema.at) => {
                    passed.push(schema.at);
                    reference = next.clone();
                }
                _ => return self.enqueue(schema),
            }
        }
    }

    /// The schema itself, its children still in the queue.
    fn schema(&mut self, schema: document::Schema) -> Schema {
        if let Some(target) = self.single(&schema) {
            let schema = all_of::with_words(schema);
            return described(&schema, schema.nullable, Shape::Reference(target));
        }
        if let Some(shape) = base_class::lower(&schema, self) {
            return described(&schema, schema.nullable, shape);
        }
        let schema = if schema.all_of.is_empty() && schema.reference.is_none() { schema } else { self.merge(schema) };
        let nulls = schema.types.contains(&SchemaType::Null)
            || schema.values.as_ref().is_some_and(|values| values.iter().any(|value| value.value == Value::Null))
            || schema.one_of.iter().chain(&schema.any_of).any(is_null);
        let nullable = schema.nullable || nulls;
        let mut lowered = described(&schema, nullable, Shape::Any);
        lowered.shape = self.shape(schema);
        lowered
    }

    /// The only schema that a reference or `allOf` leads to, where nothing but words stands beside it.
    fn single(&mut self, schema: &document::Schema) -> Option<SchemaId> {
        if let Some(reference) = all_of::only_reference(schema) {
            self.check_ring(reference, schema.at);
        }
        match &schema.reference {
            _ if !is_only_described(schema) => None,
            Some(reference) => schema.all_of.is_empty().then(|| self.target(reference, schema.at)),
            None => all_of::only_member(schema).map(|only| self.lower(only.clone())),
        }
    }

    /// Reports a reference that leads back to itself by nothing but references.
    fn check_ring(&mut self, reference: &document::Reference, start: Origin) {
        let mut next = reference.clone();
        let mut chain = Chain::starting(start);
        while let Some(node) = self.resolver.target(&next) {
            if let Err(problem) = chain.pass(node.at, &reference.target) {
                if chain.is_ring(node.at) {
                    self.resolver.report(reference.at, problem);
                }
                return;
            }
            let schema: Option<document::Schema> = document::object::Read::read(node, &mut self.resolver.reading);
            match schema.as_ref().and_then(all_of::only_reference) {
                Some(further) => next = further.clone(),
                None => return,
            }
        }
    }

    fn shape(&mut self, mut schema: document::Schema) -> Shape {
        if schema.boolean == Some(false) {
            self.resolver.report(schema.at, Problem::NotExpressed { keyword: "false" });
            self.untyped(schema.at, "`false` allows no value");
        }
        if let Some(constant) = schema.constant.take() {
            return enumeration::lower(&schema, vec![constant], self);
        }
        if let Some(values) = schema.values.take() {
            return enumeration::lower(&schema, values, self);
        }
        if !schema.one_of.is_empty() || !schema.any_of.is_empty() {
            return union::lower(schema, self);
        }
        self.unlisted(schema)
    }

    /// The shape of a schema that neither lists its values nor offers alternatives.
    pub(super) fn unlisted(&mut self, mut schema: document::Schema) -> Shape {
        if schema.types == [SchemaType::Null] {
            self.untyped(schema.at, "`null` is its only value");
        }
        schema.types.retain(|kind| *kind != SchemaType::Null);
        match schema.types.as_slice() {
            [] => self.implied(schema),
            [only] => {
                let only = *only;
                self.typed(schema, only)
            }
            _ => union::of_types(schema, self),
        }
    }

    /// The shape of a schema without `type`, told by its other keywords.
    fn implied(&mut self, schema: document::Schema) -> Shape {
        match implied_type(&schema) {
            Some(kind) => self.typed(schema, kind),
            None => Shape::Any,
        }
    }

    fn typed(&mut self, schema: document::Schema, kind: SchemaType) -> Shape {
        match kind {
            SchemaType::Null => Shape::Any,
            SchemaType::Boolean => Shape::Boolean,
            SchemaType::Integer => Shape::Integer(schema.format),
            SchemaType::Number => Shape::Number(schema.format),
            SchemaType::String => Shape::String(schema.format.or_else(|| encoded(schema.content_encoding.as_deref()))),
            SchemaType::Array => Shape::Array(self.items(schema)),
            SchemaType::Object => self.object(schema),
        }
    }

    /// The schema of all items: of a tuple one that allows what any of its places allows.
    fn items(&mut self, schema: document::Schema) -> SchemaId {
        let rest = schema.items.map(|items| *items).filter(|items| items.boolean != Some(false));
        if schema.prefix_items.is_empty() {
            return match rest {
                Some(items) => self.lower(items),
                None => self.any(schema.at),
            };
        }
        self.resolver.report(schema.at, Problem::NotExpressed { keyword: "prefixItems" });
        let any_of: Vec<_> = schema.prefix_items.into_iter().chain(rest).collect();
        self.derived(document::Schema { any_of, ..document::Schema::empty(schema.at) })
    }

    fn object(&mut self, schema: document::Schema) -> Shape {
        let closed = schema.additional_properties.as_ref().is_some_and(|additional| additional.boolean == Some(false));
        let additional = additional(&schema).map(|additional| match additional.at == schema.at {
            true => self.derived(additional),
            false => self.lower(additional),
        });
        for name in &schema.required {
            if !schema.properties.contains_key(&name.text) {
                self.resolver.report(name.at, Problem::UndeclaredProperty { name: name.text.clone() });
            }
        }
        if schema.properties.is_empty() && !(closed && additional.is_none()) {
            return Shape::Map(additional.filter(|_| !is_free(&schema)));
        }
        let required = schema.required;
        let properties = schema.properties.into_iter().map(|(name, schema)| Property {
            at: schema.at,
            required: required.iter().any(|required| required.text == name),
            read_only: schema.read_only,
            write_only: schema.write_only,
            description: schema.description.clone(),
            deprecated: schema.deprecated,
            rust_name: schema.rust_name.clone(),
            schema: self.lower(schema),
            name,
        });
        let properties = properties.collect();
        Shape::Object(Object { properties, additional })
    }

    /// Notes that a place becomes free JSON although the description says something about it.
    pub(super) fn untyped(&mut self, at: Origin, reason: &'static str) {
        self.untyped.push(Untyped { at, reason });
    }
}

/// What is said of a schema, with a shape.
fn described(schema: &document::Schema, nullable: bool, shape: Shape) -> Schema {
    Schema {
        at: schema.at,
        component: None,
        rust_name: schema.rust_name.clone(),
        description: schema.description.clone().or_else(|| schema.title.clone()),
        nullable,
        deprecated: schema.deprecated,
        default: schema.default.clone(),
        constraints: schema.constraints.clone(),
        shape,
    }
}

/// The type that keywords other than `type` are about, if they are about one.
pub(super) fn implied_type(schema: &document::Schema) -> Option<SchemaType> {
    let bounds = |keys: &[&str]| keys.iter().any(|key| schema.constraints.contains_key(*key));
    let format = schema.format.as_deref().unwrap_or_default();
    let object = !schema.properties.is_empty()
        || schema.additional_properties.is_some()
        || !schema.pattern_properties.is_empty()
        || !schema.required.is_empty();
    if object {
        Some(SchemaType::Object)
    } else if schema.items.is_some() || !schema.prefix_items.is_empty() {
        Some(SchemaType::Array)
    } else if format.starts_with("int") || format.starts_with("uint") {
        Some(SchemaType::Integer)
    } else if matches!(format, "float" | "double") || bounds(&["minimum", "maximum", "multipleOf"]) {
        Some(SchemaType::Number)
    } else if !format.is_empty() || bounds(&["minLength", "maxLength", "pattern"]) {
        Some(SchemaType::String)
    } else {
        None
    }
}

/// The schema of properties that are not named: what `additionalProperties` and `patternProperties` allow together.
fn additional(schema: &document::Schema) -> Option<document::Schema> {
    let additional = schema.additional_properties.as_deref().filter(|additional| additional.boolean != Some(false));
    let any_of: Vec<_> = schema.pattern_properties.values().chain(additional).cloned().collect();
    match any_of.as_slice() {
        [] => None,
        [only] => Some(only.clone()),
        _ => Some(document::Schema { any_of, ..document::Schema::empty(schema.at) }),
    }
}

/// Whether the values of an object without named properties can be anything.
fn is_free(schema: &document::Schema) -> bool {
    schema.pattern_properties.is_empty() && schema.additional_properties.as_deref().is_none_or(is_empty)
}

/// The format that says what `contentEncoding` says.
fn encoded(encoding: Option<&str>) -> Option<String> {
    (encoding == Some("base64")).then(|| "byte".to_owned())
}

/// Whether a schema is `{type: null}`.
pub(super) fn is_null(schema: &document::Schema) -> bool {
    schema.types == [SchemaType::Null] || schema.constant.as_ref().is_some_and(|constant| constant.value == Value::Null)
}

/// Whether nothing at all stands beside `$ref`.
fn is_bare(schema: &document::Schema) -> bool {
    let bare = document::Schema { reference: schema.reference.clone(), ..document::Schema::empty(schema.at) };
    *schema == bare
}

/// Whether a schema says nothing: `{}` or `true`.
fn is_empty(schema: &document::Schema) -> bool {
    let mut empty = document::Schema::empty(schema.at);
    empty.boolean = schema.boolean.filter(|allowed| *allowed);
    empty.title = schema.title.clone();
    empty.description = schema.description.clone();
    *schema == empty
}

/// Whether nothing but words (and leave to be null) stands beside `$ref` or `allOf`.
pub(super) fn is_only_described(schema: &document::Schema) -> bool {
    let rest = document::Schema {
        reference: None,
        all_of: Vec::new(),
        title: None,
        description: None,
        default: None,
        nullable: false,
        read_only: false,
        write_only: false,
        deprecated: false,
        rust_name: None,
        ..schema.clone()
    };
    is_empty(&rest)
}
