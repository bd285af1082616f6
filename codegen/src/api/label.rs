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
/// a key that only it has, else a constant further inside, else the type of a property that has another one in each, else its own type. Two alternatives may
/// have the same one.
pub fn labels(union: &Union, schemas: &Schemas) -> Vec<String> {
    let tags = union.tags.as_ref().map(|tags| tags.values.clone());
    let tags = tags.or_else(|| evidence::constants(union, schemas).map(|(_, values)| values)).unwrap_or_default();
    let candidates = Candidates::of(union.described().iter().copied(), schemas);
    let tag = |index: usize| tags.get(index)?.first().map(ToString::to_string);
    let described = union.described().iter().enumerate();
    let mut labels: Vec<String> = described.map(|(index, id)| label(*id, tag(index), &candidates, schemas)).collect();
    by_nested_constant(union, &mut labels, schemas);
    by_property_type(union, &mut labels, schemas);
    labels.extend(union.has_combined.then(|| "combined".to_owned()));
    labels
}

/// Constants this many objects further down are looked for.
const DEEPEST: usize = 4;

/// Labels the objects that nothing else distinguishes by the first constant of an object inside them that has another value in each.
fn by_nested_constant(union: &Union, labels: &mut [String], schemas: &Schemas) {
    let places: Vec<usize> = (0..labels.len()).filter(|place| labels[*place] == OBJECT).collect();
    let constants = |place: &usize| constants_inside(union.described()[*place], DEEPEST, schemas);
    let constants: Vec<Vec<(String, String)>> = places.iter().map(constants).collect();
    let (Some(first), true) = (constants.first(), constants.len() > 1) else { return };
    let values = |path: &str| {
        let value =
            |constants: &Vec<(String, String)>| constants.iter().find(|(other, _)| other == path).map(|(_, value)| value.clone());
        let values: Vec<String> = constants.iter().map(value).collect::<Option<_>>()?;
        let are_different = values.iter().collect::<BTreeSet<_>>().len() == values.len();
        are_different.then_some(values)
    };
    let Some(values) = first.iter().find_map(|(path, _)| values(path)) else { return };
    for (place, value) in places.into_iter().zip(values) {
        labels[place] = value;
    }
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

/// Labels the objects that nothing else distinguishes by the first property that has another type in each of them.
fn by_property_type(union: &Union, labels: &mut [String], schemas: &Schemas) {
    let places: Vec<usize> = (0..labels.len()).filter(|place| labels[*place] == OBJECT).collect();
    let objects: Vec<&Object> = places.iter().filter_map(|place| schemas.object(union.described()[*place])).collect();
    let (Some(first), true) = (objects.first(), objects.len() > 1) else { return };
    let types = |name: &str| {
        let types = objects.iter().map(|object| {
            let property = object.property(name)?;
            Some(type_words(&schemas.type_of(property.schema, &mut Vec::new()).0, schemas))
        });
        let types: Vec<String> = types.collect::<Option<_>>()?;
        let are_different = types.iter().collect::<BTreeSet<_>>().len() == types.len();
        are_different.then_some(types)
    };
    let Some((name, types)) = first.properties.iter().find_map(|property| Some((&property.name, types(&property.name)?))) else {
        return;
    };
    for (place, words) in places.into_iter().zip(types) {
        labels[place] = format!("{name} {words}");
    }
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
