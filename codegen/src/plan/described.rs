//! What the description says of a schema, as docs of the places where it is used.

use super::constraint;
use super::docs::Docs;
use crate::api::{Constraint, Schema, SchemaId, Schemas, Shape};

/// What is said at a value's place, or else of its schema, and what bounds the value. A model that has a name says it itself.
pub(super) fn described(description: Option<&str>, schema: &Schema) -> Docs {
    let said = said(description, schema);
    if is_named_model(schema) { said } else { said.then(constraint::docs::of(schema)) }
}

/// What is said at a value's place, or else of its schema.
pub(super) fn said(description: Option<&str>, schema: &Schema) -> Docs {
    let own = description.map(Docs::text).unwrap_or_default();
    if is_named_model(schema) { own } else { own.or_else(|| excerpt(schema)) }
}

fn is_named_model(schema: &Schema) -> bool {
    schema.component.is_some() && matches!(schema.shape, Shape::Object(_) | Shape::Enumeration(_) | Shape::Union(_))
}

/// What is said of a schema, where it is said once for each of its uses: of a long text the beginning.
fn excerpt(schema: &Schema) -> Docs {
    const LONGEST: usize = 4_000;
    let end = |text: &str| text.char_indices().nth(LONGEST).map(|(end, _)| end);
    match schema.description().and_then(|text| Some(&text[..end(text)?])) {
        Some(beginning) => Docs::text(&format!("{beginning}…")),
        None => words(schema),
    }
}

/// What bounds a value at its place beyond what its model says.
pub(super) fn bounds_beside_model(id: SchemaId, schemas: &Schemas) -> Docs {
    let target = &schemas[schemas.target(id).0];
    let is_said = |constraint: &&Constraint| target.constraints.iter().any(|known| known.kind == constraint.kind);
    constraint::docs::of_each(schemas[id].constraints.iter().filter(|constraint| !is_said(constraint)))
}

/// What is said of a model.
pub(super) fn described_whole(schema: &Schema) -> Docs {
    words(schema).then(constraint::docs::of(schema))
}

fn words(schema: &Schema) -> Docs {
    schema.description().map(Docs::text).unwrap_or_default()
}
