//! `OnlyValue`: what a required property or parameter always says, so that nobody has to be asked for it.

use std::collections::BTreeMap;

use super::format::{Float, TextFormat};
use super::media_type::MediaType;
use super::parameter::Parameter;
use super::scalar::{Fraction, Scalar};
use super::schema::{Object, Property, SchemaId, Shape};
use super::schemas::Schemas;

/// The only value of a property or parameter.
#[derive(Clone, Debug, PartialEq)]
pub enum OnlyValue {
    /// Null.
    Null,
    /// A text.
    Text(String),
    /// A value of an enumeration.
    Listed {
        /// The enumeration.
        enumeration: SchemaId,
        /// The value's place among those that are listed.
        index: usize,
    },
    /// An integer.
    Integer(i128),
    /// `true` or `false`.
    Boolean(bool),
    /// A number.
    Number(f64),
}

/// The only values of properties, by their object and their place in it.
pub(super) fn collect(schemas: &Schemas) -> BTreeMap<(SchemaId, usize), OnlyValue> {
    let mut only = BTreeMap::new();
    for id in schemas.ids() {
        let Shape::Object(object) = &schemas[id].shape else { continue };
        for (place, property) in object.properties.iter().enumerate().filter(|(_, property)| property.is_always_sent()) {
            let tag = schemas.tag(id, &property.name).filter(|values| values.len() == 1).map(|values| &values[0]);
            only.extend(of_schema(property.schema, tag, schemas).map(|value| ((id, place), value)));
        }
    }
    only
}

impl MediaType {
    /// The only values of the parts of a form that are always sent, by their place. No part says null.
    pub fn only_parts(&self, form: &Object, schemas: &Schemas) -> BTreeMap<usize, OnlyValue> {
        let value = |(place, part): (usize, &Property)| {
            let is_sent = part.is_always_sent() && self.part(part, schemas).file_format().is_none();
            Some((place, beside_null(part.schema, schemas).filter(|_| is_sent)?))
        };
        form.properties.iter().enumerate().filter_map(value).collect()
    }
}

/// The only values of parameters that are always sent, by their place among those of an operation. No parameter says null.
pub(super) fn of_parameters(parameters: &[Parameter], schemas: &Schemas) -> BTreeMap<usize, OnlyValue> {
    let value = |(place, parameter): (usize, &Parameter)| {
        let has_choice = !parameter.required || parameter.allow_empty_value;
        Some((place, beside_null(parameter.schema, schemas).filter(|_| !has_choice)?))
    };
    parameters.iter().enumerate().filter_map(value).collect()
}

/// The only value that a schema lists beside null, where null cannot be said.
fn beside_null(schema: SchemaId, schemas: &Schemas) -> Option<OnlyValue> {
    of_target(schemas.target(schema).0, false, None, schemas).filter(|value| *value != OnlyValue::Null)
}

/// The only value that a schema lists, or else the tag of the property.
fn of_schema(schema: SchemaId, tag: Option<&Scalar>, schemas: &Schemas) -> Option<OnlyValue> {
    let (id, nullable) = schemas.target(schema);
    of_target(id, nullable, tag, schemas)
}

/// The same for a schema that is not a reference.
fn of_target(id: SchemaId, nullable: bool, tag: Option<&Scalar>, schemas: &Schemas) -> Option<OnlyValue> {
    if schemas[id].shape == Shape::Null {
        return Some(OnlyValue::Null);
    }
    let listed = schemas.listed_values(id);
    let value = match listed.as_deref() {
        Some([only]) if !nullable => only,
        Some(listed) => tag.filter(|tag| listed.contains(tag))?,
        None => tag?,
    };
    match (&schemas[id].shape, value) {
        (Shape::Enumeration(_), value) => {
            let index = listed.as_ref()?.iter().position(|listed| listed == value)?;
            Some(OnlyValue::Listed { enumeration: id, index })
        }
        (Shape::String(format), Scalar::Text(text)) if TextFormat::of(format.as_deref()).is_none() => {
            Some(OnlyValue::Text(text.clone()))
        }
        (Shape::Integer(integer), Scalar::Integer(value)) => integer.holds(*value).then_some(OnlyValue::Integer(*value)),
        (Shape::Boolean, Scalar::Boolean(value)) => Some(OnlyValue::Boolean(*value)),
        (Shape::Number(Float::Double), value) => match value {
            Scalar::Number(Fraction(value)) => Some(OnlyValue::Number(*value)),
            // Beyond 2^53 not each integer is a number of 64 bits.
            Scalar::Integer(value) if value.unsigned_abs() <= 1 << 53 => Some(OnlyValue::Number(*value as f64)),
            _ => None,
        },
        _ => None,
    }
}
