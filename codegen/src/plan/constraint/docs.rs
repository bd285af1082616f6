//! What bounds a value, as sentences of the docs.

use super::json;
use crate::api::{Schema, Shape, TextFormat};
use crate::node::{Node, Value};
use crate::plan::docs::{self, Docs};

/// The bounds of a schema, its default and an example, in one paragraph; and where more is said of it.
pub fn of(schema: &Schema) -> Docs {
    let mut sentences: Vec<String> = Vec::new();
    sentences.extend(format(&schema.shape).map(|format| format!("Format: {}.", docs::code(format))));
    for (keyword, bound) in &schema.constraints {
        sentences.extend(sentence(keyword, bound));
    }
    if let Some(default) = &schema.annotations.default {
        sentences.push(format!("Default: {}.", docs::code(&json(default))));
    }
    if let Some(example) = schema.annotations.example.as_ref().filter(|example| is_short(example)) {
        sentences.push(format!("Example: {}.", docs::code(&json(example))));
    }
    let bounds = if sentences.is_empty() { Docs::default() } else { Docs::sentence(sentences.join(" ")) };
    bounds.then(Docs::external(schema.annotations.external_docs.as_ref()))
}

/// The format of a value, where its type does not say it.
fn format(shape: &Shape) -> Option<&str> {
    match shape {
        // What is bytes is no text, wherever it is not JSON.
        Shape::String(Some(format)) if TextFormat::of(Some(format)).is_none() && format != "binary" => Some(format),
        Shape::Integer(Some(format)) if !format.starts_with("int") && !format.starts_with("uint") => Some(format),
        Shape::Number(Some(format)) if format != "float" && format != "double" => Some(format),
        _ => None,
    }
}

/// Whether an example is a value that a sentence can hold.
fn is_short(example: &Node) -> bool {
    const LONGEST: usize = 80;
    match &example.value {
        Value::String(text) => text.len() <= LONGEST && !text.contains('\n'),
        Value::Bool(_) | Value::Integer(_) | Value::Float(_) => true,
        Value::Null | Value::Sequence(_) | Value::Mapping(_) => false,
    }
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
        "exclusiveMinimum" => format!("More than {value}."),
        "exclusiveMaximum" => format!("Less than {value}."),
        "multipleOf" => format!("A multiple of {value}."),
        "minItems" => format!("At least {}.", count("item")),
        "maxItems" => format!("At most {}.", count("item")),
        "uniqueItems" => return (bound.value == Value::Bool(true)).then(|| "No item stands twice.".to_owned()),
        "minProperties" => format!("At least {}.", bound_of_properties(bound)),
        "maxProperties" => format!("At most {}.", bound_of_properties(bound)),
        "format" => format!("Format: {}.", docs::code(bound.as_str()?)),
        "contentEncoding" if bound.as_str() == Some("base64") => return None,
        "contentEncoding" => format!("Encoded in {}.", docs::code(bound.as_str()?)),
        "contentMediaType" => format!("Holds {}.", docs::code(bound.as_str()?)),
        "enum" => listed(bound)?,
        "patternProperties" => format!("The names match {}.", or(bound.as_sequence()?.iter().filter_map(Node::as_str))?),
        _ => return None,
    };
    Some(sentence)
}

/// The values that a type of Rust cannot list.
fn listed(values: &Node) -> Option<String> {
    const MOST: usize = 20;
    let texts: Vec<String> = values.as_sequence()?.iter().map(json).collect();
    match texts.as_slice() {
        [] => None,
        [only] => Some(format!("Always {}.", docs::code(only))),
        texts if texts.len() > MOST => Some(format!("One of {} values, such as {}.", texts.len(), docs::code(&texts[0]))),
        texts => Some(format!("One of {}.", or(texts.iter().map(String::as_str))?)),
    }
}

/// Texts to choose from.
fn or<'t>(texts: impl Iterator<Item = &'t str>) -> Option<String> {
    let texts: Vec<String> = texts.map(docs::code).collect();
    let (last, others) = texts.split_last()?;
    Some(if others.is_empty() { last.clone() } else { format!("{} or {last}", others.join(", ")) })
}

fn bound_of_properties(bound: &Node) -> String {
    let noun = if bound.value == Value::Integer(1) { "property" } else { "properties" };
    format!("{} {noun}", json(bound))
}
