//! `Candidates`: the objects that a value of a union may be, counted by property, so that no two need to be compared.

mod choice;
mod form;

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::api::scalar::Scalar;
use crate::api::schema::{Object, Property, SchemaId, Union};
use crate::api::schemas::Schemas;

pub use self::choice::{Choice, Look, Test, choice};
pub use self::form::{Form, Keys, forms};

/// The objects among some schemas, each schema once.
pub struct Candidates<'a> {
    schemas: &'a Schemas,
    count: usize,
    holders: BTreeMap<&'a str, Holders>,
}

/// The objects that have a property.
#[derive(Default)]
struct Holders {
    count: usize,
    /// How many of them require it.
    requiring: usize,
    /// The schemas that list its values, and in how many objects.
    listed: BTreeMap<SchemaId, Listed>,
    /// Those of them that list a value which another one lists as well.
    overlapping: OnceCell<BTreeSet<SchemaId>>,
}

/// The values that a schema lists.
struct Listed {
    values: Vec<Scalar>,
    /// How many objects have a property of the schema.
    count: usize,
}

impl<'a> Candidates<'a> {
    /// The objects among schemas.
    pub fn of(ids: impl IntoIterator<Item = SchemaId>, schemas: &'a Schemas) -> Self {
        let mut candidates = Self { schemas, count: 0, holders: BTreeMap::new() };
        let ids: BTreeSet<SchemaId> = ids.into_iter().collect();
        for object in ids.into_iter().filter_map(|id| schemas.object(id)) {
            candidates.count += 1;
            for property in &object.properties {
                let holders = candidates.holders.entry(&property.name).or_default();
                holders.count += 1;
                holders.requiring += usize::from(property.required);
                holders.list(schemas.target(property.schema).0, schemas);
            }
        }
        candidates
    }

    /// How many objects there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Whether no more than one object has the property.
    pub fn is_exclusive(&self, property: &str) -> bool {
        self.holders.get(property).is_none_or(|holders| holders.count < 2)
    }

    /// Whether each object requires the property.
    pub fn all_require(&self, property: &str) -> bool {
        self.holders.get(property).map_or(0, |holders| holders.requiring) == self.count
    }

    /// The values of an object's property, if they are listed and no other object allows one of them there.
    pub fn distinguishing_values(&self, property: &Property) -> Option<&[Scalar]> {
        let holders = self.holders.get(property.name.as_str())?;
        let schema = self.schemas.target(property.schema).0;
        let listed = holders.listed.get(&schema)?;
        let is_distinguishing = holders.are_all_listed() && listed.count == 1 && !holders.overlapping().contains(&schema);
        is_distinguishing.then_some(&listed.values)
    }

    /// The first property of an object whose values are listed, none by two objects.
    pub fn discriminator(&self, object: &'a Object) -> Option<&'a str> {
        let distinguishes_each = |property: &&Property| {
            self.holders.get(property.name.as_str()).is_some_and(|holders| {
                holders.count == self.count
                    && holders.are_all_listed()
                    && holders.listed.values().all(|listed| listed.count == 1)
                    && holders.overlapping().is_empty()
            })
        };
        object.properties.iter().find(distinguishes_each).map(|property| property.name.as_str())
    }
}

impl Holders {
    /// Notes the values of one more property, if its schema lists them.
    fn list(&mut self, schema: SchemaId, schemas: &Schemas) {
        if let Some(known) = self.listed.get_mut(&schema) {
            known.count += 1;
        } else if let Some(values) = schemas.listed_values(schema) {
            self.listed.insert(schema, Listed { values, count: 1 });
        }
    }

    fn are_all_listed(&self) -> bool {
        self.listed.values().map(|listed| listed.count).sum::<usize>() == self.count
    }

    fn overlapping(&self) -> &BTreeSet<SchemaId> {
        self.overlapping.get_or_init(|| {
            let mut overlapping = BTreeSet::new();
            let mut owners = BTreeMap::new();
            for (id, Listed { values, .. }) in &self.listed {
                let owners: Vec<SchemaId> = values.iter().filter_map(|value| owners.insert(value, *id)).collect();
                if !owners.is_empty() {
                    overlapping.insert(*id);
                    overlapping.extend(owners);
                }
            }
            overlapping
        })
    }
}

/// A property that has other fixed values in each alternative, and those values.
pub fn constants(union: &Union, schemas: &Schemas) -> Option<(String, Vec<Vec<Scalar>>)> {
    let candidates = Candidates::of(union.described().iter().copied(), schemas);
    let first = schemas.object(*union.variants.first()?).filter(|_| candidates.count() == union.described().len())?;
    let name = candidates.discriminator(first)?;
    let values = union.described().iter().map(|id| schemas.fixed_values(*id, name));
    Some((name.to_owned(), values.collect::<Option<_>>()?))
}
