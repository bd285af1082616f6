//! Labels of alternatives: the text that identifies each alternative of a union.

use std::collections::BTreeSet;

use super::evidence::{self, Candidates};
use super::scalar::Scalar;
use super::schema::{Object, Property, SchemaId, Shape, Tuple, Union, Values};
use super::schemas::Schemas;
use super::ty::Type;

/// The label of an object that nothing distinguishes from the others.
const OBJECT: &str = "object";

/// A label for each alternative: the name that it extends, else the value of the property that names it, else a constant or
/// a key that only it has, else a constant further inside, else the type of a property that has another one in each, else its
/// own type. Two alternatives may have the same one.
pub fn labels(union: &Union, schemas: &Schemas) -> Vec<String> {
    let tags = union.tags.as_ref().map(|tags| tags.values.clone());
    let tags = tags.or_else(|| evidence::constants(union, schemas).map(|(_, values)| values)).unwrap_or_default();
    let candidates = Candidates::of(union.described().iter().copied(), schemas);
    let tag = |index: usize| tags.get(index)?.first().map(ToString::to_string);
    let described = union.described().iter().enumerate();
    let mut labels: Vec<String> = described.map(|(index, id)| label(*id, tag(index), &candidates, schemas)).collect();
    relabel(union, &mut labels, |objects| by_nested_constant(objects, schemas));
    relabel(union, &mut labels, |objects| by_property_type(objects, schemas));
    labels.extend(union.has_combined.then(|| "combined".to_owned()));
    labels
}

/// Gives other labels to the objects that nothing distinguishes so far, if there are some that distinguish all of them.
fn relabel(union: &Union, labels: &mut [String], distinguish: impl Fn(&[SchemaId]) -> Option<Vec<String>>) {
    let places: Vec<usize> = (0..labels.len()).filter(|place| labels[*place] == OBJECT).collect();
    let objects: Vec<SchemaId> = places.iter().map(|place| union.described()[*place]).collect();
    let found = if objects.len() > 1 { distinguish(&objects) } else { None };
    for (place, label) in places.into_iter().zip(found.into_iter().flatten()) {
        labels[place] = label;
    }
}

/// A text for each of several objects, if all have one and no two have the same.
fn different(texts: impl Iterator<Item = Option<String>>) -> Option<Vec<String>> {
    let texts: Vec<String> = texts.collect::<Option<_>>()?;
    let are_different = texts.iter().collect::<BTreeSet<_>>().len() == texts.len();
    are_different.then_some(texts)
}

/// Constants this many objects further down are looked for.
const DEEPEST: usize = 4;

/// The values of the first constant inside objects that has another value in each.
fn by_nested_constant(objects: &[SchemaId], schemas: &Schemas) -> Option<Vec<String>> {
    let constants: Vec<Vec<(String, String)>> = objects.iter().map(|id| constants_inside(*id, DEEPEST, schemas)).collect();
    let value = |constants: &[(String, String)], path: &str| {
        constants.iter().find(|(other, _)| other == path).map(|(_, value)| value.clone())
    };
    constants.first()?.iter().find_map(|(path, _)| different(constants.iter().map(|constants| value(constants, path))))
}

/// The constants that are always in an object or in those inside it, by the names that lead there.
fn constants_inside(id: SchemaId, levels: usize, schemas: &Schemas) -> Vec<(String, String)> {
    let Some(object) = schemas.object(id) else { return Vec::new() };
    let mut constants = Vec::new();
    for property in object.properties.iter().filter(|property| property.is_always_received()) {
        match schemas.listed_values(property.schema).as_deref() {
            Some([only]) => constants.push((property.name.clone(), only.to_string())),
            Some(_) => {}
            None if levels == 0 => {}
            None => {
                let inside = constants_inside(property.schema, levels - 1, schemas);
                constants.extend(inside.into_iter().map(|(path, value)| (format!("{} {path}", property.name), value)));
            }
        }
    }
    constants
}

/// The name and type of the first property that has another type in each of several objects.
fn by_property_type(objects: &[SchemaId], schemas: &Schemas) -> Option<Vec<String>> {
    let words = |id: &SchemaId, name: &str| {
        let property = schemas.object(*id)?.property(name)?;
        Some(format!("{name} {}", type_words(&schemas.type_of(property.schema, &mut Vec::new()).0, schemas)))
    };
    let first = schemas.object(*objects.first()?)?;
    first.properties.iter().find_map(|property| different(objects.iter().map(|id| words(id, &property.name))))
}

/// The JSON type of values, and of the items of lists.
fn type_words(ty: &Type, schemas: &Schemas) -> String {
    let word = match ty {
        Type::Any => "any",
        Type::Boolean => "boolean",
        Type::Integer(_) => "integer",
        Type::Number(_) | Type::Numeric(_) => "number",
        Type::Text(_) | Type::IntOrString => "text",
        Type::AnyObject | Type::Map(_) => "map",
        Type::Tuple(..) => "tuple",
        Type::List(items) => return format!("{} list", type_words(items, schemas)),
        Type::Nullable(inner) => return type_words(inner, schemas),
        Type::Model(id) => match &schemas[*id].shape {
            Shape::Object(_) => OBJECT,
            Shape::Enumeration(Values::Integers(_)) => "integer",
            Shape::Enumeration(Values::Strings(_)) => "text",
            _ => "union",
        },
    };
    word.to_owned()
}

fn label(id: SchemaId, tag: Option<String>, candidates: &Candidates<'_>, schemas: &Schemas) -> String {
    let schema = &schemas[schemas.target(id).0];
    match (&schema.extends, tag, &schema.shape) {
        (Some(extended), _, _) => extended.clone(),
        (None, Some(value), _) => value,
        (None, None, Shape::Object(object)) => of_object(id, object, candidates, schemas),
        (None, None, Shape::Enumeration(Values::Strings(values))) => match only(values) {
            Some("") => "empty".to_owned(),
            only => only.unwrap_or("text").to_owned(),
        },
        (None, None, Shape::Enumeration(Values::Integers(values))) => match values.as_slice() {
            [only] => only.to_string(),
            _ => "integer".to_owned(),
        },
        // The items have a label of their own.
        (None, None, Shape::Array(inner) | Shape::Map(Some(inner))) => match schemas.object(*inner) {
            Some(object) => of_object(*inner, object, &Candidates::of([*inner], schemas), schemas),
            None => String::new(),
        },
        (None, None, Shape::Tuple(tuple)) => constant_item(tuple, schemas).unwrap_or_else(|| "tuple".to_owned()),
        _ => "union".to_owned(),
    }
}

/// A value that is always there and in no other object, else a key that is, or can be, in this object only, else a value that is
/// always there.
fn of_object(id: SchemaId, object: &Object, candidates: &Candidates<'_>, schemas: &Schemas) -> String {
    let required = || object.properties.iter().filter(|property| property.is_always_received());
    let distinguishing = |property: &Property| match candidates.distinguishing_values(id, property)? {
        [Scalar::Text(only)] => Some(only.clone()),
        _ => None,
    };
    let constant = |property: &Property| match &schemas[schemas.target(property.schema).0].shape {
        Shape::Enumeration(Values::Strings(values)) => only(values).map(str::to_owned),
        _ => None,
    };
    let exclusive = |property: &&Property| candidates.is_exclusive(&property.name);
    let not_shared = |property: &&Property| !candidates.all_require(&property.name);
    let key = || {
        let key = required().find(exclusive).or_else(|| required().find(not_shared));
        key.or_else(|| object.properties.iter().find(exclusive)).map(|property| property.name.clone())
    };
    let label = required().find_map(distinguishing).or_else(key).or_else(|| required().find_map(constant));
    label.unwrap_or_else(|| OBJECT.to_owned())
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
