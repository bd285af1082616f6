//! `Union`: `oneOf` and `anyOf`, told apart while generating.

use super::docs::{self, Docs};
use super::name::{self, Name, Scope};
use super::structs::described;
use super::{Ty, Types};
use crate::api::{Api, Schema, SchemaId, Shape, Union as Alternatives, Values};
use crate::diagnostic::{Diagnostics, Problem};

/// `pub enum Shape { Circle(models::Circle), Unknown(..) }`.
#[derive(Clone, Debug, PartialEq)]
pub struct Union {
    /// Docs of the type.
    pub docs: Docs,
    /// The type.
    pub name: Name,
    /// Whether the type bears `#[deprecated]`.
    pub deprecated: bool,
    /// The listed shapes.
    pub variants: Vec<UnionVariant>,
    /// The variant for shapes that the description does not list.
    pub unknown: Name,
    /// How decoding chooses a variant.
    pub decoding: UnionDecoding,
}

/// A shape of a union.
#[derive(Clone, Debug, PartialEq)]
pub struct UnionVariant {
    /// Docs of the variant.
    pub docs: Docs,
    /// Name of the variant.
    pub name: Name,
    /// The payload.
    pub ty: Ty,
    /// Whether `From<ty>` is emitted, for a boxed payload from what is in the box: no other variant has the same payload, and
    /// it is not the union itself.
    pub convertible: bool,
}

/// How decoding chooses a variant.
#[derive(Clone, Debug, PartialEq)]
pub enum UnionDecoding {
    /// By the value of a property: a discriminator or a distinguishing `const`.
    Tag {
        /// Name of the property.
        wire_name: String,
        /// Its values, and the variants that they mean.
        arms: Vec<TagArm>,
    },
    /// By required keys and JSON type: the first test that holds decides.
    Shape(Vec<ShapeArm>),
}

/// `Some("circle" | "disc") => runtime::variant(json, Self::Circle)`.
#[derive(Clone, Debug, PartialEq)]
pub struct TagArm {
    /// The property's values; at least one.
    pub values: Vec<String>,
    /// The variant that they mean.
    pub variant: Name,
}

/// `if json.is_string() { return runtime::variant(json, Self::Text); }`.
#[derive(Clone, Debug, PartialEq)]
pub struct ShapeArm {
    /// What a value of the variant looks like.
    pub test: ShapeTest,
    /// The variant.
    pub variant: Name,
}

/// What a value of a variant looks like.
#[derive(Clone, Debug, PartialEq)]
pub enum ShapeTest {
    /// An object that has all these keys: `json.has_keys(&["a", "b"])`.
    Keys(Vec<String>),
    /// `json.is_object()`.
    Object,
    /// `json.is_array()`.
    Array,
    /// `json.is_string()`.
    String,
    /// A string that is one of these: `json.is_one_of(&["a", "b"])`.
    OneOf(Vec<String>),
    /// `json.is_integer()`.
    Integer,
    /// `json.is_number()`.
    Number,
    /// `json.is_boolean()`.
    Boolean,
}

/// Decides a union: its variants, and how decoding tells them apart.
pub fn plan(
    name: Name,
    docs: Docs,
    schema: &Schema,
    union: &Alternatives,
    api: &Api,
    types: &Types<'_>,
    diagnostics: &mut Diagnostics,
) -> Union {
    let mut scope = Scope::default();
    let variants: Vec<UnionVariant> =
        union.variants.iter().map(|id| variant(*id, &name, schema, api, types, &mut scope, diagnostics)).collect();
    let decoding = decoding(union, &variants, schema, api, diagnostics);
    let mut variants = variants;
    for index in 0..variants.len() {
        let ty = &variants[index].ty;
        let alone = variants.iter().filter(|other| other.ty == *ty).count() == 1;
        variants[index].convertible = alone && *ty != Ty::Json && *ty != Ty::Model(name.clone());
    }
    Union { docs, name, deprecated: schema.deprecated, variants, unknown: Name::literal("Unknown"), decoding }
}

fn variant(
    id: SchemaId,
    union: &Name,
    schema: &Schema,
    api: &Api,
    types: &Types<'_>,
    scope: &mut Scope,
    diagnostics: &mut Diagnostics,
) -> UnionVariant {
    let ty = types.with_null(id);
    let word = word(&ty);
    let docs = match &ty {
        Ty::Model(model) => Docs::sentence(format!("{}.", docs::code(model.as_str()))),
        _ => described(None, &api.schemas[id]).or_else(|| Docs::sentence(kind(&ty))),
    };
    let name = scope.claim(name::variant(without_prefix(&word, union)), &word, schema.at, diagnostics);
    UnionVariant { docs, name, ty, convertible: false }
}

/// A variant's name without that of its union, which stands before it wherever it is used: `Shape::Circle`, not
/// `Shape::ShapeCircle`.
fn without_prefix<'w>(word: &'w str, union: &Name) -> &'w str {
    let rest = word.strip_prefix(union.as_str());
    rest.filter(|rest| rest.starts_with(|first: char| first.is_ascii_uppercase())).unwrap_or(word)
}

/// What a variant is named after: its type.
fn word(ty: &Ty) -> String {
    match ty {
        Ty::Unit | Ty::Json => "Json".to_owned(),
        Ty::Bool => "Boolean".to_owned(),
        Ty::Integer(_) => "Integer".to_owned(),
        Ty::F32 | Ty::F64 => "Number".to_owned(),
        Ty::String => "String".to_owned(),
        Ty::JsonObject => "Object".to_owned(),
        Ty::Model(name) => name.to_string(),
        Ty::Vec(inner) => format!("{}List", word(inner)),
        Ty::Map(inner) => format!("{}Map", word(inner)),
        Ty::Option(inner) => format!("Optional{}", word(inner)),
        Ty::Box(inner) => word(inner),
        Ty::Bytes => "Bytes".to_owned(),
        // These stand in requests and responses only.
        Ty::Body | Ty::FilePart | Ty::MultipartForm | Ty::Event(_) | Ty::Local(_) | Ty::Choice(_) => "Other".to_owned(),
    }
}

/// What a value without a name of its own is.
fn kind(ty: &Ty) -> &'static str {
    match ty {
        Ty::Unit | Ty::Json => "Any JSON.",
        Ty::Bool => "`true` or `false`.",
        Ty::Integer(_) => "An integer.",
        Ty::F32 | Ty::F64 => "A number.",
        Ty::String => "A text.",
        Ty::Vec(_) => "A list.",
        Ty::JsonObject | Ty::Map(_) | Ty::Model(_) => "An object.",
        Ty::Option(inner) | Ty::Box(inner) => kind(inner),
        Ty::Bytes | Ty::Body | Ty::FilePart | Ty::MultipartForm => "Bytes.",
        // These stand in requests and responses only.
        Ty::Event(_) | Ty::Local(_) | Ty::Choice(_) => "Any JSON.",
    }
}

/// How decoding tells the variants apart: by a tag if there is one, else by what a value looks like.
fn decoding(
    union: &Alternatives,
    variants: &[UnionVariant],
    schema: &Schema,
    api: &Api,
    diagnostics: &mut Diagnostics,
) -> UnionDecoding {
    if let Some(tags) = &union.tags {
        return tagged(tags.property.clone(), tags.values.clone(), variants);
    }
    if let Some((property, values)) = constants(union, api) {
        return tagged(property, values, variants);
    }
    let tests: Vec<Option<ShapeTest>> = union.variants.iter().map(|id| test(*id, union, api)).collect();
    let mut arms: Vec<ShapeArm> = Vec::new();
    for (index, test) in tests.iter().enumerate() {
        if let Some(earlier) = tests[..index].iter().position(|earlier| earlier == test) {
            let problem = Problem::IndistinctVariants {
                first: variants[earlier].name.to_string(),
                second: variants[index].name.to_string(),
            };
            diagnostics.report(schema.at, problem);
        } else if let Some(test) = test {
            arms.push(ShapeArm { test: test.clone(), variant: variants[index].name.clone() });
        }
    }
    arms.sort_by_key(|arm| arm.test.breadth());
    UnionDecoding::Shape(arms)
}

fn tagged(wire_name: String, values: Vec<Vec<String>>, variants: &[UnionVariant]) -> UnionDecoding {
    let mut seen: Vec<String> = Vec::new();
    let mut arms = Vec::new();
    for (mut values, variant) in values.into_iter().zip(variants) {
        values.retain(|value| !seen.contains(value));
        seen.extend(values.clone());
        if !values.is_empty() {
            arms.push(TagArm { values, variant: variant.name.clone() });
        }
    }
    UnionDecoding::Tag { wire_name, arms }
}

/// A required property that has other fixed values in each variant, and those values.
fn constants(union: &Alternatives, api: &Api) -> Option<(String, Vec<Vec<String>>)> {
    let objects: Vec<_> = union.variants.iter().map(|id| api.schemas.object(*id)).collect::<Option<_>>()?;
    let candidates = objects.first()?.properties.iter().filter(|property| property.required);
    for candidate in candidates {
        let fixed = |object: &&crate::api::Object| {
            let property = object.property(&candidate.name).filter(|property| property.required)?;
            match &api.schemas[api.schemas.target(property.schema).0].shape {
                Shape::Enumeration(Values::Strings(values)) => Some(values.clone()),
                _ => None,
            }
        };
        let Some(values) = objects.iter().map(fixed).collect::<Option<Vec<Vec<String>>>>() else { continue };
        let mut all: Vec<&String> = values.iter().flatten().collect();
        let count = all.len();
        all.sort();
        all.dedup();
        if all.len() == count {
            return Some((candidate.name.clone(), values));
        }
    }
    None
}

/// What a value of one variant looks like, as far as it differs from the others; `None` where it can be anything.
fn test(id: SchemaId, union: &Alternatives, api: &Api) -> Option<ShapeTest> {
    let test = match &api.schemas[api.schemas.target(id).0].shape {
        Shape::Any | Shape::Reference(_) | Shape::Union(_) => return None,
        Shape::Boolean => ShapeTest::Boolean,
        Shape::Integer(_) | Shape::Enumeration(Values::Integers(_)) => ShapeTest::Integer,
        Shape::Number(_) => ShapeTest::Number,
        Shape::String(_) => ShapeTest::String,
        Shape::Enumeration(Values::Strings(values)) => ShapeTest::OneOf(values.clone()),
        Shape::Array(_) => ShapeTest::Array,
        Shape::Map(_) => ShapeTest::Object,
        Shape::Object(object) => {
            let others: Vec<_> =
                union.variants.iter().filter(|other| **other != id).filter_map(|other| api.schemas.object(*other)).collect();
            let own = object.properties.iter().filter(|property| property.required);
            let own = own.filter(|property| {
                !others.iter().all(|other| other.property(&property.name).is_some_and(|property| property.required))
            });
            let keys: Vec<String> = own.map(|property| property.name.clone()).collect();
            if keys.is_empty() || others.is_empty() { ShapeTest::Object } else { ShapeTest::Keys(keys) }
        }
    };
    Some(test)
}

impl ShapeTest {
    /// How much passes the test: narrow tests come first, and among keys those that ask for more.
    fn breadth(&self) -> (u8, usize) {
        match self {
            Self::OneOf(_) => (0, 0),
            Self::Keys(keys) => (1, usize::MAX - keys.len()),
            Self::Integer => (2, 0),
            Self::Boolean | Self::Number | Self::String | Self::Array | Self::Object => (3, 0),
        }
    }
}
