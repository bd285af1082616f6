//! What bounds a value, as sentences of the docs.

use super::{json, number, rule};
use crate::api::{Constraint, ConstraintKind, Number, Schema, Shape, TextFormat};
use crate::node::{Node, Value};
use crate::plan::docs::{self, Docs};

/// The bounds of a schema, its default and an example, in one paragraph; and where more is said of it.
pub fn of(schema: &Schema) -> Docs {
    let mut sentences: Vec<String> = Vec::new();
    sentences.extend(format(&schema.shape).map(|format| format!("Format: {}.", docs::code(format))));
    sentences.extend(schema.constraints.iter().filter_map(|constraint| sentence(&constraint.kind)));
    if let Some(default) = &schema.annotations.default {
        sentences.push(format!("Default: {}.", docs::code(&json(default))));
    }
    if let Some(example) = schema.annotations.example.as_ref().filter(|example| is_short(example)) {
        sentences.push(format!("Example: {}.", docs::code(&json(example))));
    }
    paragraph(&sentences).then(Docs::external(schema.annotations.external_docs.as_ref()))
}

/// These bounds, in one paragraph.
pub fn of_each<'c>(constraints: impl Iterator<Item = &'c Constraint>) -> Docs {
    paragraph(&constraints.filter_map(|constraint| sentence(&constraint.kind)).collect::<Vec<_>>())
}

fn paragraph(sentences: &[String]) -> Docs {
    if sentences.is_empty() { Docs::default() } else { Docs::sentence(sentences.join(" ")) }
}

/// The format of a value, where its type does not say it.
fn format(shape: &Shape) -> Option<&str> {
    match shape {
        // What is bytes is no text, wherever it is not JSON.
        Shape::String(Some(format)) if TextFormat::of(Some(format)).is_none() && format != "binary" => Some(format),
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

/// A bound as a sentence; nothing where the type says it.
pub(super) fn sentence(kind: &ConstraintKind) -> Option<String> {
    use ConstraintKind as Kind;
    let count = |bound: &u128, noun: &str| format!("{bound} {noun}{}", if *bound == 1 { "" } else { "s" });
    let properties = |bound: &u128| format!("{bound} {}", if *bound == 1 { "property" } else { "properties" });
    let value = |bound: &Number| docs::code(&number(*bound));
    let sentence = match kind {
        Kind::MinLength(bound) => format!("At least {}.", count(bound, "character")),
        Kind::MaxLength(bound) => format!("At most {}.", count(bound, "character")),
        Kind::Pattern(pattern) => format!("Pattern: {}.", docs::code(pattern)),
        Kind::Minimum(bound) => format!("Not less than {}.", value(bound)),
        Kind::Maximum(bound) => format!("Not more than {}.", value(bound)),
        Kind::ExclusiveMinimum(bound) => format!("More than {}.", value(bound)),
        Kind::ExclusiveMaximum(bound) => format!("Less than {}.", value(bound)),
        Kind::MultipleOf(bound) => format!("A multiple of {}.", value(bound)),
        Kind::MinItems(bound) => format!("At least {}.", count(bound, "item")),
        Kind::MaxItems(bound) => format!("At most {}.", count(bound, "item")),
        Kind::UniqueItems => "No item stands twice.".to_owned(),
        Kind::MinProperties(bound) => format!("At least {}.", properties(bound)),
        Kind::MaxProperties(bound) => format!("At most {}.", properties(bound)),
        Kind::Format(format) if matches!(format.as_str(), "unixtime" | "unix-time") => {
            format!("Format: {}, the seconds since 1970-01-01T00:00:00Z.", docs::code(format))
        }
        Kind::Format(format) => format!("Format: {}.", docs::code(format)),
        Kind::ContentEncoding(encoding) if encoding == "base64" => return None,
        Kind::ContentEncoding(encoding) => format!("Encoded in {}.", docs::code(encoding)),
        Kind::ContentMediaType(media_type) => format!("Holds {}.", docs::code(media_type)),
        Kind::Enum(values) => listed(values)?,
        Kind::Rule(_, rule) => rule::said(rule),
        Kind::PatternProperties(patterns) => format!("The names match {}.", or(patterns.iter().map(String::as_str))?),
    };
    Some(sentence)
}

/// The values that a type of Rust cannot list.
fn listed(values: &[Node]) -> Option<String> {
    const MOST: usize = 20;
    let texts: Vec<String> = values.iter().map(json).collect();
    match texts.as_slice() {
        [] => None,
        [only] => Some(format!("Always {}.", docs::code(only))),
        texts if texts.len() > MOST => Some(format!("One of {} values, such as {}.", texts.len(), docs::code(&texts[0]))),
        texts => Some(format!("One of {}.", or(texts.iter().map(String::as_str))?)),
    }
}

/// Texts to choose from.
pub(super) fn or<'t>(texts: impl Iterator<Item = &'t str>) -> Option<String> {
    let texts: Vec<String> = texts.map(docs::code).collect();
    let (last, others) = texts.split_last()?;
    Some(if others.is_empty() { last.clone() } else { format!("{} or {last}", others.join(", ")) })
}
