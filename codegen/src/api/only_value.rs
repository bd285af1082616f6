//! `OnlyValue`: what a required property always says, so that nobody has to be asked for it.

use std::collections::BTreeMap;

use super::format::TextFormat;
use super::schema::{Property, SchemaId, Shape, Union, Values};
use super::schemas::Schemas;
use super::ty::Type;
use crate::node::{Node, Value};

/// The only value of a property.
#[derive(Clone, Debug, PartialEq)]
pub enum OnlyValue {
    /// A text.
    Text(String),
    /// A value of an enumeration.
    Listed {
        /// The enumeration.
        enumeration: SchemaId,
        /// The value's place among those that are listed.
        index: usize,
    },
    /// `true` or `false`.
    Boolean(bool),
    /// A number that is not whole.
    Number(f64),
}

/// The only values of properties, by their object and their place in it.
pub(super) fn collect(schemas: &Schemas) -> BTreeMap<(SchemaId, usize), OnlyValue> {
    let tags = tags(schemas);
    let mut only = BTreeMap::new();
    for id in schemas.ids() {
        let Shape::Object(object) = &schemas[id].shape else { continue };
        for (place, property) in object.properties.iter().enumerate().filter(|(_, property)| property.is_always_sent()) {
            let tag = tags.get(&(id, property.name.as_str())).copied().flatten();
            only.extend(of_property(property, tag, schemas).map(|value| ((id, place), value)));
        }
    }
    only
}

/// The one value that identifies an object in every union that it is a part of, by the object and the property.
fn tags(schemas: &Schemas) -> BTreeMap<(SchemaId, &str), Option<&str>> {
    let mut tags: BTreeMap<(SchemaId, &str), Option<&str>> = BTreeMap::new();
    for schema in schemas.iter() {
        let Shape::Union(Union { variants, tags: Some(of_union) }) = &schema.shape else { continue };
        for (variant, values) in variants.iter().zip(&of_union.values) {
            let only = Some(values.as_slice()).filter(|values| values.len() == 1).map(|values| values[0].as_str());
            let known = tags.entry((schemas.target(*variant).0, &of_union.property)).or_insert(only);
            *known = known.filter(|known| Some(*known) == only);
        }
    }
    tags
}

fn of_property(property: &Property, tag: Option<&str>, schemas: &Schemas) -> Option<OnlyValue> {
    let id = schemas.target(property.schema).0;
    let schema = &schemas[id];
    match &schema.shape {
        Shape::Enumeration(values) => {
            let index = match values {
                Values::Strings(values) if values.len() == 1 => 0,
                Values::Strings(values) => values.iter().position(|value| Some(value.as_str()) == tag)?,
                Values::Integers(values) if values.len() == 1 => 0,
                Values::Integers(_) => return None,
            };
            Some(OnlyValue::Listed { enumeration: id, index })
        }
        Shape::String(format) if TextFormat::of(format.as_deref()).is_none() => tag.map(|tag| OnlyValue::Text(tag.to_owned())),
        Shape::Boolean | Shape::Number(_) => match schema.allowed_values()? {
            [Node { value: Value::Bool(value), .. }] if schema.shape == Shape::Boolean => Some(OnlyValue::Boolean(*value)),
            [Node { value: Value::Float(value), .. }] if schemas.type_of(id, &mut Vec::new()).0 == Type::Double => {
                Some(OnlyValue::Number(*value))
            }
            _ => None,
        },
        _ => None,
    }
}
