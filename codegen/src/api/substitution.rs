//! `Substitutions`: where a value of a schema can arrive as the schema that it extends.
//!
//! `Cat` extends `Feline`, and a discriminator knows each by a tag. A union that decides by the tag makes a `Cat` of a cat. Elsewhere,
//! such as in a property of the type `Feline`, a cat is read as a `Feline`, and its tag is not the one of `Feline`.

use std::collections::{BTreeMap, BTreeSet};

use super::direction::{self, Direction, Directions};
use super::incoming::Incoming;
use super::operation::Operation;
use super::scalar::Scalar;
use super::schema::{SchemaId, Shape, Union};
use super::schemas::Schemas;
use super::tags;

/// The properties of objects that may arrive with the tag of a schema that extends the object.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Substitutions(BTreeSet<(SchemaId, String)>);

/// The schemas that extend a schema and have other tags, by the schema and the property of the tag.
type Heirs<'a> = BTreeMap<(SchemaId, &'a str), BTreeSet<SchemaId>>;

impl Substitutions {
    /// Finds the places where values arrive that no discriminator has looked at.
    pub(super) fn find(operations: &[Operation], webhooks: &[Incoming], directions: &Directions, schemas: &Schemas) -> Self {
        let heirs = heirs(schemas);
        let mut found = BTreeSet::new();
        if heirs.is_empty() {
            return Self(found);
        }
        let mut read = |place: SchemaId, union: Option<&Union>| {
            let id = schemas.target(place).0;
            let tagged = heirs.range((id, "")..).take_while(|((base, _), _)| *base == id);
            found.extend(
                tagged
                    .filter(|((_, property), heirs)| !decides(union, property, heirs, schemas))
                    .map(|((id, property), _)| (*id, (*property).to_owned())),
            );
        };
        direction::ends(operations, webhooks).received.into_iter().for_each(|place| read(place, None));
        for id in schemas.ids().filter(|id| directions.of(*id) != Direction::Sent) {
            match &schemas[id].shape {
                Shape::Object(object) => {
                    let received = object.properties.iter().filter(|property| !property.annotations.write_only);
                    received.map(|property| property.schema).chain(object.additional).for_each(|place| read(place, None));
                }
                Shape::Union(union) => union.variants.iter().for_each(|place| read(*place, Some(union))),
                shape => shape.inner().into_iter().for_each(|place| read(place, None)),
            }
        }
        Self(found)
    }

    /// Whether a property of an object may have the tag of a schema that extends the object.
    pub(super) fn contains(&self, object: SchemaId, property: &str) -> bool {
        self.0.contains(&(object, property.to_owned()))
    }
}

/// Whether a union tells a schema from those that extend it: it decides by their tags, or they are alternatives themselves.
fn decides(union: Option<&Union>, property: &str, heirs: &BTreeSet<SchemaId>, schemas: &Schemas) -> bool {
    union.is_some_and(|union| {
        let is_variant = |heir: &SchemaId| union.variants.iter().any(|variant| schemas.target(*variant).0 == *heir);
        union.tags.as_ref().is_some_and(|tags| tags.property == property) || heirs.iter().all(is_variant)
    })
}

/// The schemas that extend another one, directly or not, and whose tag is another one.
fn heirs(schemas: &Schemas) -> Heirs<'_> {
    let tags = tags::all(schemas);
    let mut found = Heirs::new();
    for ((id, property), own) in &tags {
        let is_other = |heir: &SchemaId| match tags.get(&(*heir, *property)) {
            Some(values) => values != own,
            None => only_listed(*heir, property, schemas).is_some_and(|value| !own.contains(&value)),
        };
        let others: BTreeSet<SchemaId> = schemas.heirs(*id).into_iter().filter(is_other).collect();
        if !others.is_empty() {
            found.insert((*id, property), others);
        }
    }
    found
}

/// The only value that a property of an object lists.
fn only_listed(object: SchemaId, property: &str, schemas: &Schemas) -> Option<Scalar> {
    match schemas.listed_values(schemas.object(object)?.property(property)?.schema)?.as_slice() {
        [only] => Some(only.clone()),
        _ => None,
    }
}
