//! Schemas as types: what Rust type a value has, and what the docs say of its bounds.

use serde_yaml::Value;

use super::Description;
use super::object::{entries, text};

/// The Rust type of a value.
pub(crate) struct Type {
    /// The type of a value that is not null.
    pub(crate) name: String,
    /// Whether a value may be null.
    pub(crate) nullable: bool,
    /// Whether it is an enum of alternatives.
    is_union: bool,
}

impl Type {
    /// The type of a value, null included.
    pub(crate) fn with_null(&self) -> String {
        if self.nullable { format!("Option<{}>", self.name) } else { self.name.clone() }
    }

    /// The type that an argument or setter takes.
    pub(crate) fn argument(&self) -> String {
        let into = self.is_union
            || ["String", "runtime::", "Box<", "chrono::DateTime<"].iter().any(|start| self.name.starts_with(start));
        if into { format!("impl Into<{}>", self.name) } else { self.name.clone() }
    }
}

/// What a schema describes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Kind {
    /// An object with properties: a struct.
    Structure,
    /// Listed values: an open enum.
    Values,
    /// Alternatives: an enum.
    Union,
    /// Anything that needs no Rust type.
    Plain,
}

/// What a schema describes that is no reference.
pub(crate) fn kind(schema: &Value) -> Kind {
    if part(schema).is_some() || schema.get("$ref").is_some() {
        Kind::Plain
    } else if is_listed(schema) {
        Kind::Values
    } else if schema.get("properties").is_some() || schema.get("allOf").is_some() {
        Kind::Structure
    } else if alternatives(schema).is_some() || json_types(schema).0.len() > 1 {
        Kind::Union
    } else {
        Kind::Plain
    }
}

/// Whether a schema lists texts or integers.
fn is_listed(schema: &Value) -> bool {
    let values = values(schema);
    !values.is_empty() && (values.iter().all(|value| value.is_string()) || values.iter().all(|value| value.is_i64()))
}

/// The values that a schema lists, but for null.
pub(crate) fn values(schema: &Value) -> Vec<&Value> {
    let listed = schema.get("enum").and_then(Value::as_sequence).into_iter().flatten();
    listed.chain(schema.get("const")).filter(|value| !value.is_null()).collect()
}

/// The alternatives of a schema, null among them, and the key that they have.
pub(crate) fn alternatives(schema: &Value) -> Option<(&'static str, &[Value])> {
    let of = |key: &'static str| Some((key, schema.get(key)?.as_sequence()?.as_slice()));
    of("oneOf").or_else(|| of("anyOf"))
}

/// The schema that another one is the same as: its only alternative beside null, or its only part.
pub(crate) fn part(schema: &Value) -> Option<&Value> {
    let parts: Vec<&Value> = match (alternatives(schema), schema.get("allOf").and_then(Value::as_sequence)) {
        (Some((_, alternatives)), None) => alternatives.iter().filter(|alternative| !is_null(alternative)).collect(),
        (None, Some(parts)) => parts.iter().collect(),
        _ => return None,
    };
    if let ([part], None) = (parts.as_slice(), schema.get("properties")) { Some(part) } else { None }
}

/// Whether a schema allows nothing but null.
pub(crate) fn is_null(schema: &Value) -> bool {
    schema.get("type").is_some_and(|ty| ty == "null") || schema.get("const").is_some_and(Value::is_null)
}

impl<'d> Description<'d> {
    /// The schema at the end of references and of schemas with a single part, and whether one of them allows null.
    pub(crate) fn peel(&self, schema: &'d Value) -> (&'d Value, bool) {
        let (mut schema, mut nullable) = (schema, false);
        // The limit ends circular references.
        for _ in 0..100 {
            nullable |= json_types(schema).1 || alternatives(schema).is_some_and(|(_, inner)| inner.iter().any(is_null));
            schema = match schema.get("$ref") {
                Some(reference) => self.follow(text(reference)).map_or(&Value::Null, |(target, _)| target),
                None => match part(schema) {
                    Some(part) => part,
                    None => break,
                },
            };
        }
        (schema, nullable)
    }

    /// The type of the values of a schema.
    pub(crate) fn type_of(&self, schema: &'d Value) -> Type {
        let (schema, nullable) = self.peel(schema);
        if let Some(place) = self.place(schema) {
            let is_union = kind(schema) == Kind::Union;
            return Type { name: format!("models::{}", place.rust), nullable, is_union };
        }
        let name = match json_types(schema).0.as_slice() {
            [] if is_open(schema) => "runtime::Value",
            ["boolean"] => "bool",
            ["integer"] => integer(schema),
            ["number"] if schema.get("format").is_some_and(|format| format == "float") => "f32",
            ["number"] => "f64",
            ["string"] => type_of_text(schema),
            ["object"] => return Type { name: self.map(schema), nullable, is_union: false },
            ["array"] => {
                let item = schema.get("items").map_or("runtime::Value".to_owned(), |items| self.type_of(items).with_null());
                return Type { name: format!("Vec<{item}>"), nullable, is_union: false };
            }
            _ => "a type that the reader does not know",
        };
        Type { name: name.to_owned(), nullable: nullable && name != "runtime::Value", is_union: false }
    }

    /// The type of a field of a model: what leads back to the model is boxed.
    pub(crate) fn type_of_field(&self, owner: &'d Value, schema: &'d Value) -> Type {
        let ty = self.type_of(schema);
        let is_circle = self.leads_to(self.peel(schema).0, owner, &mut Vec::new());
        if is_circle { Type { name: format!("Box<{}>", ty.name), ..ty } } else { ty }
    }

    /// Whether a model holds another, however deep, other than in a list or a map.
    fn leads_to(&self, from: &'d Value, to: &'d Value, seen: &mut Vec<*const Value>) -> bool {
        if self.place(from).is_none() || seen.contains(&std::ptr::from_ref(from)) {
            return false;
        }
        seen.push(from);
        let properties = from.get("properties").map(entries).unwrap_or_default().into_iter().map(|(_, inner)| inner);
        let inner = properties.chain(alternatives(from).map_or(&[][..], |(_, inner)| inner));
        std::ptr::eq(from, to) || { inner }.any(|inner| self.leads_to(self.peel(inner).0, to, seen))
    }

    /// Whether a schema refers to a named one that becomes a Rust type.
    pub(crate) fn is_model(&self, schema: &'d Value) -> bool {
        schema.get("$ref").is_some() && self.place(self.peel(schema).0).is_some()
    }

    fn map(&self, schema: &'d Value) -> String {
        match schema.get("additionalProperties") {
            None | Some(Value::Bool(_)) => "runtime::JsonObject".to_owned(),
            Some(values) => format!("std::collections::BTreeMap<String,{}>", self.type_of(values).with_null()),
        }
    }
}

/// Whether a schema leaves open what a value is.
pub(crate) fn is_open(schema: &Value) -> bool {
    let mut keys = entries(schema).into_iter().map(|(key, _)| key);
    match schema {
        Value::Bool(true) | Value::Null => true,
        _ => schema.is_mapping() && keys.all(|key| ["title", "description", "nullable", "deprecated", "default"].contains(&key)),
    }
}

/// The JSON types of a schema but null, and whether null is among them.
pub(crate) fn json_types(schema: &Value) -> (Vec<&str>, bool) {
    let mut words: Vec<&str> = match schema.get("type") {
        Some(Value::Sequence(words)) => words.iter().map(text).collect(),
        word => word.map(text).into_iter().collect(),
    };
    let is_listed = schema.get("enum").and_then(Value::as_sequence).is_some_and(|values| values.contains(&Value::Null));
    let is_nullable = ["nullable", "x-nullable"].iter().any(|key| schema.get(*key) == Some(&Value::Bool(true)));
    let nullable = words.contains(&"null") || is_listed || is_nullable;
    words.retain(|word| *word != "null");
    (words, nullable)
}

fn integer(schema: &Value) -> &'static str {
    match schema.get("format").map(text) {
        Some("int8") => "i8",
        Some("int16") => "i16",
        Some("int32") => "i32",
        Some("uint8") => "u8",
        Some("uint16") => "u16",
        Some("uint32") => "u32",
        Some("uint64") => "u64",
        _ => "i64",
    }
}

/// The type of a text, by its format.
pub(crate) fn type_of_text(schema: &Value) -> &'static str {
    match schema.get("format").map(text) {
        Some("date-time") => "chrono::DateTime<chrono::FixedOffset>",
        Some("date") => "chrono::NaiveDate",
        Some("uuid") => "uuid::Uuid",
        Some("byte") => "runtime::Base64",
        Some("http-date" | "date-time-rfc1123" | "date-time-rfc7231" | "rfc1123" | "rfc7231") => "runtime::HttpDate",
        Some("int-or-string") => "runtime::IntOrString",
        Some("int32") => "runtime::Quoted<i32>",
        Some("int64") => "runtime::Quoted<i64>",
        Some("uint64") => "runtime::Quoted<u64>",
        _ if schema.get("contentEncoding").is_some_and(|encoding| encoding == "base64") => "runtime::Base64",
        _ => "String",
    }
}

/// What the docs say of a schema beside its description: its bounds and its default.
pub(crate) fn bounds(schema: &Value) -> String {
    let known = BOUNDS.iter().filter_map(|(key, sentence)| Some((sentence, schema.get(key)?)));
    let known = known.filter(|(_, bound)| **bound != Value::Bool(false));
    let format = schema.get("format").map(text).filter(|format| is_one(schema) && !has(WITH_TYPES, format));
    let mut sentences: Vec<String> = format.iter().map(|format| format!("Format: {format}.")).collect();
    let known: Vec<String> = known.map(|(sentence, bound)| sentence.replace("{}", &json(bound))).collect();
    sentences.extend(known);
    for (key, _) in entries(schema) {
        let is_known = BOUNDS.iter().any(|(bound, _)| *bound == key) || has(SHAPE, key) || key.starts_with("x-");
        sentences.extend((!is_known).then(|| format!("`{key}`, which the reader does not know.")));
    }
    let plural = sentences.join(" ");
    plural.replace(" 1 characters", " 1 character").replace(" 1 items", " 1 item").replace(" 1 properties", " 1 property")
}

fn is_one(schema: &Value) -> bool {
    matches!(json_types(schema).0.as_slice(), ["string" | "integer" | "number"])
}

/// The formats that types or media types express.
const WITH_TYPES: &str = " date-time date uuid byte binary int8 int16 int32 int64 uint8 uint16 uint32 uint64 float double \
    http-date date-time-rfc1123 date-time-rfc7231 rfc1123 rfc7231 int-or-string ";

/// Keys that say nothing of a value's bounds.
const SHAPE: &str = " $ref oneOf anyOf allOf const nullable discriminator deprecated example examples contentEncoding type format \
    items enum properties required additionalProperties title description ";

/// Whether a list of words has a word.
fn has(words: &str, word: &str) -> bool {
    words.contains(&format!(" {word} "))
}

/// Keys that bound a value, in the order of the docs.
const BOUNDS: [(&str, &str); 14] = [
    ("minLength", "At least {} characters."),
    ("maxLength", "At most {} characters."),
    ("pattern", "Pattern: {}."),
    ("minimum", "Not less than {}."),
    ("exclusiveMinimum", "More than {}."),
    ("maximum", "Not more than {}."),
    ("exclusiveMaximum", "Less than {}."),
    ("multipleOf", "A multiple of {}."),
    ("minItems", "At least {} items."),
    ("maxItems", "At most {} items."),
    ("uniqueItems", "No item stands twice."),
    ("minProperties", "At least {} properties."),
    ("maxProperties", "At most {} properties."),
    ("default", "Default: {}."),
];

fn json(value: &Value) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
