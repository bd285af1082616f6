//! Directions: which models are received and never sent.

use std::collections::BTreeSet;

use serde_yaml::Value;

use super::Description;
use super::name::extension;
use super::object::entries;
use super::operation::METHODS;
use super::schema::{alternatives, part};

/// Schemas, by their addresses.
type Reached = BTreeSet<*const Value>;

/// The schemas that are sent, and those that are received.
#[derive(Default)]
pub(crate) struct Directions {
    sent: Reached,
    received: Reached,
}

impl<'d> Description<'d> {
    /// Follows what calls, webhooks and callbacks send and receive.
    pub(super) fn directions(&self) -> Directions {
        let mut directions = Directions::default();
        let items =
            |key: &str| self.root.get(key).map(entries).unwrap_or_default().into_iter().map(|(_, item)| self.resolve(item));
        for (item, operation) in items("paths").flat_map(operations) {
            for parameter in [item, operation].into_iter().flat_map(|of| sequence(of, "parameters")) {
                self.reach_content(parameter, "readOnly", &mut directions.sent);
            }
            self.exchange(operation, "readOnly", &mut directions.sent, "writeOnly", &mut directions.received);
            let variants = extension(operation, "variants").and_then(|variants| variants.get("calls"));
            for response in variants.map(entries).unwrap_or_default().iter().filter_map(|(_, call)| call.get("response")) {
                self.reach(response, "writeOnly", &mut directions.received);
            }
            let callbacks = operation.get("callbacks").map(entries).unwrap_or_default();
            for callback in callbacks.into_iter().flat_map(|(_, callback)| entries(self.resolve(callback))) {
                self.incoming(self.resolve(callback.1), &mut directions);
            }
        }
        items("webhooks").for_each(|item| self.incoming(item, &mut directions));
        directions
    }

    /// What the API sends is received, and its answers are sent.
    fn incoming(&self, item: &'d Value, directions: &mut Directions) {
        for (_, operation) in operations(item) {
            self.exchange(operation, "writeOnly", &mut directions.received, "readOnly", &mut directions.sent);
        }
    }

    /// The body of an operation, and its responses.
    fn exchange(&self, operation: &'d Value, kept: &str, asked: &mut Reached, left: &str, answered: &mut Reached) {
        operation.get("requestBody").into_iter().for_each(|body| self.reach_content(body, kept, asked));
        for (_, response) in operation.get("responses").map(entries).unwrap_or_default() {
            self.reach_content(response, left, answered);
            for (_, header) in self.resolve(response).get("headers").map(entries).unwrap_or_default() {
                self.reach_content(header, left, answered);
            }
        }
    }

    /// The schemas of a body, a parameter or a header.
    fn reach_content(&self, of: &'d Value, left_out: &str, reached: &mut Reached) {
        let of = self.resolve(of);
        let contents = of.get("content").map(entries).unwrap_or_default();
        for schema in contents.iter().map(|(_, content)| *content).chain([of]) {
            let schemas = ["schema", "itemSchema"].into_iter().filter_map(|key| schema.get(key));
            schemas.for_each(|schema| self.reach(schema, left_out, reached));
        }
    }

    /// A schema and those in it, except for properties that are left out in this direction.
    fn reach(&self, schema: &'d Value, left_out: &str, reached: &mut Reached) {
        let schema = self.peel(schema).0;
        if reached.insert(schema) {
            self.reach_parts(schema, left_out, reached);
        }
    }

    /// What is in a schema. One of several parts is no schema by itself, but what is in it is.
    fn reach_parts(&self, schema: &'d Value, left_out: &str, reached: &mut Reached) {
        let says = |schema: &Value| schema.get(left_out) == Some(&Value::Bool(true));
        let is_left_out = |schema: &Value| says(schema) || sequence(schema, "allOf").iter().any(says);
        let properties = schema.get("properties").map(entries).unwrap_or_default();
        let properties = properties.into_iter().map(|(_, property)| property).filter(|property| !is_left_out(property));
        let values = ["items", "additionalProperties"].into_iter().filter_map(|key| schema.get(key));
        let alternatives = alternatives(schema).filter(|_| part(schema).is_none()).map_or(&[][..], |(_, inner)| inner);
        properties.chain(values).chain(alternatives).for_each(|inner| self.reach(inner, left_out, reached));
        for part in sequence(schema, "allOf") {
            self.reach_parts(self.peel(part).0, left_out, reached);
        }
    }

    /// Whether a model is received and never sent, at whichever of its places.
    pub(super) fn is_only_received(&self, rust: &str) -> bool {
        let places = || self.places.values().filter(|place| place.rust == rust).map(|place| std::ptr::from_ref(place.schema));
        places().any(|schema| self.directions.received.contains(&schema))
            && !places().any(|schema| self.directions.sent.contains(&schema))
    }
}

/// The operations of a path, each with the path.
fn operations(item: &Value) -> impl Iterator<Item = (&Value, &Value)> {
    entries(item).into_iter().filter(|(key, _)| METHODS.contains(key)).map(move |(_, operation)| (item, operation))
}

fn sequence<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value.get(key).and_then(Value::as_sequence).map_or(&[], Vec::as_slice)
}
