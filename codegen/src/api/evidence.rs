//! `Candidates`: the objects that a value of a union may be, counted by property, so that no two need to be compared.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use super::schema::{Object, Property, SchemaId, Shape, Union, Values};
use super::schemas::Schemas;

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
    /// The enumerations that its values are of, and in how many objects.
    listed: BTreeMap<SchemaId, usize>,
    /// Those of them that have a value which another one has as well.
    overlapping: OnceCell<BTreeSet<SchemaId>>,
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
                if let Some((listed, _)) = listed(property, schemas) {
                    *holders.listed.entry(listed).or_default() += 1;
                }
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
    pub fn distinguishing_values(&self, property: &Property) -> Option<&'a Values> {
        let (listed, values) = listed(property, self.schemas)?;
        let holders = self.holders.get(property.name.as_str())?;
        let is_distinguishing = holders.are_all_listed()
            && holders.listed.get(&listed) == Some(&1)
            && !holders.overlapping(self.schemas).contains(&listed);
        is_distinguishing.then_some(values)
    }

    /// The first property of an object whose values are texts, none of which two objects share.
    pub fn discriminator(&self, object: &'a Object) -> Option<&'a str> {
        let distinguishes_each = |property: &&Property| {
            self.holders.get(property.name.as_str()).is_some_and(|holders| {
                holders.count == self.count
                    && holders.are_all_listed()
                    && holders
                        .listed
                        .iter()
                        .all(|(id, count)| *count == 1 && matches!(values(*id, self.schemas), Some(Values::Strings(_))))
                    && holders.overlapping(self.schemas).is_empty()
            })
        };
        object.properties.iter().find(distinguishes_each).map(|property| property.name.as_str())
    }
}

impl Holders {
    fn are_all_listed(&self) -> bool {
        self.listed.values().sum::<usize>() == self.count
    }

    fn overlapping(&self, schemas: &Schemas) -> &BTreeSet<SchemaId> {
        self.overlapping.get_or_init(|| {
            let mut overlapping = BTreeSet::new();
            let (mut texts, mut integers) = (BTreeMap::new(), BTreeMap::new());
            for id in self.listed.keys() {
                let owners: Vec<SchemaId> = match values(*id, schemas) {
                    Some(Values::Strings(values)) => values.iter().filter_map(|value| texts.insert(value, *id)).collect(),
                    Some(Values::Integers(values)) => values.iter().filter_map(|value| integers.insert(value, *id)).collect(),
                    None => Vec::new(),
                };
                if !owners.is_empty() {
                    overlapping.insert(*id);
                    overlapping.extend(owners);
                }
            }
            overlapping
        })
    }
}

/// The enumeration that a property's values are of, and those values.
fn listed<'a>(property: &Property, schemas: &'a Schemas) -> Option<(SchemaId, &'a Values)> {
    let target = schemas.target(property.schema).0;
    Some((target, values(target, schemas)?))
}

fn values(id: SchemaId, schemas: &Schemas) -> Option<&Values> {
    match &schemas[id].shape {
        Shape::Enumeration(values) => Some(values),
        _ => None,
    }
}

/// A property that has other fixed values in each alternative, and those values.
pub fn constants(union: &Union, schemas: &Schemas) -> Option<(String, Vec<Vec<String>>)> {
    let candidates = Candidates::of(union.variants.iter().copied(), schemas);
    let first = schemas.object(*union.variants.first()?).filter(|_| candidates.count() == union.variants.len())?;
    let name = candidates.discriminator(first)?;
    let values = union.variants.iter().map(|id| schemas.fixed_values(*id, name));
    Some((name.to_owned(), values.collect::<Option<_>>()?))
}
