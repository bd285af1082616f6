//! `Struct`: an object with known properties.

use super::constant::{self, Constant};
use super::constraint::Constraints;
use super::constructor::Constructor;
use super::docs::Docs;
use super::facts;
use super::field::{self, Field};
use super::inputs::PlanInputs;
use super::ty::Ty;
use crate::api::{Direction, Object, SchemaId};
use crate::names::{Claim, Name, PropertyNames};
use crate::record::Fact;

/// `pub struct Pet { pub name: String, .. }`.
#[derive(Clone, Debug, PartialEq)]
pub struct Struct {
    /// Docs of the type.
    pub docs: Docs,
    /// The type.
    pub name: Name,
    /// Whether the type bears `#[deprecated]`.
    pub deprecated: bool,
    /// The properties with only one value, in the description's order.
    pub constants: Vec<Constant>,
    /// The other properties, in the same order.
    pub fields: Vec<Field>,
    /// The field that takes properties the description does not name, if it types them.
    pub additional: Option<Additional>,
    /// Whether its values are only received: then it has no setters, and `new` is there only with the feature for tests.
    pub is_only_received: bool,
    /// How `new` takes the required fields.
    pub constructor: Constructor,
    /// Whether a box that ends a chain of types holds it: then reading it is compiled with the client and not with what calls it,
    /// so that the chain ends there for the compiler as well.
    pub ends_chain: bool,
}

/// The field for properties that the description types but does not name: `pub additional: BTreeMap<String, T>`.
#[derive(Clone, Debug, PartialEq)]
pub struct Additional {
    /// Docs of the field.
    pub docs: Docs,
    /// Name of the field and of its setter.
    pub name: Name,
    /// `T`.
    pub ty: Ty,
    /// What is checked of each value before it is sent.
    pub constraints: Constraints,
    /// What the record says of each value beyond its type.
    pub facts: Vec<Fact>,
}

/// Decides a struct, whose properties have these names.
pub(super) fn plan(
    id: SchemaId,
    docs: Docs,
    object: &Object,
    (names, additional): (&[PropertyNames], Option<&Claim>),
    inputs: &PlanInputs<'_>,
) -> Struct {
    let PlanInputs { api, types, boxes, .. } = inputs;
    let (mut constants, mut fields) = (Vec::new(), Vec::new());
    for (place, (property, names)) in object.properties.iter().zip(names).enumerate() {
        match names {
            PropertyNames::Constant(name) => constants.push(constant::plan((id, place), property, name, fields.len(), inputs)),
            PropertyNames::Field(names) => fields.push(field::plan((id, place), property, names, inputs)),
        }
    }
    constants.extend(constant::former(&inputs.names.models[&id].key, &fields, inputs));
    let additional = object.additional.zip(additional).map(|(values, claim)| Additional {
        docs: Docs::sentence("Properties that the description types but does not name."),
        name: claim.name.clone(),
        ty: boxes.around(id, object.properties.len(), types.with_null(values)),
        constraints: types.constraints(values),
        facts: facts::of_value(values, None, &api.schemas),
    });
    Struct {
        docs,
        name: inputs.names.models[&id].claim.name.clone(),
        deprecated: api.schemas[id].annotations.deprecated,
        is_only_received: api.directions.of(id) == Direction::Received,
        constructor: Constructor::of(id, &fields, inputs),
        constants,
        fields,
        additional,
        ends_chain: boxes.ends_chain(id),
    }
}
