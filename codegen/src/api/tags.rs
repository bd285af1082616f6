//! The values of a discriminator, once every schema has its shape: what the keys of its mapping mean as JSON values.

use std::collections::{BTreeMap, BTreeSet};

use super::scalar::Scalar;
use super::schema::{SchemaId, Tags};
use super::schemas::Schemas;
use crate::document::object::Text;

/// Gives each alternative its values: those that are mapped to it, or else those that only its own property lists, or else
/// its name. Returns the keys of the mapping that are no values of the property.
pub(super) fn complete(tags: &mut Tags, variants: &[SchemaId], schemas: &Schemas) -> Vec<Text> {
    let mut meaningless = Vec::new();
    let mut mapped: Vec<Vec<Scalar>> = Vec::with_capacity(variants.len());
    for (variant, keys) in variants.iter().zip(&tags.mapped) {
        let meanings: Vec<Vec<Scalar>> = keys.iter().map(|key| meanings(&key.text, *variant, &tags.property, schemas)).collect();
        meaningless.extend(keys.iter().zip(&meanings).filter(|(_, meanings)| meanings.is_empty()).map(|(key, _)| key.clone()));
        mapped.push(meanings.concat());
    }
    let known: BTreeSet<Scalar> = mapped.iter().flatten().cloned().collect();
    let listed = |variant: &SchemaId| schemas.fixed_values(*variant, &tags.property).unwrap_or_default();
    let listed: Vec<Vec<Scalar>> = variants.iter().map(listed).collect();
    let mut counts: BTreeMap<&Scalar, usize> = BTreeMap::new();
    listed.iter().flatten().for_each(|value| *counts.entry(value).or_default() += 1);
    for ((values, listed), name) in mapped.iter_mut().zip(&listed).zip(&tags.names) {
        if !values.is_empty() {
            continue;
        }
        let name = name.clone().map(Scalar::Text);
        // What several alternatives list, such as the values of a base class, identifies none of them.
        let own: Vec<Scalar> = listed.iter().filter(|value| counts[value] == 1).cloned().collect();
        let is_named = own.is_empty() || name.as_ref().is_some_and(|name| listed.contains(name));
        *values = if is_named { name.into_iter().collect() } else { own };
        values.retain(|value| !known.contains(value));
    }
    tags.values = mapped;
    meaningless
}

/// The values that a key of the mapping means: a text, or what is written like it in JSON, as far as the property allows that.
fn meanings(key: &str, variant: SchemaId, property: &str, schemas: &Schemas) -> Vec<Scalar> {
    let meanings = [Some(Scalar::Text(key.to_owned())), Scalar::written(key)].into_iter().flatten();
    let Some(schema) = schemas.property(variant, property).map(|property| property.schema) else { return meanings.collect() };
    let allowed: Vec<Scalar> = meanings.filter(|value| schemas.may_be(schema, value)).collect();
    let listed = schemas.listed_values(schema).unwrap_or_default();
    let is_listed = |value: &Scalar| listed.contains(value);
    if allowed.iter().any(is_listed) { allowed.into_iter().filter(is_listed).collect() } else { allowed }
}
