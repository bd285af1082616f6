//! Constants: a property whose value identifies each alternative of a union without a discriminator.

use std::cell::Cell;
use std::collections::BTreeSet;

use crate::api::scalar::Scalar;
use crate::api::schema::{SchemaId, Shape, Tags, Union};
use crate::api::schemas::Schemas;

/// How many properties of the first alternative are tried.
const MOST_TRIED: usize = 50;

/// How many levels of nested unions are compared.
const DEEPEST: usize = 8;

/// How many alternatives of alternatives are looked into.
const MOST_NESTED: usize = 20_000;

/// A property with different values in each alternative, and those values.
pub fn constants(union: &Union, schemas: &Schemas) -> Option<(String, Vec<Vec<Scalar>>)> {
    let alternatives: Vec<SchemaId> = union.described().iter().map(|id| schemas.target(*id).0).collect();
    let comparison = Comparison { schemas, outer: alternatives.iter().copied().collect(), left: Cell::new(MOST_NESTED) };
    let names = comparison.names(*alternatives.first()?, DEEPEST);
    names.into_iter().take(MOST_TRIED).find_map(|name| {
        let mut known: BTreeSet<Scalar> = BTreeSet::new();
        let mut values = Vec::with_capacity(alternatives.len());
        for id in &alternatives {
            let own = comparison.values(*id, name, DEEPEST)?;
            let is_other = own.iter().all(|value| known.insert(value.clone()));
            values.push(own.into_iter().collect());
            is_other.then_some(())?;
        }
        Some((name.to_owned(), values))
    })
}

struct Comparison<'a> {
    schemas: &'a Schemas,
    /// The alternatives; where one is also in a nested union, it does not count as part of that.
    outer: BTreeSet<SchemaId>,
    /// How many more alternatives of alternatives are looked into.
    left: Cell<usize>,
}

impl<'a> Comparison<'a> {
    /// The properties whose values may identify an alternative.
    fn names(&self, id: SchemaId, levels: usize) -> Vec<&'a str> {
        let schemas = self.schemas;
        match &schemas[schemas.target(id).0].shape {
            Shape::Object(object) => {
                let is_known = |name: &&str| schemas.fixed_values(id, name).is_some();
                object.properties.iter().map(|property| property.name.as_str()).filter(is_known).collect()
            }
            Shape::Union(union) => {
                let inherited = schemas.tagged_properties(id).chain(union.tags.iter().map(|tags| tags.property.as_str()));
                let first = union.variants.first().filter(|_| levels > 0 && union.tags.is_none());
                inherited.chain(first.into_iter().flat_map(|first| self.names(*first, levels - 1))).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The values of a property in an alternative, if they are known; those of an alternative that is a union are the values
    /// of its own alternatives.
    fn values(&self, id: SchemaId, name: &str, levels: usize) -> Option<Vec<Scalar>> {
        let union = match &self.schemas[self.schemas.target(id).0].shape {
            Shape::Object(_) => return self.schemas.fixed_values(id, name),
            Shape::Union(union) if levels > 0 => union,
            _ => return None,
        };
        self.left.set(self.left.get().checked_sub(union.variants.len())?);
        let (mut found, mut known) = (Vec::new(), BTreeSet::new());
        for (place, variant) in union.described().iter().enumerate() {
            let variant = self.schemas.target(*variant).0;
            if self.outer.contains(&variant) {
                continue;
            }
            let tags = union.tags.as_ref().filter(|tags| tags.property == name && !self.decides(variant, name));
            let values = match tags {
                Some(Tags { default: Some(_), .. }) => return None,
                Some(tags) => tags.values[place].clone(),
                None => self.values(variant, name, levels - 1)?,
            };
            found.extend(values.into_iter().filter(|value| known.insert(value.clone())));
        }
        Some(found)
    }

    /// Whether an alternative is a union that decides by the property itself.
    fn decides(&self, id: SchemaId, name: &str) -> bool {
        let tags = self.schemas.union(id).and_then(|union| union.tags.as_ref());
        tags.is_some_and(|tags| tags.property == name)
    }
}
