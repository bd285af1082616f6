//! `Meaning`: what makes two schemas the same model, apart from the schemas inside them.

use std::collections::BTreeSet;

use crate::api::{
    Api, Constraint, ConstraintKind, Float, Integer, Object, Presence, Scalar, Schema, SchemaId, Schemas, Shape, Union, Values,
};
use crate::document::ValueLabel;

/// What makes two schemas the same model, apart from the schemas inside them. What only describes them is left out, and so is
/// the order of listed values; that of properties is not, for it is that of the constructor's arguments.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Meaning<'a> {
    /// The schema itself, if it has a name in the description: no other is the same model. Or the first of those that stay one model.
    own: Option<SchemaId>,
    /// The name of the place, if it is a model.
    local: Option<&'a str>,
    extends: Option<&'a str>,
    /// The values by which discriminators identify it, by their properties.
    tags: Vec<(&'a str, BTreeSet<&'a Scalar>)>,
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
    Texts(BTreeSet<&'a str>),
    Integers(BTreeSet<i64>),
    List,
    Tuple { items: usize, has_rest: bool },
    Map,
    Object { properties: Vec<Property<'a>>, has_additional: bool, is_closed: bool },
    Union { any_of: bool, has_combined: bool, tags: Option<Tags<'a>> },
}

/// The property of a discriminator, its values for each alternative, and the alternative of any other value.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Tags<'a>(&'a str, Vec<BTreeSet<&'a Scalar>>, Option<usize>);

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

/// What the meanings of the schemas of an API depend on.
pub(super) struct Meanings<'a> {
    api: &'a Api,
    /// Whether constraints are checked, so that they make a difference.
    has_constraints: bool,
    /// The alternatives of unions.
    alternatives: BTreeSet<SchemaId>,
}

impl<'a> Meanings<'a> {
    /// Those of the schemas of an API.
    pub(super) fn new(api: &'a Api, has_constraints: bool) -> Self {
        Self { api, has_constraints, alternatives: alternatives(&api.schemas) }
    }

    /// The meaning of a schema that has a name of its own.
    pub(super) fn named(&self, id: SchemaId) -> Meaning<'a> {
        Meaning { own: Some(id), ..self.of(id, None) }
    }

    /// The meaning of a schema that stays one model with others, by the first of them.
    pub(super) fn kept(first: SchemaId) -> Meaning<'a> {
        let (tags, values, constraints) = (Vec::new(), Vec::new(), Vec::new());
        Meaning { own: Some(first), local: None, extends: None, tags, values, constraints, form: Form::Any }
    }

    /// The meaning of any other schema, with the name of its place if it is a model.
    pub(super) fn of(&self, id: SchemaId, local: Option<&'a str>) -> Meaning<'a> {
        let schemas = &self.api.schemas;
        let schema = &schemas[id];
        let is_meant = |constraint: &&Constraint| self.has_constraints || matches!(constraint.kind, ConstraintKind::Enum(_));
        let mut constraints: Vec<String> = schema.constraints.iter().filter(is_meant).map(constraint).collect();
        constraints.sort();
        let tag = |property| schemas.tag(id, property).into_iter().flatten().collect();
        let tags = schemas.tagged_properties(id).map(|property| (property, tag(property)));
        Meaning {
            own: None,
            local,
            extends: schema.extends.as_deref(),
            tags: tags.collect(),
            values: value_names(schema),
            constraints,
            form: self.form(id),
        }
    }

    fn form(&self, id: SchemaId) -> Form<'a> {
        match &self.api.schemas[id].shape {
            Shape::Any | Shape::Reference(_) => Form::Any,
            Shape::Null => Form::Null,
            Shape::Boolean => Form::Boolean,
            Shape::Integer(integer) => Form::Integer(*integer),
            Shape::Number(float) => Form::Number(*float),
            Shape::Numeric(_) => Form::Numeric,
            Shape::String(format) => Form::Text(format.as_deref()),
            Shape::IntOrString => Form::IntOrString,
            Shape::Enumeration(Values::Strings(values)) => Form::Texts(values.iter().map(String::as_str).collect()),
            Shape::Enumeration(Values::Integers(values)) => Form::Integers(values.iter().copied().collect()),
            Shape::Array(_) => Form::List,
            Shape::Tuple(tuple) => Form::Tuple { items: tuple.items.len(), has_rest: tuple.rest.is_some() },
            Shape::Map(_) => Form::Map,
            Shape::Object(object) => self.object(id, object),
            Shape::Union(Union { any_of, has_combined, tags, .. }) => {
                let tags = tags.as_ref().map(|tags| {
                    let values = tags.values.iter().map(|values| values.iter().collect()).collect();
                    Tags(&tags.property, values, tags.default)
                });
                Form::Union { any_of: *any_of, has_combined: *has_combined, tags }
            }
        }
    }

    fn object(&self, id: SchemaId, object: &'a Object) -> Form<'a> {
        let api = self.api;
        let properties = object.properties.iter().enumerate().map(|(place, property)| Property {
            name: &property.name,
            explicit: property.annotations.rust_name.as_deref(),
            required: property.required,
            is_described: property.is_described,
            read_only: property.annotations.read_only,
            write_only: property.annotations.write_only,
            presence: (!api.is_constant(id, place)).then(|| api.presence(id, property)),
        });
        Form::Object {
            properties: properties.collect(),
            has_additional: object.additional.is_some(),
            // The struct is the same, but unions choose by it.
            is_closed: object.is_closed && self.alternatives.contains(&id),
        }
    }
}

/// The schemas that are alternatives of a union.
fn alternatives(schemas: &Schemas) -> BTreeSet<SchemaId> {
    let of = |id| match &schemas[id].shape {
        Shape::Union(union) => union.variants.clone(),
        _ => Vec::new(),
    };
    schemas.ids().flat_map(of).map(|id| schemas.target(id).0).collect()
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
