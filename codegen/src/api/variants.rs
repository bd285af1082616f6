//! `Variants`: one endpoint and several typed calls.

use std::time::Duration;

use super::lowering::Lowering;
use super::reference::Resolver;
use super::representation;
use super::request_body::RequestBody;
use super::schema::{Object, SchemaId, Shape, Values};
use super::schemas::Schemas;
use crate::diagnostic::Problem;
use crate::document;
use crate::node::{Node, Origin, Value};

/// The typed calls of an operation.
#[derive(Clone, Debug, PartialEq)]
pub struct Variants {
    /// The property of the request body that decides.
    pub property: String,
    /// The calls.
    pub calls: Vec<VariantCall>,
}

/// One typed call.
#[derive(Clone, Debug, PartialEq)]
pub struct VariantCall {
    /// Where it was written.
    pub at: Origin,
    /// Name of the method, as the description writes it.
    pub name: String,
    /// The value of the deciding property.
    pub value: Node,
    /// The schema of a success, if not the operation's.
    pub response: Option<SchemaId>,
    /// How long one attempt may take, if not as long as the operation's.
    pub timeout: Option<Duration>,
    /// What it does, in a line.
    pub summary: Option<String>,
    /// What it does, in CommonMark.
    pub description: Option<String>,
}

/// Variants whose check waits for the schemas.
pub(super) struct Draft {
    at: Origin,
    property_at: Origin,
    variants: Variants,
}

impl Draft {
    pub(super) fn new(variants: document::Variants, lowering: &mut Lowering<'_>) -> Self {
        let call = |(name, call): (String, document::VariantCall)| VariantCall {
            at: call.at,
            name,
            value: call.value,
            response: call.response.map(|schema| lowering.lower(schema)),
            timeout: call.timeout,
            summary: call.summary,
            description: call.description,
        };
        let calls = variants.calls.into_iter().map(call).collect();
        Self { at: variants.at, property_at: variants.property_at, variants: Variants { property: variants.property, calls } }
    }

    /// Checks that the property exists and can take each value.
    pub(super) fn complete(self, body: Option<&RequestBody>, schemas: &Schemas, resolver: &mut Resolver<'_>) -> Option<Variants> {
        let Some(body) = body.and_then(|body| object(body, schemas)) else {
            resolver.report(
                self.at,
                Problem::InvalidVariants { why: "they need a required JSON request body that is an object".to_owned() },
            );
            return None;
        };
        let name = &self.variants.property;
        let Some(property) = body.property(name) else {
            resolver
                .report(self.property_at, Problem::InvalidVariants { why: format!("the request body has no property `{name}`") });
            return None;
        };
        let shape = &schemas[schemas.target(property.schema).0].shape;
        let mut valid = true;
        for call in &self.variants.calls {
            if !takes(shape, &call.value) {
                resolver.report(call.value.at, Problem::InvalidVariants { why: format!("`{name}` cannot have this value") });
                valid = false;
            }
        }
        valid.then_some(self.variants)
    }
}

/// The object that a request body is, if one must be sent.
pub fn object<'s>(body: &RequestBody, schemas: &'s Schemas) -> Option<&'s Object> {
    schemas.object(representation::json_schema(&body.representations).filter(|_| body.required)?)
}

/// Whether a value fits a shape that a call can be decided by.
fn takes(shape: &Shape, value: &Node) -> bool {
    match (shape, &value.value) {
        (Shape::Boolean, Value::Bool(_)) => true,
        (Shape::Integer(_), Value::Integer(integer)) => i64::try_from(*integer).is_ok(),
        (Shape::String(_), Value::String(_)) => true,
        (Shape::Enumeration(Values::Strings(values)), Value::String(text)) => values.contains(text),
        (Shape::Enumeration(Values::Integers(values)), Value::Integer(integer)) => {
            i64::try_from(*integer).is_ok_and(|integer| values.contains(&integer))
        }
        _ => false,
    }
}
