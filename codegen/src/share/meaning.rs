//! `Meaning`: what makes two schemas the same model, apart from the schemas inside them.

use crate::api::{
    Api, Constraint, ConstraintKind, Float, Integer, Object, Presence, Scalar, Schema, SchemaId, Shape, Union, Values,
};
use crate::document::ValueLabel;

/// What makes two schemas the same model, apart from the schemas inside them. What only describes them is left out; the order of
/// properties is not, for it is that of the constructor's arguments.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Meaning<'a> {
    /// The schema itself, if it has a name in the description: no other is the same model. Or the first of those that stay one model.
    own: Option<SchemaId>,
    /// The name of the place, if it is a model.
    local: Option<&'a str>,
    extends: Option<&'a str>,
    /// The values by which discriminators identify it, by their properties.
    tags: Vec<(&'a str, &'a [Scalar])>,
    /// The names that the description gives to single values.
    values: Vec<(&'a str, &'a str)>,
    constraints: Vec<String>,
    form: Form<'a>,
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Form<'a> {
    Any,
    Null,
    Boolean,
    Integer(Integer),
    Number(Float),
    Numeric,
    Text(Option<&'a str>),
    IntOrString,
    Texts(&'a [String]),
    Integers(&'a [i64]),
    List,
    Tuple { items: usize, has_rest: bool },
    Map,
    Object { properties: Vec<Property<'a>>, has_additional: bool, is_closed: bool },
    Union { any_of: bool, has_combined: bool, tags: Option<Tags<'a>> },
}

/// The property of a discriminator, its values for each alternative, and the alternative of any other value.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Tags<'a>(&'a str, &'a [Vec<Scalar>], Option<usize>);

#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Property<'a> {
    name: &'a str,
    explicit: Option<&'a str>,
    required: bool,
    is_described: bool,
    read_only: bool,
    write_only: bool,
    /// Unless it is a constant. It depends on the directions in which the object travels: one model never has two types.
    presence: Option<Presence>,
}

impl<'a> Meaning<'a> {
    /// The meaning of a schema that has a name of its own.
    pub(super) fn named(id: SchemaId, api: &'a Api) -> Self {
        Self { own: Some(id), ..Self::of(id, api, None, false) }
    }

    /// The meaning of a schema that stays one model with others, by the first of them.
    pub(super) fn kept(first: SchemaId) -> Self {
        let (tags, values, constraints) = (Vec::new(), Vec::new(), Vec::new());
        Self { own: Some(first), local: None, extends: None, tags, values, constraints, form: Form::Any }
    }

    /// The meaning of any other schema, with the name of its place if it is a model.
    pub(super) fn of(id: SchemaId, api: &'a Api, local: Option<&'a str>, has_constraints: bool) -> Self {
        let schemas = &api.schemas;
        let schema = &schemas[id];
        let is_meant = |constraint: &&Constraint| has_constraints || matches!(constraint.kind, ConstraintKind::Enum(_));
        let mut constraints: Vec<String> = schema.constraints.iter().filter(is_meant).map(constraint).collect();
        constraints.sort();
        let tags = schemas.tagged_properties(id).map(|property| (property, schemas.tag(id, property).unwrap_or_default()));
        Self {
            own: None,
            local,
            extends: schema.extends.as_deref(),
            tags: tags.collect(),
            values: value_names(schema),
            constraints,
            form: Form::of(id, api),
        }
    }
}

impl<'a> Form<'a> {
    fn of(id: SchemaId, api: &'a Api) -> Self {
        match &api.schemas[id].shape {
            Shape::Any | Shape::Reference(_) => Self::Any,
            Shape::Null => Self::Null,
            Shape::Boolean => Self::Boolean,
            Shape::Integer(integer) => Self::Integer(*integer),
            Shape::Number(float) => Self::Number(*float),
            Shape::Numeric(_) => Self::Numeric,
            Shape::String(format) => Self::Text(format.as_deref()),
            Shape::IntOrString => Self::IntOrString,
            Shape::Enumeration(Values::Strings(values)) => Self::Texts(values),
            Shape::Enumeration(Values::Integers(values)) => Self::Integers(values),
            Shape::Array(_) => Self::List,
            Shape::Tuple(tuple) => Self::Tuple { items: tuple.items.len(), has_rest: tuple.rest.is_some() },
            Shape::Map(_) => Self::Map,
            Shape::Object(object) => Self::of_object(id, object, api),
            Shape::Union(Union { any_of, has_combined, tags, .. }) => {
                let tags = tags.as_ref().map(|tags| Tags(&tags.property, &tags.values, tags.default));
                Self::Union { any_of: *any_of, has_combined: *has_combined, tags }
            }
        }
    }

    fn of_object(id: SchemaId, object: &'a Object, api: &Api) -> Self {
        let is_constant = |place| api.constants.contains_key(&(id, place));
        let properties = object.properties.iter().enumerate().map(|(place, property)| Property {
            name: &property.name,
            explicit: property.annotations.rust_name.as_deref(),
            required: property.required,
            is_described: property.is_described,
            read_only: property.annotations.read_only,
            write_only: property.annotations.write_only,
            presence: (!is_constant(place)).then(|| api.presence(id, property)),
        });
        Self::Object {
            properties: properties.collect(),
            has_additional: object.additional.is_some(),
            is_closed: object.is_closed,
        }
    }
}

fn value_names(schema: &Schema) -> Vec<(&str, &str)> {
    schema.labels.values.iter().filter_map(|(value, label)| Some((value.as_str(), name(label)?))).collect()
}

fn name(label: &ValueLabel) -> Option<&str> {
    label.annotations.rust_name.as_deref().or(label.name.as_deref())
}

fn constraint(constraint: &Constraint) -> String {
    match &constraint.kind {
        ConstraintKind::Enum(values) => format!("{:?}", values.iter().map(|value| &value.value).collect::<Vec<_>>()),
        kind => format!("{kind:?}"),
    }
}
