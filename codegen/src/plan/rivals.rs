//! `Rivals`: the objects that a value of a union may be, counted by property, so that none is compared with each of the others.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::api::{Object, Property, SchemaId, Schemas, Shape, Values};

/// The objects among some schemas, each schema once.
pub(super) struct Rivals<'a> {
    schemas: &'a Schemas,
    count: usize,
    bearers: BTreeMap<&'a str, Bearers>,
}

/// The objects that have a property.
#[derive(Default)]
struct Bearers {
    count: usize,
    /// How many of them require it.
    demanding: usize,
    /// The enumerations that its values are of, and in how many objects.
    listed: BTreeMap<SchemaId, usize>,
    /// Those of them that have a value which another one has as well.
    overlapping: OnceCell<BTreeSet<SchemaId>>,
}

impl<'a> Rivals<'a> {
    pub(super) fn of(ids: impl IntoIterator<Item = SchemaId>, schemas: &'a Schemas) -> Self {
        let mut rivals = Self { schemas, count: 0, bearers: BTreeMap::new() };
        let ids: BTreeSet<SchemaId> = ids.into_iter().collect();
        for object in ids.into_iter().filter_map(|id| schemas.object(id)) {
            rivals.count += 1;
            for property in &object.properties {
                let bearers = rivals.bearers.entry(&property.name).or_default();
                bearers.count += 1;
                bearers.demanding += usize::from(property.required);
                if let Some((listed, _)) = listed(property, schemas) {
                    *bearers.listed.entry(listed).or_default() += 1;
                }
            }
        }
        rivals
    }

    /// How many objects there are.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// Whether no more than one object has the property.
    pub(super) fn is_exclusive(&self, property: &str) -> bool {
        self.bearers.get(property).is_none_or(|bearers| bearers.count < 2)
    }

    /// Whether each object requires the property.
    pub(super) fn all_demand(&self, property: &str) -> bool {
        self.bearers.get(property).map_or(0, |bearers| bearers.demanding) == self.count
    }

    /// The values of an object's property, if they are listed and no other object can have one of them there.
    pub(super) fn telling(&self, property: &Property) -> Option<&'a Values> {
        let (listed, values) = listed(property, self.schemas)?;
        let bearers = self.bearers.get(property.name.as_str())?;
        let is_telling = bearers.are_all_listed()
            && bearers.listed.get(&listed) == Some(&1)
            && !bearers.overlapping(self.schemas).contains(&listed);
        is_telling.then_some(values)
    }

    /// The first property of an object whose values are texts that tell each object from all others.
    pub(super) fn discriminator(&self, object: &'a Object) -> Option<&'a str> {
        let tells_each = |property: &&Property| {
            self.bearers.get(property.name.as_str()).is_some_and(|bearers| {
                bearers.count == self.count
                    && bearers.are_all_listed()
                    && bearers
                        .listed
                        .iter()
                        .all(|(id, count)| *count == 1 && matches!(values(*id, self.schemas), Some(Values::Strings(_))))
                    && bearers.overlapping(self.schemas).is_empty()
            })
        };
        object.properties.iter().find(tells_each).map(|property| property.name.as_str())
    }
}

impl Bearers {
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
