//! The names inside models: constants, fields and their setters, values of enumerations, alternatives of unions.

use std::collections::BTreeMap;
use std::fmt::Display;

use super::claim::{Candidates, Claim};
use super::recorded::{Recorded, RecordedScope};
use super::reserved::UNKNOWN;
use super::scope::Scope;
use super::{Name, spelling, value_names};
use crate::api::{Api, Object, Presence, Property, Schema, SchemaId, Schemas, Shape, TextFormat, Type, Union, Values, label};
use crate::diagnostic::Diagnostics;
use crate::record::{Key, Step};
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
    /// Those of an enumeration.
    Values {
        /// The variants for its values, in the description's order.
        values: Vec<Claim>,
        /// The variant for any other value.
        unknown: Name,
    },
    /// Those of a union.
    Alternatives {
        /// Those for its alternatives, in the description's order.
        alternatives: Vec<AlternativeNames>,
        /// The variant for any other value.
        unknown: Name,
    },
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
    pub(super) fn of(id: SchemaId, types: &Types, api: &Api, recorded: &Recorded<'_>, diagnostics: &mut Diagnostics) -> Self {
        let schemas = &api.schemas;
        let schema = &schemas[id];
        let Some((key, claim)) = types.get(&id) else { return Self::Alias };
        let own = claim.name.as_str();
        let members = recorded.members_of_model(key);
        let unknown = || {
            let name = members.inner(|key| key.then(Step::Own("unknown")));
            name.unwrap_or_else(|| Name::literal(UNKNOWN))
        };
        match &schema.shape {
            Shape::Object(object) => {
                let recorded = (&recorded.constants_of_model(key), &members);
                of_object(own, id, object, api, recorded, diagnostics)
            }
            Shape::Enumeration(Values::Strings(values)) => {
                Self::Values { values: of_values(own, schema, values, &members, diagnostics), unknown: unknown() }
            }
            Shape::Enumeration(Values::Integers(values)) => {
                Self::Values { values: of_values(own, schema, values, &members, diagnostics), unknown: unknown() }
            }
            Shape::Union(union) => {
                let alternatives = of_alternatives(own, id, union, types, schemas, &members, diagnostics);
                Self::Alternatives { alternatives, unknown: unknown() }
            }
            _ => Self::Alias,
        }
    }
}

fn of_object<'a>(
    own: &str,
    id: SchemaId,
    object: &'a Object,
    api: &Api,
    (recorded_constants, recorded_fields): (&RecordedScope<'a>, &RecordedScope<'a>),
    diagnostics: &mut Diagnostics,
) -> Parts {
    let (mut constants, mut fields) = (Scope::new(spelling::constant), Scope::new(spelling::field));
    constants.accept(own);
    fields.accept(own);
    let is_constant = |place: usize| api.is_constant(id, place);
    let explicit = |place: usize, property: &'a Property| {
        let recorded = if is_constant(place) { recorded_constants } else { recorded_fields };
        let given = recorded.given_inside(|key| key.then(Step::Property(&property.name)));
        given.or(property.annotations.rust_name.as_deref())
    };
    let explicit: Vec<Option<&str>> =
        object.properties.iter().enumerate().map(|(place, property)| explicit(place, property)).collect();
    let derived = || object.properties.iter().enumerate().filter(|(place, _)| explicit[*place].is_none());
    constants.prefer(derived().filter(|(place, _)| is_constant(*place)).map(|(_, one)| one.name.as_str()));
    fields.prefer(derived().filter(|(place, _)| !is_constant(*place)).map(|(_, one)| one.name.as_str()));
    let null = |(place, property): (usize, &Property)| format!("{} null", explicit[place].unwrap_or(&property.name));
    let nulls: Vec<String> = object.properties.iter().enumerate().map(null).collect();
    let (mut of_constants, mut of_fields) = (Vec::new(), Vec::new());
    let has_null_setter = |property| api.presence(id, property) == Presence::OptionalNullable;
    for (place, property) in object.properties.iter().enumerate() {
        let step = |key: &Key| key.then(Step::Property(&property.name));
        let candidates = Candidates::of(&property.name, property.at);
        let named = candidates.clone().or_explicit(explicit[place]);
        if is_constant(place) {
            of_constants.push(named.or_recorded(recorded_constants.inner(step)));
            continue;
        }
        of_fields.push(named.or_recorded(recorded_fields.inner(step)));
        if has_null_setter(property) {
            let recorded = recorded_fields.inner(|key| step(key).then(Step::Null));
            of_fields.push(candidates.derived_from(&nulls[place]).or_recorded(recorded));
        }
    }
    of_fields.extend(object.additional.map(|_| {
        let candidates = Candidates::of("additionalProperties", api.schemas[id].at).derived_from("additional");
        let key = |key: &Key| key.then(Step::Values);
        candidates.or_explicit(recorded_fields.given_inside(key)).or_recorded(recorded_fields.inner(key))
    }));
    let mut of_constants = constants.claim_all(of_constants, recorded_constants, diagnostics).into_iter();
    let mut of_fields = fields.claim_all(of_fields, recorded_fields, diagnostics).into_iter();
    let names = object.properties.iter().enumerate().map_while(|(place, property)| {
        if is_constant(place) {
            return of_constants.next().map(PropertyNames::Constant);
        }
        let field = of_fields.next()?;
        let null_setter = if has_null_setter(property) { of_fields.next() } else { None };
        Some(PropertyNames::Field(FieldNames { field, null_setter }))
    });
    Parts::Object { properties: names.collect(), additional: of_fields.next() }
}

fn of_values<V: Display>(
    own: &str,
    schema: &Schema,
    values: &[V],
    recorded: &RecordedScope<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Claim> {
    let mut scope = Scope::of_values(spelling::variant);
    scope.accept(own);
    let values: Vec<String> = values.iter().map(ToString::to_string).collect();
    let given = value_names::given(schema, &values, diagnostics);
    let derived: Vec<&str> = values.iter().map(|value| given.get(value.as_str()).copied().unwrap_or(value)).collect();
    scope.prefer(derived.iter().copied());
    let items = values.iter().zip(&derived).map(|(value, derived)| {
        let explicit = schema.labels.values.get(value).and_then(|label| label.annotations.rust_name.as_deref());
        let key = |key: &Key| key.then(Step::Value(value));
        let (explicit, recorded) = (recorded.given_inside(key).or(explicit), recorded.inner(key));
        Candidates::of(value, schema.at).or_explicit(explicit).or_recorded(recorded).derived_from(derived)
    });
    scope.claim_all(items.collect(), recorded, diagnostics)
}

fn of_alternatives(
    union_name: &str,
    id: SchemaId,
    union: &Union,
    types: &Types,
    schemas: &Schemas,
    recorded: &RecordedScope<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<AlternativeNames> {
    let mut scope = Scope::new(spelling::variant);
    let mut labels: BTreeMap<String, usize> = BTreeMap::new();
    scope.accept(union_name);
    let titles: Vec<&str> = union.variants.iter().filter_map(|alternative| share::title(*alternative, schemas)).collect();
    let mut alternatives: Vec<(String, String, Option<&str>)> = Vec::new();
    for alternative in &union.variants {
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
        let label = tuple.unwrap_or_else(|| label(&ty, types, schemas));
        let count = labels.entry(label.clone()).or_default();
        *count += 1;
        let label = if *count == 1 { label } else { format!("{label} {count}") };
        alternatives.push((label, word, explicit));
    }
    let items = alternatives.iter().map(|(label, word, explicit)| {
        let candidates = Candidates::of(word, schemas[id].at).derived_from(without_prefix(word, union_name));
        let key = |key: &Key| key.then(Step::Alternative(label));
        candidates.or_explicit(recorded.given_inside(key).or(*explicit)).or_recorded(recorded.inner(key))
    });
    let variants = scope.claim_all(items.collect(), recorded, diagnostics);
    alternatives.into_iter().zip(variants).map(|((label, ..), variant)| AlternativeNames { label, variant }).collect()
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
