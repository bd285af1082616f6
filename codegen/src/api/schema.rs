//! `Schema`: the shape of a value, in an arena, so that recursion is an id.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::all_of;
use super::reference::Resolver;
use super::union::{self, Union};
use crate::diagnostic::Problem;
use crate::document::{self, SchemaType};
use crate::node::{Node, Origin, Value};

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

/// The values of an enumeration.
#[derive(Clone, Debug, PartialEq)]
pub enum Values {
    /// Texts.
    Strings(Vec<String>),
    /// Whole numbers.
    Integers(Vec<i64>),
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
    queue: Vec<(SchemaId, document::Schema)>,
}

impl<'a> Lowering<'a> {
    /// An empty arena.
    pub fn new(resolver: Resolver<'a>) -> Self {
        Self {
            resolver,
            schemas: Vec::new(),
            ids: BTreeMap::new(),
            composed: BTreeMap::new(),
            merged: BTreeMap::new(),
            queue: Vec::new(),
        }
    }

    /// Adds a named schema, unless a reference has led to it already.
    pub fn component(&mut self, name: String, schema: document::Schema) -> SchemaId {
        let id = match self.ids.get(&schema.at) {
            Some(id) => *id,
            None => self.enqueue(schema),
        };
        self.schemas[id.0 as usize].component = Some(name);
        id
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
    pub fn finish(mut self) -> (Schemas, Resolver<'a>) {
        self.drain();
        let schemas = Schemas(self.schemas);
        (schemas, self.resolver)
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
        let Some(node) = self.resolver.target(reference) else { return self.any(at) };
        if let Some(id) = self.ids.get(&node.at) {
            return *id;
        }
        match document::object::Read::read(node, &mut self.resolver.reading) {
            Some(schema) => self.enqueue(schema),
            None => self.any(at),
        }
    }

    /// The schema itself, its children still in the queue.
    fn schema(&mut self, schema: document::Schema) -> Schema {
        if let Some(target) = self.single(&schema) {
            let schema = all_of::with_words(schema);
            return described(&schema, schema.nullable, Shape::Reference(target));
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
        let mut passed = vec![start];
        while let Some(node) = self.resolver.target(&next) {
            if passed.contains(&node.at) {
                if node.at == start {
                    self.resolver.report(reference.at, Problem::CircularReference { reference: reference.target.clone() });
                }
                return;
            }
            passed.push(node.at);
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
        }
        if let Some(constant) = schema.constant.take() {
            return self.values(&schema, vec![constant]);
        }
        if let Some(values) = schema.values.take() {
            return self.values(&schema, values);
        }
        if !schema.one_of.is_empty() || !schema.any_of.is_empty() {
            return union::lower(schema, self);
        }
        schema.types.retain(|kind| *kind != SchemaType::Null);
        match schema.types.as_slice() {
            [] => self.untyped(schema),
            [only] => {
                let only = *only;
                self.typed(schema, only)
            }
            _ => union::of_types(schema, self),
        }
    }

    /// The shape of a schema without `type`, told by its other keywords.
    fn untyped(&mut self, schema: document::Schema) -> Shape {
        if !schema.properties.is_empty() || schema.additional_properties.is_some() {
            self.typed(schema, SchemaType::Object)
        } else if schema.items.is_some() {
            self.typed(schema, SchemaType::Array)
        } else {
            Shape::Any
        }
    }

    fn typed(&mut self, schema: document::Schema, kind: SchemaType) -> Shape {
        match kind {
            SchemaType::Null => Shape::Any,
            SchemaType::Boolean => Shape::Boolean,
            SchemaType::Integer => Shape::Integer(schema.format),
            SchemaType::Number => Shape::Number(schema.format),
            SchemaType::String => Shape::String(schema.format),
            SchemaType::Array => {
                let items = match schema.items {
                    Some(items) => self.lower(*items),
                    None => self.any(schema.at),
                };
                Shape::Array(items)
            }
            SchemaType::Object => self.object(schema),
        }
    }

    fn object(&mut self, schema: document::Schema) -> Shape {
        let closed = schema.additional_properties.as_ref().is_some_and(|additional| additional.boolean == Some(false));
        let additional = schema.additional_properties.filter(|additional| additional.boolean.is_none() && !is_empty(additional));
        let additional = additional.map(|additional| self.lower(*additional));
        for name in &schema.required {
            if !schema.properties.contains_key(&name.text) {
                self.resolver.report(name.at, Problem::UndeclaredProperty { name: name.text.clone() });
            }
        }
        if schema.properties.is_empty() && !closed {
            return Shape::Map(additional);
        }
        let required = schema.required;
        let properties = schema.properties.into_iter().map(|(name, schema)| Property {
            at: schema.at,
            required: required.iter().any(|required| required.text == name),
            description: schema.description.clone(),
            deprecated: schema.deprecated,
            rust_name: schema.rust_name.clone(),
            schema: self.lower(schema),
            name,
        });
        let properties = properties.collect();
        Shape::Object(Object { properties, additional })
    }

    /// The shape of `enum` or `const`, told by the values themselves and not by the declared type.
    fn values(&mut self, schema: &document::Schema, mut values: Vec<Node>) -> Shape {
        let count = values.len();
        values.retain(|value| value.value != Value::Null);
        if values.is_empty() && count > 0 {
            return Shape::Any;
        }
        let text = |node: &Node| node.as_str().map(str::to_owned);
        let whole = |node: &Node| match node.value {
            Value::Integer(integer) => i64::try_from(integer).ok(),
            _ => None,
        };
        if schema.types.contains(&SchemaType::String) {
            // Unquoted values of a text, such as `1.10` or `on`, mean what was written.
            let written: Option<Vec<String>> = values
                .iter()
                .map(|node| text(node).or_else(|| self.resolver.reading.sources.scalar_text(node.at).map(str::to_owned)))
                .collect();
            return self.strings(schema, written);
        }
        if let Some(integers) = values.iter().map(whole).collect::<Option<Vec<_>>>().filter(|integers| !integers.is_empty()) {
            return Shape::Enumeration(Values::Integers(distinct(integers)));
        }
        if values.iter().all(|node| matches!(node.value, Value::Bool(_))) && !values.is_empty() {
            return Shape::Boolean;
        }
        self.strings(schema, values.iter().map(text).collect())
    }

    fn strings(&mut self, schema: &document::Schema, values: Option<Vec<String>>) -> Shape {
        match values {
            Some(values) if !values.is_empty() => Shape::Enumeration(Values::Strings(distinct(values))),
            _ => {
                self.resolver.report(schema.at, Problem::MixedEnumeration);
                Shape::Any
            }
        }
    }
}

/// The values without repetitions, in their first order.
fn distinct<T: PartialEq>(values: Vec<T>) -> Vec<T> {
    let mut distinct = Vec::new();
    for value in values {
        if !distinct.contains(&value) {
            distinct.push(value);
        }
    }
    distinct
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
