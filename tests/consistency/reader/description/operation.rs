//! Operations: one call each, or one for each of their variants.

use serde_yaml::Value;

use super::Description;
use super::body::Body;
use super::call::{Call, Variant};
use super::group::Group;
use super::name::{snake, wanted};
use super::object::{Object, text};
use crate::reader::Facts;

/// The methods that a path can have.
pub(crate) const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// An operation as far as all its calls share it.
pub(crate) struct Operation<'d> {
    /// `GET`.
    pub(crate) method: String,
    /// The path's template.
    pub(crate) path: &'d str,
    /// The group.
    pub(crate) group: Group,
    /// How long an attempt may take.
    pub(crate) timeout: Option<&'d Value>,
    /// Parameters of the path, then the operation's own.
    pub(crate) parameters: Vec<&'d Value>,
    /// The body of the request.
    pub(crate) body: Option<Body<'d>>,
    /// The responses by status.
    pub(crate) responses: &'d Value,
    /// `x-pagination`.
    pub(crate) pagination: Option<&'d Value>,
}

impl<'d> Description<'d> {
    /// What the description says of a path's operations.
    pub(crate) fn path_item(&self, path: &'d str, item: &'d Value, tags: &[Value], facts: &mut Facts) {
        let mut object = Object::open(format!("path `{path}`"), self.resolve(item));
        let shared = object.list("parameters");
        for method in METHODS {
            if let Some(operation) = object.take(method) {
                self.operation(&method.to_uppercase(), path, (shared, tags), operation, facts);
            }
        }
        object.close(facts);
    }

    fn operation(
        &self,
        method: &str,
        path: &'d str,
        (shared, tags): (&'d [Value], &[Value]),
        operation: &'d Value,
        facts: &mut Facts,
    ) {
        let subject = format!("operation `{method} {path}`");
        let mut object = Object::open(&subject, operation);
        let tag = object.list("tags").first().map(text);
        let place = format!("{} {path}", method.to_lowercase());
        let id = object.take("operationId").map_or(place.as_str(), text);
        let name = snake(wanted(operation, without_tag(id, tag)));
        let prose = format!("{} {}", object.text("summary"), object.text("description"));
        let variants = object.take("x-variants");
        let operation = Operation {
            method: method.to_owned(),
            path,
            group: Group::of(tag, tags),
            timeout: object.take("x-timeout"),
            parameters: self.parameters(shared, object.list("parameters")),
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

/// An operation's id without a prefix that repeats its tag.
fn without_tag<'d>(id: &'d str, tag: Option<&str>) -> &'d str {
    match id.split_once(['/', '.', ':']) {
        Some((prefix, rest)) if tag.is_some_and(|tag| snake(tag) == snake(prefix)) => rest,
        _ => id,
    }
}
