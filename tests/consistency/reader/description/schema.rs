//! Schemas as types: what Rust type a value has, and what the docs say of its bounds.

use serde_yaml::Value;

use super::Description;
use super::name::pascal;
use super::object::text;

/// The Rust type of a value.
pub(crate) struct Type {
    /// The type of a value that is not null.
    pub name: String,
    /// Whether a value may be null.
    pub nullable: bool,
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
            None if schema.as_mapping().is_some_and(|schema| schema.keys().all(|key| PROSE.contains(&text(key)))) => {
                "runtime::Value"
            }
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
        let Some(target) = self.follow(reference) else {
            return Type { name: format!("nothing, for `{reference}` does not exist"), nullable: false };
        };
        let named = target.get("properties").is_some() || target.get("enum").is_some();
        match reference.rsplit_once('/') {
            Some((_, name)) if named => Type { name: format!("models::{}", pascal(name)), nullable: json_types(target).1 },
            _ => self.type_of(target),
        }
    }

    fn map(&self, schema: &Value) -> String {
        match schema.get("additionalProperties") {
            None | Some(Value::Bool(true)) => "runtime::JsonObject".to_owned(),
            Some(values) => format!("std::collections::BTreeMap<String,{}>", self.type_of(values).with_null()),
        }
    }
}

/// Keys that leave a schema open to any value.
const PROSE: [&str; 2] = ["title", "description"];

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
        Some(_) => "an integer that the reader does not know",
    }
}

/// What the docs say of a schema beside its description: its bounds and its default.
pub(super) fn bounds(schema: &Value) -> String {
    let mut sentences = Vec::new();
    for (key, bound) in super::object::entries(schema) {
        let number = bound.as_u64().unwrap_or_default();
        let characters = if number == 1 { "character" } else { "characters" };
        match key {
            "minLength" => sentences.push(format!("At least {number} {characters}.")),
            "maxLength" => sentences.push(format!("At most {number} {characters}.")),
            "minimum" => sentences.push(format!("Not less than {}.", json(bound))),
            "maximum" => sentences.push(format!("Not more than {}.", json(bound))),
            "$ref" | "type" | "format" | "items" | "enum" | "properties" | "required" | "title" | "description" | "default" => {}
            "additionalProperties" | "deprecated" | "x-rust-name" => {}
            _ => sentences.push(format!("`{key}`, which the reader does not know.")),
        }
    }
    sentences.extend(schema.get("default").map(|default| format!("Default: {}.", json(default))));
    sentences.join(" ")
}

fn json(value: &Value) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
