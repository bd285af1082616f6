//! `OnlyValue`: what a required property or parameter always says, so that nobody has to be asked for it.

use std::collections::BTreeMap;
use std::fmt;

use super::Api;
use super::kept::KeptForm;
use super::media_type::MediaType;
use super::parameter::Parameter;
use super::scalar::{Fraction, Scalar};
use super::schema::{Object, Property, SchemaId, Shape, Values};
use super::schemas::Schemas;
use super::substitution::Substitutions;

/// The only value of a property or parameter.
#[derive(Clone, Debug, PartialEq)]
pub enum OnlyValue {
    /// A text.
    Text(String),
    /// An integer.
    Integer(i128),
    /// `true` or `false`.
    Boolean(bool),
    /// A number.
    Number(f64),
}

/// The only values of required properties, by their object and their place in it.
pub(super) fn constants(schemas: &Schemas, substitutions: &Substitutions) -> BTreeMap<(SchemaId, usize), OnlyValue> {
    let mut constants = BTreeMap::new();
    for id in schemas.ids() {
        constants.extend(of_object(id, schemas, substitutions).into_iter().map(|(place, value)| ((id, place), value)));
    }
    constants
}

/// The only values of required properties of an object, by their place.
pub(super) fn of_object(id: SchemaId, schemas: &Schemas, substitutions: &Substitutions) -> BTreeMap<usize, OnlyValue> {
    let Shape::Object(object) = &schemas[id].shape else { return BTreeMap::new() };
    let is_constant = |property: &Property| match property.kept {
        Some(form) => form == KeptForm::Constant,
        None => property.required,
    };
    let constants = object.properties.iter().enumerate().filter(|(_, property)| is_constant(property));
    constants.filter_map(|(place, property)| Some((place, of_property(id, property, schemas, substitutions)?))).collect()
}

impl Api {
    /// Whether a property of an object lists only one value.
    pub fn has_only_value(&self, object: SchemaId, property: &Property) -> bool {
        of_property(object, property, &self.schemas, &self.substitutions).is_some()
    }

    /// Whether a property of an object, by its place in it, is required and has only one value.
    pub fn is_constant(&self, object: SchemaId, place: usize) -> bool {
        self.constants.contains_key(&(object, place))
    }
}

impl MediaType {
    /// The only values of the parts of a form that are always sent, by their place.
    pub fn only_parts(&self, form: &Object, schemas: &Schemas) -> BTreeMap<usize, OnlyValue> {
        let value = |(place, part): (usize, &Property)| {
            let is_sent = part.is_always_sent() && self.part(part, schemas).file_format().is_none();
            Some((place, beside_null(part.schema, schemas).filter(|_| is_sent)?))
        };
        form.properties.iter().enumerate().filter_map(value).collect()
    }
}

/// The only values of parameters that are always sent, by their place among those of an operation.
pub(super) fn of_parameters(parameters: &[Parameter], schemas: &Schemas) -> BTreeMap<usize, OnlyValue> {
    let value = |(place, parameter): (usize, &Parameter)| {
        let has_choice = !parameter.required || parameter.allow_empty_value;
        Some((place, beside_null(parameter.schema, schemas).filter(|_| !has_choice)?))
    };
    parameters.iter().enumerate().filter_map(value).collect()
}

/// The only value that a schema lists beside null, where null cannot be said.
fn beside_null(schema: SchemaId, schemas: &Schemas) -> Option<OnlyValue> {
    let target = schemas.target(schema).0;
    match schemas.listed_values(target)?.as_slice() {
        [only] => value(target, only, schemas),
        _ => None,
    }
}

/// The only value that the schema of a property lists, or else the tag of the property, which is never null, unless what arrives may
/// have the tag of a schema that extends the object.
fn of_property(id: SchemaId, property: &Property, schemas: &Schemas, substitutions: &Substitutions) -> Option<OnlyValue> {
    let (target, nullable) = schemas.target(property.schema);
    let tags = schemas.tag(id, &property.name);
    let tag = tags.filter(|tags| tags.len() == 1 && !substitutions.contains(id, &property.name)).map(|tags| &tags[0]);
    match schemas.listed_values(target).as_deref() {
        Some([only]) if !nullable => value(target, only, schemas).filter(|_| tags.is_none_or(|tags| tags.contains(only))),
        Some(listed) => value(target, tag.filter(|tag| listed.contains(tag))?, schemas),
        None => value(target, tag?, schemas),
    }
}

/// A value of a schema, in the type that the schema gives it.
fn value(schema: SchemaId, value: &Scalar, schemas: &Schemas) -> Option<OnlyValue> {
    match (&schemas[schema].shape, value) {
        (Shape::Enumeration(Values::Strings(_)) | Shape::String(_), Scalar::Text(text)) => Some(OnlyValue::Text(text.clone())),
        (Shape::Enumeration(Values::Integers(_)) | Shape::Integer(_), Scalar::Integer(value)) => Some(OnlyValue::Integer(*value)),
        (Shape::Boolean, Scalar::Boolean(value)) => Some(OnlyValue::Boolean(*value)),
        (Shape::Number(_), Scalar::Number(Fraction(value))) => Some(OnlyValue::Number(*value)),
        // Beyond 2^53 not each integer is a number of 64 bits.
        (Shape::Number(_), Scalar::Integer(value)) if value.unsigned_abs() <= 1 << 53 => Some(OnlyValue::Number(*value as f64)),
        _ => None,
    }
}

impl fmt::Display for OnlyValue {
    /// The value as text.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(value) => value.fmt(formatter),
            Self::Integer(value) => value.fmt(formatter),
            Self::Boolean(value) => value.fmt(formatter),
            Self::Number(value) => value.fmt(formatter),
        }
    }
}
