//! Operations: one call each, or one for each of their variants.

use serde_yaml::Value;

use super::Description;
use super::body::Body;
use super::call::{Call, Variant};
use super::name::{pascal, snake};
use super::object::{Object, text};
use crate::reader::Facts;

/// The methods that a path can have.
const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// An operation as far as all its calls share it.
pub(crate) struct Operation<'d> {
    /// `GET`.
    pub method: String,
    /// The path's template.
    pub path: &'d str,
    /// The module of the group.
    pub group: String,
    /// The handle of the group.
    pub handle: String,
    /// How long an attempt may take.
    pub timeout: Option<&'d Value>,
    /// Parameters of the path, then the operation's own.
    pub parameters: Vec<&'d Value>,
    /// The body of the request.
    pub body: Option<Body<'d>>,
    /// The responses by status.
    pub responses: &'d Value,
    /// `x-pagination`.
    pub pagination: Option<&'d Value>,
}

impl<'d> Description<'d> {
    /// What the description says of a path's operations.
    pub(crate) fn path_item(&self, path: &'d str, item: &'d Value, facts: &mut Facts) {
        let mut object = Object::open(format!("path `{path}`"), self.resolve(item));
        let shared = object.list("parameters");
        for method in METHODS {
            if let Some(operation) = object.take(method) {
                self.operation(&method.to_uppercase(), path, shared, operation, facts);
            }
        }
        object.close(facts);
    }

    fn operation(&self, method: &str, path: &'d str, shared: &'d [Value], operation: &'d Value, facts: &mut Facts) {
        let subject = format!("operation `{method} {path}`");
        let mut object = Object::open(&subject, operation);
        let tag = object.list("tags").first().map_or("", text);
        let id = object.text("operationId");
        let name = snake(id.strip_prefix(&format!("{tag}/")).unwrap_or(id));
        let prose = format!("{} {}", object.text("summary"), object.text("description"));
        let variants = object.take("x-variants");
        let operation = Operation {
            method: method.to_owned(),
            path,
            group: snake(tag),
            handle: pascal(tag),
            timeout: object.take("x-timeout"),
            parameters: shared.iter().chain(object.list("parameters")).collect(),
            body: object.take("requestBody").and_then(|body| self.request_body(&subject, body, facts)),
            responses: object.take("responses").unwrap_or(&Value::Null),
            pagination: object.take("x-pagination"),
        };
        object.close(facts);
        match variants {
            None => self.call(&operation, Call { name, prose, timeout: None, variant: None }, facts),
            Some(variants) => self.variants(&subject, &operation, variants, facts),
        }
    }

    fn variants(&self, subject: &str, operation: &Operation<'d>, variants: &'d Value, facts: &mut Facts) {
        let mut object = Object::open(format!("{subject}: variants"), variants);
        let property = object.text("property");
        let calls = object.entries("calls");
        object.close(facts);
        for (name, call) in &calls {
            let mut object = Object::open(format!("{subject}: call `{name}`"), call);
            let fixed = (property, object.take("value").unwrap_or(&Value::Null));
            let call = Call {
                name: snake(name),
                prose: format!("{} {}", object.text("summary"), object.text("description")),
                timeout: object.take("timeout"),
                variant: Some(Variant { fixed, success: object.take("response") }),
            };
            object.close(facts);
            self.call(operation, call, facts);
        }
        // The responses of the calls are the alternatives of the operation's response.
        let alternatives = self.success(operation.responses).get("oneOf").and_then(Value::as_sequence);
        let of_calls = calls.iter().filter_map(|(_, call)| call.get("response"));
        if alternatives.is_none_or(|alternatives| !alternatives.iter().eq(of_calls)) {
            facts.say(format!("{subject}: the responses of its calls"), "not the alternatives of its response");
        }
    }
}
