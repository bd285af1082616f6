//! What bounds a value, as a sentence of the docs.

use serde_json::{Map, Number};

use super::docs::{self, Docs};
use crate::api::Schema;
use crate::node::{Node, Value};

/// The bounds of a schema and its default, in one paragraph.
pub fn docs(schema: &Schema) -> Docs {
    let mut sentences: Vec<String> = Vec::new();
    for (keyword, bound) in &schema.constraints {
        sentences.extend(sentence(keyword, bound));
    }
    if let Some(default) = &schema.default {
        sentences.push(format!("Default: {}.", docs::code(&json(default))));
    }
    if sentences.is_empty() { Docs::default() } else { Docs::sentence(sentences.join(" ")) }
}

fn sentence(keyword: &str, bound: &Node) -> Option<String> {
    let value = docs::code(&json(bound));
    let one = bound.value == Value::Integer(1);
    let count = |noun: &str| format!("{} {noun}{}", json(bound), if one { "" } else { "s" });
    let sentence = match keyword {
        "minLength" => format!("At least {}.", count("character")),
        "maxLength" => format!("At most {}.", count("character")),
        "pattern" => format!("Pattern: {}.", docs::code(bound.as_str().unwrap_or_default())),
        "minimum" => format!("Not less than {value}."),
        "maximum" => format!("Not more than {value}."),
        // 3.0 writes a bool here, which says that `minimum` or `maximum` itself is excluded.
        "exclusiveMinimum" | "exclusiveMaximum" if matches!(bound.value, Value::Bool(_)) => {
            return (bound.value == Value::Bool(true)).then(|| "The bound itself is excluded.".to_owned());
        }
        "exclusiveMinimum" => format!("More than {value}."),
        "exclusiveMaximum" => format!("Less than {value}."),
        "multipleOf" => format!("A multiple of {value}."),
        "minItems" => format!("At least {}.", count("item")),
        "maxItems" => format!("At most {}.", count("item")),
        "uniqueItems" => return (bound.value == Value::Bool(true)).then(|| "No item stands twice.".to_owned()),
        "minProperties" => format!("At least {}.", bound_of_properties(bound)),
        "maxProperties" => format!("At most {}.", bound_of_properties(bound)),
        _ => return None,
    };
    Some(sentence)
}

fn bound_of_properties(bound: &Node) -> String {
    let noun = if bound.value == Value::Integer(1) { "property" } else { "properties" };
    format!("{} {noun}", json(bound))
}

/// A value as JSON.
fn json(node: &Node) -> String {
    to_json(node).to_string()
}

fn to_json(node: &Node) -> serde_json::Value {
    match &node.value {
        Value::Null => serde_json::Value::Null,
        Value::Bool(value) => (*value).into(),
        Value::Integer(integer) => Number::from_i128(*integer).map_or_else(|| integer.to_string().into(), Into::into),
        Value::Float(float) => (*float).into(),
        Value::String(text) => text.clone().into(),
        Value::Sequence(items) => items.iter().map(to_json).collect(),
        Value::Mapping(entries) => entries.iter().map(|(key, value)| (key.clone(), to_json(value))).collect::<Map<_, _>>().into(),
    }
}
