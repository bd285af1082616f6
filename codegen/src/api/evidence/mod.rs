//! `Candidates`: the objects that a value of a union may be, counted by property, so that no two need to be compared.

mod choice;
mod comparison;
mod constants;
mod form;
mod relation;

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::api::scalar::Scalar;
use crate::api::schema::{Property, SchemaId};
use crate::api::schemas::Schemas;

pub use self::choice::{Choice, FormChoice, Test, choice};
pub use self::comparison::forms;
pub use self::constants::constants;
pub use self::form::{Form, Keys};

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
    /// What lists its values, and in how many objects.
    listed: BTreeMap<SchemaId, Listed>,
    /// Those of them that list a value which another one lists as well.
    overlapping: OnceCell<BTreeSet<SchemaId>>,
}

/// The known values of a property.
struct Listed {
    values: Vec<Scalar>,
    /// How many objects have them from the same schema.
    count: usize,
}

impl<'a> Candidates<'a> {
    /// The objects among schemas.
    pub fn of(ids: impl IntoIterator<Item = SchemaId>, schemas: &'a Schemas) -> Self {
        let mut candidates = Self { schemas, count: 0, holders: BTreeMap::new() };
        let ids: BTreeSet<SchemaId> = ids.into_iter().collect();
        for id in ids {
            let Some(object) = schemas.object(id) else { continue };
            candidates.count += 1;
            for property in &object.properties {
                let holders = candidates.holders.entry(&property.name).or_default();
                holders.count += 1;
                holders.requiring += usize::from(property.is_always_received());
                holders.list(id, property, schemas);
            }
        }
        candidates
    }

    /// How many objects there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// How many objects have the property.
    pub fn holders(&self, property: &str) -> usize {
        self.holders.get(property).map_or(0, |holders| holders.count)
    }

    /// Whether no more than one object has the property.
    pub fn is_exclusive(&self, property: &str) -> bool {
        self.holders(property) < 2
    }

    /// Whether each object requires the property.
    pub fn all_require(&self, property: &str) -> bool {
        self.holders.get(property).map_or(0, |holders| holders.requiring) == self.count
    }

    /// The values of an object's property, if they are known and no other object allows one of them there.
    pub fn distinguishing_values(&self, id: SchemaId, property: &Property) -> Option<&[Scalar]> {
        let holders = self.holders.get(property.name.as_str())?;
        let source = source(id, property, self.schemas);
        let listed = holders.listed.get(&source)?;
        let is_distinguishing = holders.are_all_listed() && listed.count == 1 && !holders.overlapping().contains(&source);
        is_distinguishing.then_some(&listed.values)
    }
}

impl Holders {
    /// Notes the values of the property of one more object, if they are known.
    fn list(&mut self, id: SchemaId, property: &Property, schemas: &Schemas) {
        let source = source(id, property, schemas);
        if let Some(known) = self.listed.get_mut(&source) {
            known.count += 1;
        } else if let Some(values) = schemas.fixed_values(id, &property.name) {
            self.listed.insert(source, Listed { values, count: 1 });
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

/// The schema that lists the values of an object's property: the object itself, where a discriminator identifies it.
fn source(id: SchemaId, property: &Property, schemas: &Schemas) -> SchemaId {
    let id = schemas.target(id).0;
    if schemas.tag(id, &property.name).is_some() { id } else { schemas.target(property.schema).0 }
}
