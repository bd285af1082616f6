//! Schemas as types: what Rust type a value has, and what the docs say of its bounds.

use serde_yaml::Value;

use super::Description;
use super::name::{pascal, wanted};
use super::object::{entries, text};

/// The Rust type of a value.
pub(crate) struct Type {
    /// The type of a value that is not null.
    pub(crate) name: String,
    /// Whether a value may be null.
    pub(crate) nullable: bool,
}

impl Type {
    /// The type of a value, null included.
    pub(crate) fn with_null(&self) -> String {
        if self.nullable { format!("Option<{}>", self.name) } else { self.name.clone() }
    }

    /// The type that an argument or setter takes.
    pub(crate) fn argument(&self) -> String {
        let into = matches!(self.name.as_str(), "String" | "runtime::Value" | "runtime::JsonObject");
        if into { format!("impl Into<{}>", self.name) } else { self.name.clone() }
    }
}

impl Description<'_> {
    /// The type of the values of a schema.
    pub(crate) fn type_of(&self, schema: &Value) -> Type {
        if let Some(reference) = schema.get("$ref") {
            return self.type_of_reference(text(reference));
        }
        let (mut words, nullable) = json_types(schema);
        let name = match words.pop() {
            None if is_open(schema) => "runtime::Value",
            Some("boolean") => "bool",
            Some("integer") => integer(schema),
            Some("number") if schema.get("format") == Some(&"float".into()) => "f32",
            Some("number") => "f64",
            Some("string") if schema.get("enum").is_none() => "String",
            Some("object") if schema.get("properties").is_none() => return Type { name: self.map(schema), nullable },
            Some("array") => {
                let item = schema.get("items").map_or("runtime::Value".to_owned(), |items| self.type_of(items).with_null());
                return Type { name: format!("Vec<{item}>"), nullable };
            }
            _ => "a type that the reader does not know",
        };
        Type { name: name.to_owned(), nullable: nullable && name != "runtime::Value" }
    }

    /// A reference to a schema that has a type of its own names that; any other stands for what it refers to.
    fn type_of_reference(&self, reference: &str) -> Type {
        let Some((target, reference)) = self.follow(reference) else {
            return Type { name: format!("nothing, for `{reference}` does not exist"), nullable: false };
        };
        let is_named = target.get("properties").is_some() || target.get("enum").is_some();
        match reference.strip_prefix("#/components/schemas/") {
            Some(name) if is_named => {
                let name = format!("models::{}", pascal(wanted(target, name)));
                Type { name, nullable: json_types(target).1 }
            }
            _ => self.type_of(target),
        }
    }

    /// Whether a schema refers to a named one that has a type of its own.
    pub(crate) fn is_model(&self, schema: &Value) -> bool {
        schema.get("$ref").is_some() && self.type_of(schema).name.starts_with("models::")
    }

    fn map(&self, schema: &Value) -> String {
        match schema.get("additionalProperties") {
            None | Some(Value::Bool(true)) => "runtime::JsonObject".to_owned(),
            Some(values) => format!("std::collections::BTreeMap<String,{}>", self.type_of(values).with_null()),
        }
    }
}

/// Whether a schema leaves open what a value is.
fn is_open(schema: &Value) -> bool {
    let mut keys = entries(schema).into_iter().map(|(key, _)| key);
    *schema == Value::Bool(true) || (schema.is_mapping() && keys.all(|key| ["title", "description"].contains(&key)))
}

/// The JSON types of a schema but null, and whether null is among them.
fn json_types(schema: &Value) -> (Vec<&str>, bool) {
    let mut words: Vec<&str> = match schema.get("type") {
        Some(Value::Sequence(words)) => words.iter().map(text).collect(),
        word => word.map(text).into_iter().collect(),
    };
    let all = words.len();
    words.retain(|word| *word != "null");
    let nullable = words.len() < all;
    if words.len() > 1 {
        words = vec!["several types"];
    }
    (words, nullable)
}

fn integer(schema: &Value) -> &'static str {
    match schema.get("format").map(text) {
        None | Some("int64") => "i64",
        Some("int32") => "i32",
        Some("uint32") => "u32",
        Some("uint64") => "u64",
        Some(_) => "an integer that the reader does not know",
    }
}

/// What the docs say of a schema beside its description: its bounds and its default.
pub(crate) fn bounds(schema: &Value) -> String {
    let known = BOUNDS.iter().filter_map(|(key, sentence)| Some((sentence, schema.get(key)?)));
    let known = known.filter(|(_, bound)| **bound != Value::Bool(false));
    let format = schema.get("format").map(text).filter(|format| is_text(schema) && !WITH_TYPES.contains(format));
    let mut sentences: Vec<String> = format.iter().map(|format| format!("Format: {format}.")).collect();
    let known: Vec<String> = known.map(|(sentence, bound)| sentence.replace("{}", &json(bound))).collect();
    sentences.extend(known);
    for (key, _) in entries(schema) {
        let is_known = BOUNDS.iter().any(|(bound, _)| *bound == key) || SHAPE.contains(&key);
        sentences.extend((!is_known).then(|| format!("`{key}`, which the reader does not know.")));
    }
    let plural = sentences.join(" ");
    plural.replace(" 1 characters", " 1 character").replace(" 1 items", " 1 item").replace(" 1 properties", " 1 property")
}

fn is_text(schema: &Value) -> bool {
    json_types(schema).0 == ["string"]
}

/// The formats of text that types or media types express.
const WITH_TYPES: [&str; 5] = ["date-time", "date", "uuid", "byte", "binary"];

/// Keys that say nothing of a value's bounds.
const SHAPE: [&str; 11] = [
    "$ref",
    "type",
    "format",
    "items",
    "enum",
    "properties",
    "required",
    "additionalProperties",
    "title",
    "description",
    "x-rust-name",
];

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
