//! Constraints beside a reference to a model: `{$ref: "#/components/schemas/Pet", minProperties: 2}`.
//!
//! The type of a model says nothing of them: unless they are checked, the place has the type of the target, and its docs name them.

use indexmap::IndexMap;

use super::all_of;
use super::composition::only_reference;
use super::constraint::{self, Constraint};
use super::lowering::Lowering;
use super::redundant_type;
use crate::document::object::Text;
use crate::document::{Schema, SchemaType};
use crate::node::{Node, Value};

/// What a schema says beside the model that it refers to.
#[derive(Default)]
struct Beside {
    constraints: Vec<(String, Node)>,
    required: Vec<Text>,
}

/// Splits off the constraints, and a redundant `required`, from a schema that is otherwise a reference to a model.
///
/// Named schemas, and schemas whose constraints are checked, stay as they are: they are separate types.
pub(super) fn set_apart(schema: Schema, lowering: &mut Lowering<'_>) -> (Schema, Vec<Constraint>) {
    if lowering.is_named(schema.at) || !redundant_type::has_reference(&schema) {
        return (schema, Vec::new());
    }
    let (mut rest, mut beside) = (schema.clone(), Beside::default());
    beside.take(&mut rest);
    if beside.is_empty() || lowering.wanted.constraint_checks && !beside.constraints.is_empty() {
        return (schema, Vec::new());
    }
    let rest = redundant_type::removed(rest, lowering);
    let Some(reference) = only_reference(&rest).cloned() else { return (schema, Vec::new()) };
    let reference = Schema { reference: Some(reference), ..Schema::empty(schema.at) };
    let target = all_of::merge(reference, lowering);
    if is_model(&target) && beside.leaves_type(&target) { (rest, beside.constraints()) } else { (schema, Vec::new()) }
}

impl Beside {
    fn take(&mut self, schema: &mut Schema) {
        for member in &mut schema.all_of {
            self.take(member);
        }
        self.constraints.extend(std::mem::take(&mut schema.constraints));
        self.required.append(&mut schema.required);
    }

    fn is_empty(&self) -> bool {
        self.constraints.is_empty() && self.required.is_empty()
    }

    /// Whether the target has the same type without the constraints and `required`.
    fn leaves_type(&self, target: &Schema) -> bool {
        self.required.iter().all(|name| target.requires(&name.text))
            && !self.constraints.iter().any(|(keyword, bound)| decides_type(keyword, bound, target))
    }

    fn constraints(self) -> Vec<Constraint> {
        let mut constraints: Vec<Constraint> = Vec::new();
        for keyword in self.constraints {
            let further = constraint::of(&IndexMap::from([keyword]));
            let is_known = |one: &Constraint| constraints.iter().any(|known| known.kind == one.kind);
            let further: Vec<Constraint> = further.into_iter().filter(|one| !is_known(one)).collect();
            constraints.extend(further);
        }
        constraints
    }
}

/// Whether a schema, with all that it extends, is a struct or an enum of Rust.
fn is_model(schema: &Schema) -> bool {
    let is_named = |value: &Node| matches!(value.value, Value::String(_) | Value::Integer(_));
    !schema.properties.is_empty()
        || !schema.required.is_empty()
        || schema.is_closed()
        || is_union(schema)
        || schema.values.iter().flatten().chain(&schema.constant).any(is_named)
}

fn is_union(schema: &Schema) -> bool {
    schema.has_alternatives() || schema.types.iter().filter(|kind| **kind != SchemaType::Null).count() > 1
}

/// Whether a constraint may make another type of an alternative: wider integers, numbers that are texts, lists of fixed length.
fn decides_type(keyword: &str, bound: &Node, target: &Schema) -> bool {
    match keyword {
        "contentEncoding" | "contentMediaType" => true,
        "pattern" | "minItems" | "maxItems" => is_union(target),
        "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" => is_union(target) && !is_common(bound),
        _ => false,
    }
}

/// Whether a number is within 64 bits.
fn is_common(number: &Node) -> bool {
    match number.value {
        Value::Integer(value) => i64::try_from(value).is_ok(),
        Value::Float(value) => value.abs() < i64::MAX as f64,
        _ => true,
    }
}
