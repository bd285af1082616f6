//! Labels of alternatives: the text that identifies each alternative of a union.

use super::evidence::{self, Candidates};
use super::schema::{Object, Property, SchemaId, Shape, Tuple, Union, Values};
use super::schemas::Schemas;

/// A label for each alternative: the name that it extends, else the value of the property that names it, else a constant or
/// a key that only it has, else its type. Two alternatives may have the same one.
pub fn labels(union: &Union, schemas: &Schemas) -> Vec<String> {
    let tags = union.tags.as_ref().map(|tags| tags.values.clone());
    let tags = tags.or_else(|| evidence::constants(union, schemas).map(|(_, values)| values)).unwrap_or_default();
    let candidates = Candidates::of(union.described().iter().copied(), schemas);
    let tag = |index: usize| tags.get(index)?.first().map(ToString::to_string);
    let described = union.described().iter().enumerate().map(|(index, id)| label(*id, tag(index), &candidates, schemas));
    described.chain(union.has_combined.then(|| "combined".to_owned())).collect()
}

fn label(id: SchemaId, tag: Option<String>, candidates: &Candidates<'_>, schemas: &Schemas) -> String {
    let schema = &schemas[schemas.target(id).0];
    match (&schema.extends, tag, &schema.shape) {
        (Some(extended), _, _) => extended.clone(),
        (None, Some(value), _) => value,
        (None, None, Shape::Object(object)) => of_object(object, candidates, schemas),
        (None, None, Shape::Enumeration(Values::Strings(values))) => only(values).unwrap_or("text").to_owned(),
        (None, None, Shape::Enumeration(Values::Integers(values))) => match values.as_slice() {
            [only] => only.to_string(),
            _ => "integer".to_owned(),
        },
        // The items have a label of their own.
        (None, None, Shape::Array(inner) | Shape::Map(Some(inner))) => match schemas.object(*inner) {
            Some(object) => of_object(object, &Candidates::of([*inner], schemas), schemas),
            None => String::new(),
        },
        (None, None, Shape::Tuple(tuple)) => constant_item(tuple, schemas).unwrap_or_else(|| "tuple".to_owned()),
        _ => "union".to_owned(),
    }
}

/// A value that is always there, or else a key that is, or can be, in this object only.
fn of_object(object: &Object, candidates: &Candidates<'_>, schemas: &Schemas) -> String {
    let constant = |property: &Property| match &schemas[schemas.target(property.schema).0].shape {
        Shape::Enumeration(Values::Strings(values)) => only(values).map(str::to_owned),
        _ => None,
    };
    let required = || object.properties.iter().filter(|property| property.is_always_received());
    let exclusive = |property: &&Property| candidates.is_exclusive(&property.name);
    let not_shared = |property: &&Property| !candidates.all_require(&property.name);
    let key = required().find(exclusive).or_else(|| required().find(not_shared));
    let key = key.or_else(|| object.properties.iter().find(exclusive));
    required().find_map(constant).or_else(|| key.map(|property| property.name.clone())).unwrap_or_else(|| "object".to_owned())
}

/// The only value of the first item of a tuple that has a single one.
pub fn constant_item(tuple: &Tuple, schemas: &Schemas) -> Option<String> {
    tuple.items.iter().find_map(|item| match schemas.listed_values(*item)?.as_slice() {
        [only] => Some(only.to_string()),
        _ => None,
    })
}

fn only(values: &[String]) -> Option<&str> {
    match values {
        [only] => Some(only),
        _ => None,
    }
}
