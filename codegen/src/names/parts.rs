//! The names inside models: constants, fields and their setters, values of enumerations, alternatives of unions.

use std::collections::BTreeMap;
use std::fmt::Display;

use super::claim::{Candidates, Claim};
use super::scope::Scope;
use super::{spelling, value_names};
use crate::api::{Api, Object, Presence, Schema, SchemaId, Schemas, Shape, TextFormat, Type, Union, Values, label};
use crate::diagnostic::Diagnostics;
use crate::record::Key;
use crate::share;

/// The names inside a model.
#[derive(Clone, Debug, PartialEq)]
pub enum Parts {
    /// Those of an object.
    Object {
        /// One for each property, in the description's order.
        properties: Vec<PropertyNames>,
        /// The field of the properties that the description does not name.
        additional: Option<Claim>,
    },
    /// The variants for the values of an enumeration, in the description's order.
    Values(Vec<Claim>),
    /// Those for the alternatives of a union, in the description's order.
    Alternatives(Vec<AlternativeNames>),
    /// None: another name for a type has no parts.
    Alias,
}

/// The names of a property.
#[derive(Clone, Debug, PartialEq)]
pub enum PropertyNames {
    /// The constant of a property with only one value.
    Constant(Claim),
    /// Those of any other property.
    Field(FieldNames),
}

/// The names of a property that is a field.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldNames {
    /// The field and its setter.
    pub field: Claim,
    /// The setter that sends null, where the property is optional and may be null.
    pub null_setter: Option<Claim>,
}

/// The name of an alternative.
#[derive(Clone, Debug, PartialEq)]
pub struct AlternativeNames {
    /// What identifies it in a key: its component, else what sets its schema apart, else its JSON type; a second one is numbered.
    pub label: String,
    /// The variant.
    pub variant: Claim,
}

/// The names of types that are claimed already, with their keys.
type Types = BTreeMap<SchemaId, (Key, Claim)>;

impl Parts {
    /// The names inside the model of a schema; models have their names already.
    pub(super) fn of(id: SchemaId, types: &Types, api: &Api, diagnostics: &mut Diagnostics) -> Self {
        let schemas = &api.schemas;
        let schema = &schemas[id];
        let own = types.get(&id).map(|(_, claim)| claim.name.as_str()).unwrap_or_default();
        match &schema.shape {
            Shape::Object(object) => of_object(own, id, object, api, diagnostics),
            Shape::Enumeration(Values::Strings(values)) => Self::Values(of_values(own, schema, values, diagnostics)),
            Shape::Enumeration(Values::Integers(values)) => Self::Values(of_values(own, schema, values, diagnostics)),
            Shape::Union(union) => Self::Alternatives(of_alternatives(own, id, union, types, schemas, diagnostics)),
            _ => Self::Alias,
        }
    }
}

fn of_object(own: &str, id: SchemaId, object: &Object, api: &Api, diagnostics: &mut Diagnostics) -> Parts {
    let (mut constants, mut fields) = (Scope::new(spelling::constant), Scope::new(spelling::field));
    constants.accept(own);
    fields.accept(own);
    let is_constant = |place: usize| api.is_constant(id, place);
    let derived = || object.properties.iter().enumerate().filter(|(_, one)| one.annotations.rust_name.is_none());
    constants.prefer(derived().filter(|(place, _)| is_constant(*place)).map(|(_, one)| one.name.as_str()));
    fields.prefer(derived().filter(|(place, _)| !is_constant(*place)).map(|(_, one)| one.name.as_str()));
    let properties = object.properties.iter().enumerate().map(|(place, property)| {
        let explicit = property.annotations.rust_name.as_deref();
        let candidates = Candidates::of(&property.name, property.at);
        if is_constant(place) {
            return PropertyNames::Constant(constants.claim(candidates.or_explicit(explicit), diagnostics));
        }
        let field = fields.claim(candidates.clone().or_explicit(explicit), diagnostics);
        let has_null_setter = api.presence(id, property) == Presence::OptionalNullable;
        let null_setter = has_null_setter.then(|| {
            let null = format!("{} null", explicit.unwrap_or(&property.name));
            fields.claim(candidates.derived_from(&null), diagnostics)
        });
        PropertyNames::Field(FieldNames { field, null_setter })
    });
    let properties = properties.collect();
    let additional = object.additional.map(|_| {
        let candidates = Candidates::of("additionalProperties", api.schemas[id].at).derived_from("additional");
        fields.claim(candidates, diagnostics)
    });
    Parts::Object { properties, additional }
}

fn of_values<V: Display>(own: &str, schema: &Schema, values: &[V], diagnostics: &mut Diagnostics) -> Vec<Claim> {
    let mut scope = Scope::of_values(spelling::variant);
    scope.accept(own);
    let values: Vec<String> = values.iter().map(ToString::to_string).collect();
    let given = value_names::given(schema, &values, diagnostics);
    let derived: Vec<&str> = values.iter().map(|value| given.get(value.as_str()).copied().unwrap_or(value)).collect();
    scope.prefer(derived.iter().copied());
    let variant = |(value, derived): (&String, &&str)| {
        let explicit = schema.labels.values.get(value).and_then(|label| label.annotations.rust_name.as_deref());
        let candidates = Candidates::of(value, schema.at).or_explicit(explicit);
        scope.claim(candidates.derived_from(derived), diagnostics)
    };
    values.iter().zip(&derived).map(variant).collect()
}

fn of_alternatives(
    union_name: &str,
    id: SchemaId,
    union: &Union,
    types: &Types,
    schemas: &Schemas,
    diagnostics: &mut Diagnostics,
) -> Vec<AlternativeNames> {
    let mut scope = Scope::new(spelling::variant);
    let mut labels: BTreeMap<String, usize> = BTreeMap::new();
    scope.accept(union_name);
    let titles: Vec<&str> = union.variants.iter().filter_map(|alternative| share::title(*alternative, schemas)).collect();
    let alternative = |alternative: &SchemaId| {
        let ty = schemas.type_of(*alternative, &mut Vec::new()).0;
        let target = schemas.target(*alternative).0;
        let tuple = tuple_name(target, types, schemas);
        let named = types.get(&target).map(|(_, claim)| claim.name.to_string());
        let title =
            share::title(*alternative, schemas).filter(|title| titles.iter().filter(|other| *other == title).count() == 1);
        let own = named.clone().or_else(|| title.map(str::to_owned)).or_else(|| tuple.clone());
        let word = own.unwrap_or_else(|| word(&ty, types));
        named.iter().for_each(|name| scope.accept(name));
        // The name of a model is that of its type.
        let explicit = schemas[*alternative].annotations.rust_name.as_deref().filter(|_| !types.contains_key(&target));
        let candidates =
            Candidates::of(&word, schemas[id].at).derived_from(without_prefix(&word, union_name)).or_explicit(explicit);
        let label = tuple.unwrap_or_else(|| label(&ty, types, schemas));
        let count = labels.entry(label.clone()).or_default();
        *count += 1;
        let label = if *count == 1 { label } else { format!("{label} {count}") };
        AlternativeNames { label, variant: scope.claim(candidates, diagnostics) }
    };
    union.variants.iter().map(alternative).collect()
}

/// What a tuple is named after, which says more than the types of its items: its own name, or else a value that it always has.
fn tuple_name(id: SchemaId, types: &Types, schemas: &Schemas) -> Option<String> {
    let Shape::Tuple(tuple) = &schemas[id].shape else { return None };
    let own = types.get(&id).map(|(_, claim)| claim.name.to_string());
    own.or_else(|| label::constant_item(tuple, schemas))
}

/// What identifies an alternative in a key.
fn label(ty: &Type, types: &Types, schemas: &Schemas) -> String {
    let label = match ty {
        Type::Any => "any",
        Type::Boolean => "boolean",
        Type::Integer(_) => "integer",
        Type::Number(_) => "number",
        Type::IntOrString => "int-or-string",
        Type::Text(None) => "string",
        Type::Text(Some(TextFormat::DateTime)) => "date-time",
        Type::Text(Some(TextFormat::Date)) => "date",
        Type::Text(Some(TextFormat::Uuid)) => "uuid",
        Type::Text(Some(TextFormat::Byte)) => "byte",
        Type::Text(Some(TextFormat::HttpDate)) => "http-date",
        Type::Text(Some(TextFormat::Integer(_))) => "integer-text",
        Type::Numeric(_) => "numeric",
        Type::AnyObject => "object",
        Type::Model(id) => {
            let last_word = || types.get(id).map(|(key, _)| key.last_word());
            return schemas[*id].component.clone().or_else(last_word).unwrap_or_default();
        }
        Type::List(inner) => return format!("[{}]", self::label(inner, types, schemas)),
        Type::Tuple(items, rest) => {
            let items = items.iter().map(|item| self::label(item, types, schemas));
            let rest = rest.as_ref().map(|rest| format!("{}..", self::label(rest, types, schemas)));
            return format!("[{}]", items.chain(rest).collect::<Vec<_>>().join(","));
        }
        Type::Map(inner) => return format!("{{{}}}", self::label(inner, types, schemas)),
        Type::Nullable(inner) => return format!("{}?", self::label(inner, types, schemas)),
    };
    label.to_owned()
}

/// A variant's name without that of its union, which precedes it wherever it is used: `Shape::Circle`, not `Shape::ShapeCircle`.
fn without_prefix<'w>(word: &'w str, union: &str) -> &'w str {
    let rest = word.strip_prefix(union);
    rest.filter(|rest| rest.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit())).unwrap_or(word)
}

/// What an alternative is named after: its type.
fn word(ty: &Type, types: &Types) -> String {
    let word = match ty {
        Type::Any => "Json",
        Type::Boolean => "Boolean",
        Type::Integer(_) => "Integer",
        Type::Number(_) => "Number",
        Type::IntOrString => "IntOrString",
        Type::Text(None) => "String",
        Type::Text(Some(TextFormat::DateTime)) => "DateTime",
        Type::Text(Some(TextFormat::Date)) => "Date",
        Type::Text(Some(TextFormat::Uuid)) => "Uuid",
        Type::Text(Some(TextFormat::Byte)) => "Bytes",
        Type::Text(Some(TextFormat::HttpDate)) => "HttpDate",
        Type::Text(Some(TextFormat::Integer(_))) => "IntegerText",
        Type::Numeric(_) => "Numeric",
        Type::AnyObject => "Object",
        Type::Model(id) => types.get(id).map_or("Json", |(_, claim)| claim.name.as_str()),
        Type::List(inner) => return format!("{}List", self::word(inner, types)),
        Type::Tuple(items, _) => {
            let words: String = items.iter().map(|item| self::word(item, types)).collect();
            return format!("{words}Tuple");
        }
        Type::Map(inner) => return format!("{}Map", self::word(inner, types)),
        Type::Nullable(inner) => return format!("Optional{}", self::word(inner, types)),
    };
    word.to_owned()
}
