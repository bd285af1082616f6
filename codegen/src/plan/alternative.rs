//! What the alternatives of a union are called that have no name of their own.

use std::collections::BTreeMap;

use super::rivals::Rivals;
use super::union::constants;
use crate::api::{Object, Property, SchemaId, Schemas, Shape, Union, Values};
use crate::names::spelling;

/// A word for each alternative, which follows from what tells it from others: the value of the property that names it, or else its
/// type, or else a key that it requires. What is told apart by nothing of these gets a number.
pub(super) fn words(union: &Union, schemas: &Schemas) -> Vec<String> {
    let tags = union.tags.as_ref().map(|tags| tags.values.clone());
    let tags = tags.or_else(|| constants(union, schemas).map(|(_, values)| values)).unwrap_or_default();
    let rivals = Rivals::of(union.variants.iter().copied(), schemas);
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let words = union.variants.iter().enumerate().map(|(index, id)| {
        let tag = tags.get(index).and_then(|values| values.first());
        let word = word(*id, tag, &rivals, schemas);
        let count = known.entry(spelling::variant(&word).as_str().to_lowercase()).or_default();
        *count += 1;
        if *count == 1 { word } else { format!("{word} {count}") }
    });
    words.collect()
}

fn word(id: SchemaId, tag: Option<&String>, rivals: &Rivals<'_>, schemas: &Schemas) -> String {
    let schema = &schemas[schemas.target(id).0];
    match (&schema.extends, tag, &schema.shape) {
        (Some(extended), _, _) => extended.clone(),
        (None, Some(value), _) => value.clone(),
        (None, None, Shape::Object(object)) => of_object(object, rivals, schemas),
        (None, None, Shape::Enumeration(Values::Strings(values))) => only(values).unwrap_or("text").to_owned(),
        (None, None, Shape::Enumeration(Values::Integers(values))) => match values.as_slice() {
            [only] => only.to_string(),
            _ => "integer".to_owned(),
        },
        // The items get a word of their own.
        (None, None, Shape::Array(inner) | Shape::Map(Some(inner))) => match schemas.object(*inner) {
            Some(object) => of_object(object, &Rivals::of([*inner], schemas), schemas),
            None => String::new(),
        },
        _ => "union".to_owned(),
    }
}

/// A value that is always there, or else a key that is, or can be, in this object only.
fn of_object(object: &Object, rivals: &Rivals<'_>, schemas: &Schemas) -> String {
    let constant = |property: &Property| match &schemas[schemas.target(property.schema).0].shape {
        Shape::Enumeration(Values::Strings(values)) => only(values).map(str::to_owned),
        _ => None,
    };
    let required = || object.properties.iter().filter(|property| property.required);
    let exclusive = |property: &&Property| rivals.is_exclusive(&property.name);
    let not_shared = |property: &&Property| !rivals.all_demand(&property.name);
    let key = required().find(exclusive).or_else(|| required().find(not_shared));
    let key = key.or_else(|| object.properties.iter().find(exclusive));
    required().find_map(constant).or_else(|| key.map(|property| property.name.clone())).unwrap_or_else(|| "object".to_owned())
}

fn only(values: &[String]) -> Option<&str> {
    match values {
        [only] => Some(only),
        _ => None,
    }
}
