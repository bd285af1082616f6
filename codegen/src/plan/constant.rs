//! `Constant`: a property of a struct with only one value, which is no field.

use super::described::said;
use super::docs::{self, Docs};
use super::field::sides;
use super::inputs::PlanInputs;
use crate::api::{OnlyValue, Property, SchemaId};
use crate::names::{Claim, Name};

/// `pub const TYPE: &'static str = "card";`: a property that is written by itself, and whose value is not kept when it is read.
#[derive(Clone, Debug, PartialEq)]
pub struct Constant {
    /// Docs of the constant.
    pub docs: Docs,
    /// Name of the constant.
    pub name: Name,
    /// Name of the property.
    pub wire_name: String,
    /// The value.
    pub value: OnlyValue,
    /// The number of fields before it in the order of the properties.
    pub position: usize,
    /// Whether it is always received, so that its absence is a deviation.
    pub is_received: bool,
    /// Whether it is sent, and not only written for other purposes.
    pub is_sent: bool,
    /// Whether the constant bears `#[deprecated]`.
    pub deprecated: bool,
}

impl Constant {
    /// The type of the constant.
    pub fn ty(&self) -> &'static str {
        match self.value {
            OnlyValue::Text(_) => "&'static str",
            OnlyValue::Integer(value) if i64::try_from(value).is_ok() => "i64",
            OnlyValue::Integer(_) => "i128",
            OnlyValue::Boolean(_) => "bool",
            OnlyValue::Number(_) => "f64",
        }
    }
}

/// Decides the constant of a property, at a place of an object, after some fields.
pub(super) fn plan(
    at: (SchemaId, usize),
    property: &Property,
    name: &Claim,
    position: usize,
    inputs: &PlanInputs<'_>,
) -> Constant {
    let docs = said(property.annotations.description.as_deref(), &inputs.api.schemas[property.schema]);
    Constant {
        docs: docs.then(sides(property, inputs.api.directions.of(at.0))).then(docs::of_property(&property.name)),
        name: name.name.clone(),
        wire_name: property.name.clone(),
        value: inputs.api.constants[&at].clone(),
        position,
        is_received: property.is_always_received(),
        is_sent: property.is_always_sent(),
        deprecated: property.annotations.deprecated,
    }
}
