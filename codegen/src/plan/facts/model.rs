//! Facts of models and their properties.

use super::flag;
use super::value::{of_value, own_demands};
use crate::api::{Property, SchemaId, Shape};
use crate::plan::constraint::json;
use crate::plan::inputs::PlanInputs;
use crate::record::{Fact, FactName};

/// Facts of a model.
pub(in crate::plan) fn of_model(id: SchemaId, inputs: &PlanInputs<'_>) -> Vec<Fact> {
    let api = inputs.api;
    let schema = &api.schemas[id];
    let is_closed = matches!(&schema.shape, Shape::Object(object) if object.is_closed);
    let flags = [
        flag(FactName::Sent, api.directions.is_sent(id)),
        flag(FactName::Received, api.directions.is_received(id)),
        flag(FactName::Closed, is_closed),
        flag(FactName::Deprecated, schema.annotations.deprecated),
    ];
    let flags = flags.into_iter().flatten();
    // The places of what has no type of Rust say the rest of it.
    if !api.schemas.is_model(id) {
        return flags.collect();
    }
    let default = schema.annotations.default.iter().map(|default| Fact::new(FactName::Default, json(default)));
    flags.chain(default).chain(own_demands(id, &api.schemas)).collect()
}

/// Facts of a property.
pub(in crate::plan) fn of_property(property: &Property, inputs: &PlanInputs<'_>) -> Vec<Fact> {
    let schemas = &inputs.api.schemas;
    let flags = [
        flag(FactName::Required, property.required),
        flag(FactName::Undescribed, property.required && !property.is_described),
        flag(FactName::ReadOnly, property.annotations.read_only),
        flag(FactName::WriteOnly, schemas.is_write_only(property)),
        flag(FactName::Deprecated, property.annotations.deprecated),
    ];
    flags.into_iter().flatten().chain(of_value(property.schema, Some(&property.annotations), schemas)).collect()
}
