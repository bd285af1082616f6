//! The values of discriminators, once every schema has its shape: what the keys of mappings mean as JSON values.

use std::collections::{BTreeMap, BTreeSet};

use super::scalar::Scalar;
use super::schema::{SchemaId, Shape, Tags, Union};
use super::schemas::Schemas;
use crate::document::object::Text;

/// Makes texts of the properties of discriminators that are required but not described: the names of schemas are their values.
pub(super) fn type_undescribed(schemas: &mut Schemas) {
    let mut undescribed: Vec<SchemaId> = Vec::new();
    for schema in schemas.iter() {
        let Shape::Union(Union { variants, tags: Some(tags), .. }) = &schema.shape else { continue };
        for id in variants.iter().flat_map(|variant| identified(*variant, &tags.property, schemas)) {
            let property = schemas.object(id).and_then(|object| object.property(&tags.property));
            let property = property.filter(|property| !property.is_described && schemas[property.schema].shape == Shape::Any);
            undescribed.extend(property.map(|property| property.schema));
        }
    }
    for id in undescribed {
        schemas.schema_mut(id).shape = Shape::String(None);
    }
}

/// The values of each alternative: those that are mapped to it, or else those that only its own property lists, or else its name.
/// Beside them, the keys of the mapping that are not values of the property.
pub(super) fn values(tags: &Tags, variants: &[SchemaId], schemas: &Schemas) -> (Vec<Vec<Scalar>>, Vec<Text>) {
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
        // Values that several alternatives list, such as those of a base class, identify none of them.
        let own: Vec<Scalar> = listed.iter().filter(|value| counts[value] == 1).cloned().collect();
        let is_named = own.is_empty() || name.as_ref().is_some_and(|name| listed.contains(name));
        *values = if is_named { name.into_iter().collect() } else { own };
        values.retain(|value| !known.contains(value));
    }
    (mapped, meaningless)
}

/// The values that a key of the mapping means and that the property allows: the text, or the number or boolean of JSON with that text.
fn meanings(key: &str, variant: SchemaId, property: &str, schemas: &Schemas) -> Vec<Scalar> {
    let meanings = [Some(Scalar::Text(key.to_owned())), Scalar::written(key)].into_iter().flatten();
    let Some(schema) = schemas.property(variant, property).map(|property| property.schema) else { return meanings.collect() };
    let allowed: Vec<Scalar> = meanings.filter(|value| schemas.may_be(schema, value)).collect();
    let listed = schemas.listed_values(schema).unwrap_or_default();
    let is_listed = |value: &Scalar| listed.contains(value);
    if allowed.iter().any(is_listed) { allowed.into_iter().filter(is_listed).collect() } else { allowed }
}

/// How many unions below an alternative are looked into.
const MOST_UNIONS: usize = 1_000;

/// The values of each alternative, with those of its own alternatives where it decides by the same property; `None` if those add none.
pub(super) fn nested(union: &Union, schemas: &Schemas) -> Option<Vec<Vec<Scalar>>> {
    let tags = union.tags.as_ref()?;
    let mut known: BTreeSet<Scalar> = tags.values.iter().flatten().cloned().collect();
    let mut has_more = false;
    let mut one = |(values, variant): (&Vec<Scalar>, &SchemaId)| {
        let mut all = values.clone();
        for below in deciding_below(*variant, &tags.property, schemas) {
            all.extend(below.values.iter().flatten().filter(|value| known.insert((*value).clone())).cloned());
        }
        has_more |= all.len() > values.len();
        all
    };
    let values = tags.values.iter().zip(&union.variants).map(&mut one).collect();
    has_more.then_some(values)
}

/// The discriminators of an alternative, of its alternatives and so on, as far as they are of the same property.
fn deciding_below<'a>(variant: SchemaId, property: &str, schemas: &'a Schemas) -> Vec<&'a Tags> {
    let (mut found, mut passed, mut open) = (Vec::new(), BTreeSet::new(), vec![variant]);
    while let Some(id) = open.pop().filter(|_| passed.len() < MOST_UNIONS) {
        let id = schemas.target(id).0;
        if let Shape::Union(Union { variants, tags: Some(tags), .. }) = &schemas[id].shape
            && tags.property == property
            && passed.insert(id)
        {
            found.push(tags);
            open.extend(variants.iter().rev());
        }
    }
    found
}

/// The values that identify a schema wherever it is an alternative of a union with a discriminator, by the schema and the
/// property: those that all of these unions agree on. The alternative of any other value is identified by none.
pub(super) fn collect(schemas: &Schemas) -> BTreeMap<(SchemaId, String), Vec<Scalar>> {
    let mut found: BTreeMap<(SchemaId, &str), Option<&[Scalar]>> = BTreeMap::new();
    for (key, values, is_default) in selections(schemas) {
        let known = found.entry(key).or_insert(Some(values));
        *known = known.filter(|known| *known == values && !is_default);
    }
    found.into_iter().filter_map(|((id, property), values)| Some(((id, property.to_owned()), values?.to_vec()))).collect()
}

/// The values that select a schema in any union with a discriminator, by the schema and the property.
pub(super) fn all(schemas: &Schemas) -> BTreeMap<(SchemaId, &str), BTreeSet<&Scalar>> {
    let mut found: BTreeMap<(SchemaId, &str), BTreeSet<&Scalar>> = BTreeMap::new();
    for (key, values, _) in selections(schemas) {
        found.entry(key).or_default().extend(values);
    }
    found
}

/// The schemas that a discriminator selects, each with the property, the values, and whether it is the alternative of any other value.
fn selections(schemas: &Schemas) -> impl Iterator<Item = ((SchemaId, &str), &[Scalar], bool)> {
    let unions = schemas.iter().filter_map(|schema| match &schema.shape {
        Shape::Union(Union { variants, tags: Some(tags), .. }) => Some((variants, tags)),
        _ => None,
    });
    unions.flat_map(move |(variants, tags)| {
        variants.iter().zip(&tags.values).enumerate().flat_map(move |(place, (variant, values))| {
            let key = move |id| ((id, tags.property.as_str()), values.as_slice(), tags.default == Some(place));
            identified(*variant, &tags.property, schemas).into_iter().map(key)
        })
    })
}

/// An alternative and, where it is a union, its own alternatives: they have the same value, unless that decides among them.
fn identified(variant: SchemaId, property: &str, schemas: &Schemas) -> BTreeSet<SchemaId> {
    let (mut found, mut open, mut unions) = (BTreeSet::new(), vec![variant], 0);
    while let Some(id) = open.pop() {
        let id = schemas.target(id).0;
        match &schemas[id].shape {
            Shape::Union(Union { tags: Some(tags), .. }) if tags.property == property => {}
            Shape::Union(union) if unions < MOST_UNIONS && found.insert(id) => {
                unions += 1;
                open.extend(&union.variants);
            }
            Shape::Object(_) => _ = found.insert(id),
            _ => {}
        }
    }
    found
}
