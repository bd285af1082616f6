//! `Field`: a property of a struct.

use super::constraint::Constraints;
use super::described::described;
use super::docs::{self, Docs};
use super::facts;
use super::inputs::PlanInputs;
use super::ty::{Argument, Ty};
use crate::api::{Direction, Presence, Property, SchemaId, Schemas, Shape};
use crate::names::{FieldNames, Name};
use crate::node::Origin;
use crate::record::{Fact, Kind};

/// One property as a field.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Docs of the field.
    pub docs: Docs,
    /// Where it was written.
    pub at: Origin,
    /// Name of the field and of its setter.
    pub name: Name,
    /// Name of the setter that sends `null`, where the property is optional and nullable.
    pub null_setter: Option<Name>,
    /// Name of the property.
    pub wire_name: String,
    /// The type of a value: without the `Option`s of absence and, if `presence` says so, of null.
    pub ty: Ty,
    /// What is checked of a value before it is sent.
    pub constraints: Constraints,
    /// Whether it may be absent or null: the field is `T` if it is required, `Option<Option<T>>` if it may be both and they differ, and
    /// else `Option<T>`.
    pub presence: Presence,
    /// Whether it is a list that paging follows, whose absence is never read as an empty list.
    pub is_paged: bool,
    /// Whether its value is not printed.
    pub is_secret: bool,
    /// Whether it is required and `new` fills it with null: null is its only value, or one of them, and a recorded constructor that only
    /// tests have does not ask for it.
    pub is_null: bool,
    /// How `new` and the setter take a value.
    pub argument: Argument,
    /// Whether the field and its setter bear `#[deprecated]`.
    pub deprecated: bool,
    /// What the record says of it beyond its type.
    pub facts: Vec<Fact>,
}

impl Field {
    /// Whether `new` takes it.
    pub fn is_argument(&self) -> bool {
        self.presence.is_required() && !self.is_null
    }
}

/// Decides the field of a property, at a place of an object.
pub(super) fn plan(at: (SchemaId, usize), property: &Property, names: &FieldNames, inputs: &PlanInputs<'_>) -> Field {
    let PlanInputs { api, types, boxes, .. } = inputs;
    let schemas = &api.schemas;
    let (plain, nullable) = types.of(property.schema);
    let presence = api.presence(at.0, property);
    let ty = boxes.around(at.0, at.1, plain);
    // Null is one of the values that `new` takes.
    let ty = if presence == Presence::Sent && nullable { ty.optional() } else { ty };
    let null_setter = names.null_setter.as_ref().filter(|_| presence == Presence::OptionalNullable);
    let docs = described(property.annotations.description.as_deref(), &schemas[property.schema])
        .then(sides(property, api.directions.of(at.0)))
        .then(docs::of_property(&property.name));
    Field {
        docs,
        at: property.at,
        name: names.field.name.clone(),
        null_setter: null_setter.map(|claim| claim.name.clone()),
        wire_name: property.name.clone(),
        is_null: presence.is_required()
            && (schemas.is_null(property.schema) || (takes_null(presence, &ty) && is_new_to_tests(at.0, property, inputs))),
        argument: ty.argument(),
        ty,
        constraints: types.constraints(property.schema),
        presence,
        is_paged: api.paged_lists.contains(&at),
        is_secret: schemas.is_write_only(property) || is_password(property.schema, schemas),
        deprecated: property.annotations.deprecated,
        facts: facts::of_property(property, inputs),
    }
}

/// Whether null is one of the values of a required field.
fn takes_null(presence: Presence, ty: &Ty) -> bool {
    presence == Presence::Nullable || (presence == Presence::Required && *ty == Ty::Json)
}

/// Whether the recorded constructor of an object, which only tests have, does not ask for a property.
fn is_new_to_tests(object: SchemaId, property: &Property, inputs: &PlanInputs<'_>) -> bool {
    let record = inputs.record;
    let model = record.model_of_place(&inputs.names.models[&object].key);
    let constructor = model.and_then(|model| record.get(&model.key, Kind::Constructor));
    constructor.filter(|constructor| constructor.is_only_for_tests()).is_some_and(|constructor| {
        let is_in_struct = record.required_field(&constructor.key, &property.name).is_some();
        !is_in_struct && !constructor.order.contains(&property.name)
    })
}

/// Whether a value is a password, or a list of them.
fn is_password(schema: SchemaId, schemas: &Schemas) -> bool {
    let shape = |schema| &schemas[schemas.target(schema).0].shape;
    let value = shape(schema);
    let item = if let Shape::Array(items) = value { shape(*items) } else { value };
    matches!(item, Shape::String(Some(format)) if format == "password")
}

/// Which side sets a property, if only one does, and whether it may be missing all the same.
pub(super) fn sides(property: &Property, direction: Direction) -> Docs {
    match (property.annotations.read_only, property.annotations.write_only) {
        _ if !property.is_described => Docs::sentence(match direction {
            Direction::Sent => "Required, but not described.",
            Direction::Received => "Required, but not described: it may be missing.",
            Direction::Both => "Required, but not described: it is always sent, and may be missing where it is received.",
        }),
        (true, false) => Docs::sentence("Read only: the server sets it."),
        (false, true) => Docs::sentence("Write only: the server does not return it."),
        _ => Docs::default(),
    }
}
