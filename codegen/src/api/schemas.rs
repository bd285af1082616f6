//! `Schemas`: the arena of all schemas, so that recursion is an id.

use std::collections::{BTreeMap, BTreeSet};

use super::scalar::Scalar;
use super::schema::{Object, Property, Schema, SchemaId, Shape, Union, Values};
use crate::node::Value;

/// Every schema of the API.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Schemas {
    schemas: Vec<Schema>,
    /// Where the references of each schema ended when they were last followed, and whether one of those passed allows null.
    ends: Vec<(SchemaId, bool)>,
    /// The values by which discriminators identify a schema, by their properties.
    tags: BTreeMap<(SchemaId, String), Vec<Scalar>>,
    /// The named schemas that extend a schema directly.
    heirs: BTreeMap<SchemaId, Vec<SchemaId>>,
}

impl std::ops::Index<SchemaId> for Schemas {
    type Output = Schema;

    fn index(&self, id: SchemaId) -> &Schema {
        &self.schemas[index(id)]
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

    /// Whether null is the only value of a schema.
    pub fn is_null(&self, id: SchemaId) -> bool {
        self[self.target(id).0].shape == Shape::Null
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

    /// The union behind references, if it is one.
    pub fn union(&self, id: SchemaId) -> Option<&Union> {
        match &self[self.target(id).0].shape {
            Shape::Union(union) => Some(union),
            _ => None,
        }
    }

    /// The schemas that a value may have: itself, or the alternatives that it is, however deep they are in each other.
    pub fn alternatives(&self, id: SchemaId) -> BTreeSet<SchemaId> {
        let (mut open, mut passed, mut found) = (vec![id], BTreeSet::new(), BTreeSet::new());
        while let Some(id) = open.pop() {
            let id = self.target(id).0;
            if passed.insert(id) {
                match &self[id].shape {
                    Shape::Union(union) => open.extend(union.described()),
                    _ => drop(found.insert(id)),
                }
            }
        }
        found
    }

    /// The values of a property that identify an object or a union wherever it is an alternative, if there are some.
    pub fn tag(&self, id: SchemaId, property: &str) -> Option<&[Scalar]> {
        self.tags.get(&(self.target(id).0, property.to_owned())).map(Vec::as_slice)
    }

    /// The named schemas that extend a schema, those that extend these, and so on.
    pub(super) fn heirs(&self, id: SchemaId) -> BTreeSet<SchemaId> {
        let (mut found, mut open) = (BTreeSet::new(), vec![id]);
        while let Some(base) = open.pop() {
            let heirs = self.heirs.get(&base).into_iter().flatten().filter(|heir| **heir != id);
            open.extend(heirs.filter(|heir| found.insert(**heir)));
        }
        found
    }

    /// The property of an object, or of the first alternative that has it.
    pub fn property(&self, id: SchemaId, name: &str) -> Option<&Property> {
        match &self[self.target(id).0].shape {
            Shape::Object(object) => object.property(name),
            Shape::Union(union) => union.variants.iter().find_map(|variant| self.object(*variant)?.property(name)),
            _ => None,
        }
    }

    /// The properties by which discriminators identify a schema.
    pub fn tagged_properties(&self, id: SchemaId) -> impl Iterator<Item = &str> {
        let id = self.target(id).0;
        let tags = self.tags.range((id, String::new())..).take_while(move |((other, _), _)| *other == id);
        tags.map(|((_, property), _)| property.as_str())
    }

    /// The values of a property of an object, if a discriminator identifies the object by them or the description lists them.
    pub fn fixed_values(&self, id: SchemaId, property: &str) -> Option<Vec<Scalar>> {
        let schema = self.object(id)?.property(property)?.schema;
        self.tag(id, property).map(<[_]>::to_vec).or_else(|| self.listed_values(schema))
    }

    /// The texts, numbers and booleans that a schema lists as its values, beside null.
    pub fn listed_values(&self, id: SchemaId) -> Option<Vec<Scalar>> {
        let of_alternative = |id: &SchemaId| match &self[self.target(*id).0].shape {
            Shape::Union(_) => None,
            _ => self.listed_values(*id),
        };
        let schema = &self[self.target(id).0];
        match &schema.shape {
            Shape::Enumeration(values) => {
                let is_listed = |value: &str| !schema.labels.values.get(value).is_some_and(|label| label.is_dropped);
                Some(match values {
                    Values::Strings(values) => {
                        values.iter().filter(|value| is_listed(value)).cloned().map(Scalar::Text).collect()
                    }
                    Values::Integers(values) => {
                        let values = values.iter().filter(|value| is_listed(&value.to_string()));
                        values.map(|value| Scalar::Integer((*value).into())).collect()
                    }
                })
            }
            Shape::Boolean | Shape::Integer(_) | Shape::Number(_) => {
                let values = schema.allowed_values()?.iter().filter(|value| value.value != Value::Null);
                values.map(Scalar::of).collect()
            }
            Shape::Union(Union { variants, tags: None, .. }) => {
                Some(variants.iter().map(of_alternative).collect::<Option<Vec<_>>>()?.concat())
            }
            _ => None,
        }
    }

    /// Whether a value may be of a schema, as far as its JSON type decides that.
    pub fn may_be(&self, id: SchemaId, value: &Scalar) -> bool {
        let is_alternative = |id: &SchemaId| match &self[self.target(*id).0].shape {
            Shape::Union(_) => true,
            _ => self.may_be(*id, value),
        };
        match &self[self.target(id).0].shape {
            Shape::Any | Shape::Reference(_) => true,
            Shape::Boolean => matches!(value, Scalar::Boolean(_)),
            Shape::Integer(_) | Shape::Enumeration(Values::Integers(_)) => matches!(value, Scalar::Integer(_)),
            Shape::Number(_) => matches!(value, Scalar::Integer(_) | Scalar::Number(_)),
            Shape::Numeric(_) => matches!(value, Scalar::Integer(_) | Scalar::Number(_) | Scalar::Text(_)),
            Shape::IntOrString => matches!(value, Scalar::Integer(_) | Scalar::Text(_)),
            Shape::String(_) | Shape::Enumeration(Values::Strings(_)) => matches!(value, Scalar::Text(_)),
            Shape::Union(Union { variants, .. }) => variants.iter().any(is_alternative),
            Shape::Null | Shape::Array(_) | Shape::Tuple(_) | Shape::Map(_) | Shape::Object(_) => false,
        }
    }
}

impl Schemas {
    /// Adds the schema of a model that is at several places, all of which refer to it from now on.
    pub(super) fn share(&mut self, places: &[SchemaId], model: Schema) -> SchemaId {
        let id = self.push(model);
        let tags = |place: SchemaId| self.tags.range((place, String::new())..).take_while(move |((other, _), _)| *other == place);
        let tags: Vec<_> = tags(places[0]).map(|((_, property), values)| ((id, property.clone()), values.clone())).collect();
        self.tags.extend(tags);
        for place in places {
            self.schema_mut(*place).shape = Shape::Reference(id);
        }
        id
    }

    /// The id of every schema, in the order of their numbers.
    pub fn ids(&self) -> impl Iterator<Item = SchemaId> + use<> {
        (0..narrow(self.schemas.len())).map(SchemaId)
    }

    /// Sets the values of a union's discriminator.
    pub(super) fn set_tag_values(&mut self, id: SchemaId, values: Vec<Vec<Scalar>>) {
        if let Shape::Union(Union { tags: Some(tags), .. }) = &mut self.schema_mut(id).shape {
            tags.values = values;
        }
    }

    pub(super) fn note_tags(&mut self, tags: BTreeMap<(SchemaId, String), Vec<Scalar>>) {
        self.tags = tags;
    }

    pub(super) fn note_heirs(&mut self, heirs: BTreeMap<SchemaId, Vec<SchemaId>>) {
        self.heirs = heirs;
    }

    pub(super) fn push(&mut self, schema: Schema) -> SchemaId {
        let id = SchemaId(narrow(self.schemas.len()));
        self.schemas.push(schema);
        id
    }

    pub(super) fn schema_mut(&mut self, id: SchemaId) -> &mut Schema {
        &mut self.schemas[index(id)]
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
                match (followed[index(id)], &self[id].shape) {
                    (Followed::To(end), _) => break end,
                    (Followed::Not, Shape::Reference(next)) => {
                        followed[index(id)] = Followed::Now;
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
            followed[index(id)] = Followed::To(end);
            for id in passed.into_iter().rev() {
                end.1 |= self[id].nullable;
                followed[index(id)] = Followed::To(end);
            }
        }
        let end = |(index, followed)| match followed {
            Followed::To(end) => end,
            Followed::Not | Followed::Now => (SchemaId(narrow(index)), false),
        };
        self.ends = followed.into_iter().enumerate().map(end).collect();
        for id in &circular {
            self.ends[index(*id)] = (*id, false);
            self.schema_mut(*id).shape = Shape::Any;
        }
        circular
    }

    fn end(&self, id: SchemaId) -> (SchemaId, bool) {
        self.ends.get(index(id)).copied().unwrap_or((id, false))
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

fn index(id: SchemaId) -> usize {
    id.0 as usize
}
