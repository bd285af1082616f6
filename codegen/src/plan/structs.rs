//! `Struct`: an object with known properties.

use super::constraint;
use super::{Argument, Constraints, Constructor, Context, Docs, Preset, Ty};
use crate::api::{Object, Property, Schema, SchemaId, Schemas, Shape};
use crate::names::{Claim, FieldNames, Name};

/// `pub struct Pet { pub name: String, .. }`.
#[derive(Clone, Debug, PartialEq)]
pub struct Struct {
    /// Docs of the type.
    pub docs: Docs,
    /// The type.
    pub name: Name,
    /// Whether the type bears `#[deprecated]`.
    pub deprecated: bool,
    /// The properties in the description's order.
    pub fields: Vec<Field>,
    /// The field that takes properties the description does not name, if it types them.
    pub additional: Option<Additional>,
    /// How `new` takes the required fields.
    pub constructor: Constructor,
    /// Whether a box that ends a chain of types holds it: then reading it is compiled with the client and not with what calls it,
    /// so that the chain ends there for the compiler as well.
    pub ends_chain: bool,
}

/// One property as a field.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Docs of the field.
    pub docs: Docs,
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
    /// How absence and null show in the field's type.
    pub presence: Presence,
    /// Whether its value is not printed.
    pub is_secret: bool,
    /// The value that `new` gives a required field by itself, if it has only one.
    pub preset: Option<Preset>,
    /// How `new` and the setter take a value.
    pub argument: Argument,
    /// Whether the field and its setter bear `#[deprecated]`.
    pub deprecated: bool,
}

/// How absence and null show in a field's type; `T` is [`Field::ty`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// `T`.
    Required,
    /// `Option<T>`, but `new` takes `T`: it is always sent and never received.
    WriteOnly,
    /// `Option<T>`, `None` is null; the property is always there.
    Nullable,
    /// `Option<T>`, `None` is absent.
    Optional,
    /// `Option<Option<T>>`: `None` is absent, `Some(None)` is null.
    OptionalNullable,
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
}

/// Decides a struct, whose fields have these names.
pub(super) fn plan(
    id: SchemaId,
    docs: Docs,
    object: &Object,
    (names, additional): (&[FieldNames], Option<&Claim>),
    context: &Context<'_>,
) -> Struct {
    let Context { api, types, boxes, .. } = context;
    let properties = object.properties.iter().zip(names).enumerate();
    let fields: Vec<Field> = properties.map(|(place, (property, names))| field((id, place), property, names, context)).collect();
    let additional = object.additional.zip(additional).map(|(values, claim)| Additional {
        docs: Docs::sentence("Properties that the description types but does not name."),
        name: claim.name.clone(),
        ty: boxes.around(id, fields.len(), types.with_null(values)),
        constraints: types.constraints(values),
    });
    Struct {
        docs,
        name: context.names.models[&id].claim.name.clone(),
        deprecated: api.schemas[id].annotations.deprecated,
        constructor: Constructor::of(id, &fields, context),
        fields,
        additional,
        ends_chain: boxes.ends_chain(id),
    }
}

/// Decides the field of a property, at a place of an object.
fn field(at: (SchemaId, usize), property: &Property, names: &FieldNames, context: &Context<'_>) -> Field {
    let Context { api, types, boxes, .. } = context;
    let schemas = &api.schemas;
    let (plain, nullable) = types.of(property.schema);
    let preset = api.only_values.get(&at).and_then(|value| Preset::of(value, &plain, context));
    let ty = boxes.around(at.0, at.1, plain);
    let docs = described(property.annotations.description.as_deref(), &schemas[property.schema])
        .then(sides(property))
        .then(Docs::sentence(format!("Property: {}.", super::docs::code(&property.name))));
    Field {
        docs,
        name: names.field.name.clone(),
        null_setter: names.null_setter.as_ref().map(|claim| claim.name.clone()),
        wire_name: property.name.clone(),
        preset,
        argument: ty.argument(),
        ty,
        constraints: types.constraints(property.schema),
        presence: presence(property, nullable),
        is_secret: schemas.is_write_only(property) || is_password(property.schema, schemas),
        deprecated: property.annotations.deprecated,
    }
}

/// How absence and null of a property show in Rust: what only the server sets is never the caller's to give, and what only the
/// caller sets is never read.
pub(super) fn presence(property: &Property, nullable: bool) -> Presence {
    match (property.is_always_sent(), nullable) {
        (true, false) if property.annotations.write_only => Presence::WriteOnly,
        (true, false) => Presence::Required,
        (true, true) => Presence::Nullable,
        (false, false) => Presence::Optional,
        (false, true) => Presence::OptionalNullable,
    }
}

/// Whether a value is a password, or a list of them.
fn is_password(schema: SchemaId, schemas: &Schemas) -> bool {
    let shape = |schema| &schemas[schemas.target(schema).0].shape;
    let value = shape(schema);
    let item = if let Shape::Array(items) = value { shape(*items) } else { value };
    matches!(item, Shape::String(Some(format)) if format == "password")
}

/// Which side sets a property, if only one does.
fn sides(property: &Property) -> Docs {
    match (property.annotations.read_only, property.annotations.write_only) {
        (true, false) => Docs::sentence("Read only: the server sets it."),
        (false, true) => Docs::sentence("Write only: the server does not return it."),
        _ => Docs::default(),
    }
}

/// What is said at a value's place, or else of its schema, and what bounds the value. A model that has a name says it itself.
pub fn described(description: Option<&str>, schema: &Schema) -> Docs {
    let own = description.map(Docs::text).unwrap_or_default();
    if schema.component.is_some() && matches!(schema.shape, Shape::Object(_) | Shape::Enumeration(_) | Shape::Union(_)) {
        return own;
    }
    own.or_else(|| excerpt(schema)).then(constraint::docs::of(schema))
}

/// What is said of a schema, where it is said once for each of its uses: of a long text the beginning.
fn excerpt(schema: &Schema) -> Docs {
    const LONGEST: usize = 4_000;
    let end = |text: &str| text.char_indices().nth(LONGEST).map(|(end, _)| end);
    match schema.description().and_then(|text| Some(&text[..end(text)?])) {
        Some(beginning) => Docs::text(&format!("{beginning}…")),
        None => words(schema),
    }
}

/// What is said of a model.
pub fn described_whole(schema: &Schema) -> Docs {
    words(schema).then(constraint::docs::of(schema))
}

fn words(schema: &Schema) -> Docs {
    schema.description().map(Docs::text).unwrap_or_default()
}

impl Field {
    /// Whether `new` takes it.
    pub fn is_argument(&self) -> bool {
        self.is_required() && self.preset.is_none()
    }

    /// Whether it is always sent.
    pub fn is_required(&self) -> bool {
        matches!(self.presence, Presence::Required | Presence::WriteOnly | Presence::Nullable)
    }
}
