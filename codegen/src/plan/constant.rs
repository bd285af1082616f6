//! `Constant`: a property of a struct with only one value, which is no field.

use super::described::said;
use super::docs::{self, Docs};
use super::facts;
use super::field::{Field, sides};
use super::inputs::PlanInputs;
use crate::api::{KeptForm, OnlyValue, Property, SchemaId};
use crate::names::{Claim, Name};
use crate::node::Origin;
use crate::record::path::split;
use crate::record::{Fact, FactName, Key, Kind};

/// `pub const TYPE: &'static str = "card";`: a property that is written by itself, and whose value is not kept when it is read.
#[derive(Clone, Debug, PartialEq)]
pub struct Constant {
    /// Docs of the constant.
    pub docs: Docs,
    /// Where the property was written.
    pub at: Origin,
    /// Name of the constant.
    pub name: Name,
    /// Name of the property.
    pub wire_name: String,
    /// The value.
    pub value: OnlyValue,
    /// The number of fields before it in the order of the properties; none if it is only declared, because the property had this
    /// value alone in an earlier client and is a field now.
    pub position: Option<usize>,
    /// Whether it is always received, so that its absence is a deviation.
    pub is_received: bool,
    /// Whether it is sent, and not only written for other purposes.
    pub is_sent: bool,
    /// Whether the constant bears `#[deprecated]`.
    pub deprecated: bool,
    /// What the record says of it beyond its type.
    pub facts: Vec<Fact>,
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
    let is_kept = property.kept == Some(KeptForm::Constant);
    let docs = said(property.annotations.description.as_deref(), &inputs.api.schemas[property.schema]);
    Constant {
        docs: docs.then(sides(property, inputs.api.directions.of(at.0))).then(docs::of_property(&property.name)),
        at: property.at,
        name: name.name.clone(),
        wire_name: property.name.clone(),
        value: inputs.api.constants[&at].clone(),
        position: Some(position),
        is_received: property.is_always_received(),
        is_sent: property.is_always_sent() || (is_kept && !property.annotations.read_only),
        deprecated: property.annotations.deprecated,
        facts: facts::of_property(property, inputs),
    }
}

/// The constants that a model had in an earlier client, of properties that are fields now.
pub(super) fn former<'i>(key: &Key, fields: &'i [Field], inputs: &'i PlanInputs<'_>) -> impl Iterator<Item = Constant> + 'i {
    let recorded = inputs.record.model_of_place(key).into_iter();
    let recorded = recorded.flat_map(|model| inputs.record.parts(&model.key, Kind::Constant));
    recorded.filter_map(|item| {
        let field = fields.iter().find(|field| field.wire_name == item.key.last_word())?;
        let value = recorded_value(&item.ty, item.order.first()?)?;
        let docs = format!("The only value of {} in an earlier version of this client.", docs::code(&field.wire_name));
        Some(Constant {
            docs: Docs::sentence(docs),
            at: field.at,
            name: Name::parse(split(&item.path).1)?,
            wire_name: field.wire_name.clone(),
            value,
            position: None,
            is_received: false,
            is_sent: false,
            deprecated: true,
            facts: vec![Fact::flag(FactName::Dropped)],
        })
    })
}

/// The value of a recorded constant.
fn recorded_value(ty: &str, text: &str) -> Option<OnlyValue> {
    match ty {
        "&'static str" => Some(OnlyValue::Text(text.to_owned())),
        "i64" | "i128" => text.parse().ok().map(OnlyValue::Integer),
        "bool" => text.parse().ok().map(OnlyValue::Boolean),
        "f64" => text.parse().ok().filter(|value: &f64| value.is_finite()).map(OnlyValue::Number),
        _ => None,
    }
}
