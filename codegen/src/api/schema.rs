//! `Schema`: the shape of a value, in an arena, so that recursion is an id.

use std::collections::BTreeMap;

use super::constraint::{Constraint, ConstraintKind};
use super::enumeration::Values;
use super::union::Union;
use crate::document::Annotations;
use crate::node::{Node, Origin};

/// A schema's place in [`Schemas`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SchemaId(u32);

/// Every schema of the API.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Schemas {
    schemas: Vec<Schema>,
    /// Where the references of each schema ended when they were last followed, and whether one of those passed allows null.
    ends: Vec<(SchemaId, bool)>,
}

impl std::ops::Index<SchemaId> for Schemas {
    type Output = Schema;

    fn index(&self, id: SchemaId) -> &Schema {
        &self.schemas[id.index()]
    }
}

impl Schemas {
    /// Every schema.
    pub fn iter(&self) -> impl Iterator<Item = &Schema> {
        self.schemas.iter()
    }

    /// The schema behind references, and whether one of them allows null.
    pub fn target(&self, id: SchemaId) -> (SchemaId, bool) {
        let (mut target, mut nullable) = self.end(id);
        // What ended there may have become a reference itself.
        while let Shape::Reference(next) = self[target].shape {
            let (end, allows_null) = self.end(next);
            nullable |= self[target].nullable | allows_null;
            target = end;
        }
        (target, nullable | self[target].nullable)
    }

    /// The object behind references, if it is one.
    pub fn object(&self, id: SchemaId) -> Option<&Object> {
        match &self[self.target(id).0].shape {
            Shape::Object(object) => Some(object),
            _ => None,
        }
    }

    /// Whether only the client sets a property: the property or a schema that it refers to says so.
    pub fn is_write_only(&self, property: &Property) -> bool {
        let mut id = property.schema;
        while let Shape::Reference(next) = self[id].shape {
            if self[id].annotations.write_only {
                return true;
            }
            id = next;
        }
        property.annotations.write_only || self[id].annotations.write_only
    }

    /// The texts that a property of an object can be, if the description lists them.
    pub fn fixed_values(&self, id: SchemaId, property: &str) -> Option<Vec<String>> {
        let property = self.object(id)?.property(property)?;
        match &self[self.target(property.schema).0].shape {
            Shape::Enumeration(Values::Strings(values)) => Some(values.clone()),
            _ => None,
        }
    }
}

impl Schemas {
    pub(super) fn ids(&self) -> impl Iterator<Item = SchemaId> + use<> {
        (0..narrow(self.schemas.len())).map(SchemaId)
    }

    pub(super) fn push(&mut self, schema: Schema) -> SchemaId {
        let id = SchemaId(narrow(self.schemas.len()));
        self.schemas.push(schema);
        id
    }

    pub(super) fn schema_mut(&mut self, id: SchemaId) -> &mut Schema {
        &mut self.schemas[id.index()]
    }

    /// Follows every reference once, so that a chain costs its length and not the square of it.
    ///
    /// What leads back to itself by nothing but references becomes anything, and is returned.
    pub(super) fn follow_references(&mut self) -> Vec<SchemaId> {
        let mut circular = Vec::<SchemaId>::new();
        let mut followed = vec![Followed::Not; self.schemas.len()];
        for start in self.ids() {
            let (mut id, mut passed) = (start, Vec::new());
            let mut end = loop {
                match (followed[id.index()], &self[id].shape) {
                    (Followed::To(end), _) => break end,
                    (Followed::Not, Shape::Reference(next)) => {
                        followed[id.index()] = Followed::Now;
                        passed.push(id);
                        id = *next;
                    }
                    (Followed::Not, _) => break (id, false),
                    (Followed::Now, _) => {
                        let first = passed.iter().position(|on_the_way| *on_the_way == id).unwrap_or_default();
                        circular.extend(&passed[first..]);
                        break (id, false);
                    }
                }
            };
            followed[id.index()] = Followed::To(end);
            for id in passed.into_iter().rev() {
                end.1 |= self[id].nullable;
                followed[id.index()] = Followed::To(end);
            }
        }
        let end = |(index, followed)| match followed {
            Followed::To(end) => end,
            Followed::Not | Followed::Now => (SchemaId(narrow(index)), false),
        };
        self.ends = followed.into_iter().enumerate().map(end).collect();
        for id in &circular {
            self.ends[id.index()] = (*id, false);
            self.schema_mut(*id).shape = Shape::Any;
        }
        circular
    }

    fn end(&self, id: SchemaId) -> (SchemaId, bool) {
        self.ends.get(id.index()).copied().unwrap_or((id, false))
    }
}

impl SchemaId {
    fn index(self) -> usize {
        self.0 as usize
    }
}

/// How far the references of a schema have been followed.
#[derive(Clone, Copy)]
enum Followed {
    Not,
    /// They are being followed.
    Now,
    /// To the schema that they end in, and whether one of those passed allows null.
    To((SchemaId, bool)),
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).expect("a description has fewer than 2^32 schemas")
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
    /// The name of what it extends, if it is an alternative together with what stands beside all of them.
    pub extends: Option<String>,
    /// What describes it.
    pub annotations: Annotations,
    /// Whether `null` is a value of it.
    pub nullable: bool,
    /// The annotations of single values, by their texts.
    pub labels: BTreeMap<String, Annotations>,
    /// What restricts its values beyond their shape.
    pub constraints: Vec<Constraint>,
    /// The shape.
    pub shape: Shape,
}

impl Schema {
    /// The description, or else the title.
    pub fn description(&self) -> Option<&str> {
        self.annotations.description.as_deref().or(self.annotations.title.as_deref())
    }

    /// The values that `enum` or `const` allows, where the shape does not list them.
    pub fn allowed_values(&self) -> Option<&[Node]> {
        self.constraints.iter().find_map(|constraint| match &constraint.kind {
            ConstraintKind::Enum(values) => Some(values.as_slice()),
            _ => None,
        })
    }
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
    /// What describes it, said at the property itself.
    pub annotations: Annotations,
    /// Its value's schema.
    pub schema: SchemaId,
}
