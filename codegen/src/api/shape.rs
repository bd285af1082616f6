//! The shape of a schema: what its keywords come to.

use super::all_of;
use super::base_class;
use super::bounded_reference;
use super::composition;
use super::constraint::{self, Constraint, ConstraintKind};
use super::enumeration;
use super::format::{Float, INT_OR_STRING, Integer};
use super::keywords::{binary, encoded, implied_type, is_only_described};
use super::lowering::Lowering;
use super::object;
use super::rule;
use super::schema::{Schema, SchemaId, Shape, Tuple};
use super::tuple;
use super::union;
use super::width;
use crate::diagnostic::Problem;
use crate::document::{self, SchemaType};
use crate::node::Value;

/// Gives every schema that was met its shape.
pub(super) fn lower_all(lowering: &mut Lowering<'_>) {
    while let Some((id, schema)) = lowering.next() {
        let schema = composition::without_choice(schema, lowering);
        let (schema, bounds) = bounded_reference::set_apart(schema, lowering);
        let link = composition::only_reference(&schema).cloned();
        let mut lowered = lower(schema, lowering);
        lowered.constraints.splice(0..0, bounds);
        if matches!(lowered.shape, Shape::Reference(_)) {
            lowering.links.extend(link.map(|link| (id, link)));
        }
        let slot = lowering.schemas.schema_mut(id);
        let (component, extends) = (slot.component.take(), slot.extends.take());
        *slot = Schema { component, extends, ..lowered };
    }
}

/// The schema itself, its children still in the queue.
fn lower(schema: document::Schema, lowering: &mut Lowering<'_>) -> Schema {
    if let Some(target) = single(&schema, lowering) {
        let mut schema = composition::with_words(schema);
        let rules = rule::of(&mut schema, lowering);
        let mut lowered = described(&schema, schema.nullable, Shape::Reference(target));
        lowered.constraints.extend(rules);
        return lowered;
    }
    if let Some(shape) = base_class::lower(&schema, lowering) {
        return described(&schema, schema.nullable, shape);
    }
    let mut schema = all_of::merged(schema, lowering);
    if let Some(content) = &schema.content_schema {
        let problem = Problem::NotExpressed { keyword: "contentSchema" };
        lowering.resolver.reading.diagnostics.report_key(content.at, problem);
    }
    let nulls = schema.types.contains(&SchemaType::Null)
        || schema.values.as_ref().is_some_and(|values| values.iter().any(|value| value.value == Value::Null))
        || union::allows_null(&schema);
    let rules = rule::of(&mut schema, lowering);
    let nullable = schema.nullable || nulls;
    let mut lowered = described(&schema, nullable, Shape::Any);
    if let Some(listed) = enumeration::listed(&schema) {
        (schema.one_of, schema.any_of, schema.values) = (Vec::new(), Vec::new(), Some(listed));
    }
    keep_text(&mut schema, &mut lowered, lowering);
    let values = schema.constant.clone().map(|constant| vec![constant]).or_else(|| schema.values.clone());
    let patterns: Vec<String> = schema.pattern_properties.keys().cloned().collect();
    let format = schema.format.clone();
    lowered.shape = of(schema, lowering);
    lowered.constraints.splice(0..0, untyped_format(format, &lowered));
    if matches!(lowered.shape, Shape::Tuple(Tuple { rest: None, .. })) {
        let is_length = |kind: &ConstraintKind| matches!(kind, ConstraintKind::MinItems(_) | ConstraintKind::MaxItems(_));
        lowered.constraints.retain(|constraint| !is_length(&constraint.kind));
    }
    let is_map = matches!(lowered.shape, Shape::Map(_) | Shape::Object(_));
    let unlisted = values.filter(|_| !matches!(lowered.shape, Shape::Enumeration(_) | Shape::Union(_)));
    let values = unlisted.filter(|values| !values.is_empty()).map(ConstraintKind::Enum);
    let patterns = (is_map && !patterns.is_empty()).then_some(ConstraintKind::PatternProperties(patterns));
    let at = lowered.at;
    lowered.constraints.extend(values.into_iter().chain(patterns).map(|kind| Constraint { at, kind }));
    lowered.constraints.extend(rules);
    lowered
}

/// The format of a number that has no Rust type, which the docs name.
fn untyped_format(format: Option<String>, schema: &Schema) -> Option<Constraint> {
    let has_type = |format: &String| match schema.shape {
        Shape::Integer(_) => format.starts_with("int") || format.starts_with("uint"),
        Shape::Number(_) => matches!(format.as_str(), "float" | "double"),
        _ => true,
    };
    let kind = ConstraintKind::Format(format.filter(|format| !has_type(format))?);
    Some(Constraint { at: schema.at, kind })
}

/// Turns a format whose values are to stay text into words about the text.
fn keep_text(schema: &mut document::Schema, lowered: &mut Schema, lowering: &Lowering<'_>) {
    let format = schema.format.clone().or_else(|| encoded(schema.content_encoding.as_deref()));
    let is_number =
        |format: &str| Integer::named(format).is_some() && schema.types.iter().all(|kind| *kind != SchemaType::String);
    if let Some(format) = format.filter(|format| lowering.wanted.text_formats.contains(format) && !is_number(format)) {
        lowered.constraints.push(Constraint { at: schema.at, kind: ConstraintKind::Format(format) });
        (schema.format, schema.content_encoding) = (None, None);
        let has_alternatives = !(schema.one_of.is_empty() && schema.any_of.is_empty());
        if schema.types.is_empty() && implied_type(schema).is_none() && !has_alternatives {
            schema.types = vec![SchemaType::String];
        }
    }
}

/// The only schema that a reference or `allOf` leads to, where nothing but words stands beside it.
fn single(schema: &document::Schema, lowering: &mut Lowering<'_>) -> Option<SchemaId> {
    match &schema.reference {
        _ if !is_only_described(schema) => None,
        Some(reference) => schema.all_of.is_empty().then(|| lowering.target(reference, schema.at)),
        // What is written right there is the schema itself.
        None => composition::only_member(schema)
            .filter(|only| composition::only_reference(only).is_some())
            .map(|only| lowering.lower(only.clone())),
    }
}

/// The shape of a schema without `$ref` and `allOf`.
pub(super) fn of(mut schema: document::Schema, lowering: &mut Lowering<'_>) -> Shape {
    if schema.format.as_deref() == Some(INT_OR_STRING) {
        return Shape::IntOrString;
    }
    if schema.boolean == Some(false) {
        lowering.resolver.report(schema.at, Problem::NotExpressed { keyword: "false" });
        lowering.untyped(schema.at, "`false` allows no value");
    }
    if let Some(constant) = schema.constant.take() {
        return enumeration::lower(&schema, vec![constant], lowering).unwrap_or_else(|| unlisted(schema, lowering));
    }
    if let Some(values) = schema.values.take() {
        if values.is_empty() {
            lowering.resolver.report(schema.at, Problem::NotExpressed { keyword: "enum" });
        }
        return enumeration::lower(&schema, values, lowering).unwrap_or_else(|| unlisted(schema, lowering));
    }
    match union::alternatives(&mut schema, lowering) {
        Some(members) => union::lower(members, schema, lowering),
        None => unlisted(schema, lowering),
    }
}

/// The shape of a schema that neither lists its values nor offers alternatives.
fn unlisted(mut schema: document::Schema, lowering: &mut Lowering<'_>) -> Shape {
    if schema.types == [SchemaType::Null] {
        return Shape::Null;
    }
    schema.types.retain(|kind| *kind != SchemaType::Null);
    match schema.types.as_slice() {
        [] => implied(schema, lowering),
        [only] => {
            let only = *only;
            typed(schema, only, lowering)
        }
        _ => union::of_types(schema, lowering),
    }
}

/// The shape of a schema without `type`, told by its other keywords.
fn implied(schema: document::Schema, lowering: &mut Lowering<'_>) -> Shape {
    match implied_type(&schema) {
        Some(kind) => typed(schema, kind, lowering),
        None => Shape::Any,
    }
}

fn typed(schema: document::Schema, kind: SchemaType, lowering: &mut Lowering<'_>) -> Shape {
    match kind {
        SchemaType::Null => Shape::Null,
        SchemaType::Boolean => Shape::Boolean,
        SchemaType::Integer => Shape::Integer(width::of(&schema, &[])),
        SchemaType::Number => match schema.format.as_deref().and_then(Integer::named) {
            Some(_) => Shape::Integer(width::of(&schema, &[])),
            None => Shape::Number(Float::of(schema.format.as_deref())),
        },
        SchemaType::String => {
            let format = encoded(schema.content_encoding.as_deref()).or_else(|| binary(&schema));
            Shape::String(schema.format.or(format))
        }
        SchemaType::Array => list(schema, lowering),
        SchemaType::Object => object::lower(schema, lowering),
    }
}

/// The shape of a list.
fn list(schema: document::Schema, lowering: &mut Lowering<'_>) -> Shape {
    if !schema.prefix_items.is_empty() {
        return tuple::lower(schema, lowering);
    }
    Shape::Array(match schema.items {
        Some(items) if items.boolean == Some(false) => {
            lowering.resolver.reading.diagnostics.report_key(items.at, Problem::NotExpressed { keyword: "items" });
            lowering.any(schema.at)
        }
        Some(items) => {
            object::check_name(&items, lowering);
            lowering.lower(*items)
        }
        None => lowering.any(schema.at),
    })
}

/// What is said of a schema, with a shape.
fn described(schema: &document::Schema, nullable: bool, shape: Shape) -> Schema {
    Schema {
        annotations: schema.annotations.clone(),
        nullable,
        labels: enumeration::labels(schema),
        constraints: constraint::of(&schema.constraints),
        ..Schema::of_shape(schema.at, shape)
    }
}
