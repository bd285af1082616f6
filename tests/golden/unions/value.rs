//! Values made at random: those of a schema, and any others.

use fastrand::Rng;
use serde_json::{Map, Value, json};

use super::schema::{Schema, Schemas};

/// How deep unions are within one another.
const DEEPEST: usize = 3;

/// A value of a schema, without properties that the schema does not name.
pub(super) fn of(schema: &Schema, schemas: &Schemas, random: &mut Rng, depth: usize) -> Value {
    match schema {
        Schema::Boolean => json!(random.bool()),
        Schema::Integer => json!(random.i64(-9..10)),
        Schema::Number => json!(random.i64(-9..10) as f64 / 2.0),
        Schema::Text => json!(["", "red", "a b", "12", "true"][random.usize(0..5)]),
        Schema::Format("uuid") => json!(format!("67e55044-10b1-426f-9247-bb680e5fe0{:02x}", random.u8(..))),
        Schema::Format(_) => json!(format!("2026-11-{:02}T12:00:00Z", random.u8(1..29))),
        Schema::Labels(labels) => json!(labels[random.usize(0..labels.len())]),
        Schema::Constant(value) => value.clone(),
        Schema::Nullable(schema) => {
            if random.bool() {
                Value::Null
            } else {
                of(schema, schemas, random, depth)
            }
        }
        Schema::List(items) => (0..random.usize(1..3)).map(|_| of(items, schemas, random, depth)).collect(),
        Schema::Map(values) => {
            let keys = ["x", "y"].into_iter().filter(|_| random.bool()).collect::<Vec<_>>();
            keys.into_iter().map(|key| (key.to_owned(), of(values, schemas, random, depth))).collect::<Map<_, _>>().into()
        }
        Schema::Object(properties) => {
            let mut object = Map::new();
            for property in properties {
                let is_too_deep = depth == DEEPEST && matches!(property.schema, Schema::Named(_));
                if property.is_required || (random.bool() && !is_too_deep) {
                    let value = of(&property.schema, schemas, random, depth);
                    // Null for an optional property is the same as none.
                    if property.is_required || !value.is_null() {
                        object.insert(property.name.to_owned(), value);
                    }
                }
            }
            object.into()
        }
        Schema::Union { alternatives, .. } => of(&alternatives[random.usize(0..alternatives.len())], schemas, random, depth + 1),
        Schema::Named(name) => of(schemas.get(name), schemas, random, depth),
    }
}

/// Any value.
pub(super) fn any(random: &mut Rng, depth: usize) -> Value {
    match random.u8(0..if depth == 0 { 5 } else { 8 }) {
        0 => Value::Null,
        1 => json!(random.bool()),
        2 => json!(random.i64(..)),
        3 => json!(random.f64()),
        4 => json!(["red", "", "2026"][random.usize(0..3)]),
        5 => (0..random.usize(0..3)).map(|_| any(random, depth - 1)).collect(),
        _ => {
            let keys = ["a", "b", "kind", "items", "detail", "zz"].into_iter().filter(|_| random.bool()).collect::<Vec<_>>();
            keys.into_iter().map(|key| (key.to_owned(), any(random, depth - 1))).collect::<Map<_, _>>().into()
        }
    }
}
