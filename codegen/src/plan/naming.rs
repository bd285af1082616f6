//! The names of models: a named schema keeps its own, an inline one is named by where it stands.

use std::collections::BTreeMap;

use super::name::{self, Name, Scope};
use super::representation::{self, Format};
use super::response;
use crate::api::{Api, Operation, SchemaId, Shape};
use crate::diagnostic::Diagnostics;

/// Names every schema that becomes a model. Named schemas come first, so that no inline one can take their names.
pub fn claim(api: &Api, diagnostics: &mut Diagnostics) -> BTreeMap<SchemaId, Name> {
    let mut claims = Claims { api, names: BTreeMap::new(), scope: Scope::default(), diagnostics };
    for (component, id) in &api.components {
        let wanted = api.schemas[*id].rust_name.as_ref().unwrap_or(component);
        claims.claim(*id, wanted);
    }
    for id in api.components.values() {
        let name = claims.names[id].to_string();
        claims.inside(*id, &name);
    }
    for operation in &api.operations {
        claims.operation(operation);
    }
    claims.names
}

/// What an operation's inline schemas are named after: its id, or its method and path.
pub fn operation(operation: &Operation) -> String {
    match &operation.id {
        Some(id) => id.clone(),
        None => format!("{} {}", operation.method.to_lowercase(), operation.path.text),
    }
}

struct Claims<'a> {
    api: &'a Api,
    names: BTreeMap<SchemaId, Name>,
    scope: Scope,
    diagnostics: &'a mut Diagnostics,
}

impl Claims<'_> {
    fn claim(&mut self, id: SchemaId, wanted: &str) {
        let name = self.scope.claim(name::type_name(wanted), wanted, self.api.schemas[id].at, self.diagnostics);
        self.names.insert(id, name);
    }

    fn operation(&mut self, operation: &Operation) {
        let name = self::operation(operation);
        for parameter in &operation.parameters {
            self.inline(parameter.schema, format!("{name} {}", parameter.name));
        }
        let body = operation.request_body.iter().flat_map(|body| representation::of(&body.content, &self.api.schemas));
        for (index, body) in body.enumerate() {
            let Some(schema) = body.media_type.schema else { continue };
            match &operation.variants {
                // The properties of such a body are arguments of the calls; the body itself is no model.
                Some(_) => self.inside(schema, &name),
                None if body.format == Format::Multipart => self.inside_target(schema, &name),
                None if index == 0 => self.inline(schema, format!("{name} body")),
                None => self.inline(schema, format!("{name} {} body", response::media_word(&body.media_type.name))),
            }
        }
        self.responses(operation, &name);
        for call in operation.variants.iter().flat_map(|variants| &variants.calls) {
            if let Some(schema) = call.response {
                self.inline(schema, format!("{name} {} output", call.name));
            }
        }
    }

    /// Names the bodies of responses: the first success and each error plainly, others by what sets them apart.
    fn responses(&mut self, operation: &Operation, name: &str) {
        let mut successes = 0;
        for response in &operation.responses {
            let is_success = response.status.is_success();
            if is_success
                && operation.variants.as_ref().is_some_and(|variants| variants.calls.iter().all(|call| call.response.is_some()))
            {
                continue;
            }
            let status = match (is_success, successes) {
                (true, 0) => "output".to_owned(),
                (true, _) => format!("output {}", response.status),
                (false, _) => format!("error {}", response.status),
            };
            let bodies = representation::of(&response.content, &self.api.schemas);
            for (index, body) in bodies.iter().enumerate() {
                let Some(schema) = body.schema(&self.api.schemas) else { continue };
                match (body.format, index) {
                    (Format::Events, _) => self.inline(schema, format!("{name} event")),
                    (Format::Lines, _) => self.inline(schema, format!("{name} item")),
                    (_, 0) => self.inline(schema, format!("{name} {status}")),
                    _ => self.inline(schema, format!("{name} {status} {}", response::media_word(&body.media_type.name))),
                }
            }
            successes += usize::from(is_success);
        }
    }

    /// Names a schema and those inside it, after the place where it stands.
    fn inline(&mut self, id: SchemaId, wanted: String) {
        let mut queue = vec![(id, wanted)];
        while let Some((id, wanted)) = queue.pop() {
            if self.names.contains_key(&id) {
                continue;
            }
            let schema = &self.api.schemas[id];
            let wanted = schema.rust_name.clone().unwrap_or(wanted);
            let children = children(&schema.shape, &wanted);
            if matches!(schema.shape, Shape::Object(_) | Shape::Enumeration(_) | Shape::Union(_)) {
                self.claim(id, &wanted);
            } else if children.is_empty() {
                continue;
            }
            queue.extend(children.into_iter().rev());
        }
    }

    /// Names the schemas inside the object that a form is, whose properties are parts of the form.
    fn inside_target(&mut self, id: SchemaId, name: &str) {
        let target = self.api.schemas.target(id).0;
        match self.api.schemas[target].shape {
            Shape::Object(_) => self.inside(target, name),
            _ => self.inline(id, format!("{name} body")),
        }
    }

    /// Names the schemas inside one.
    fn inside(&mut self, id: SchemaId, name: &str) {
        for (child, wanted) in children(&self.api.schemas[id].shape, name) {
            self.inline(child, wanted);
        }
    }
}

/// The schemas right inside one, and what each is named after.
fn children(shape: &Shape, name: &str) -> Vec<(SchemaId, String)> {
    match shape {
        Shape::Reference(target) => vec![(*target, name.to_owned())],
        Shape::Array(items) => vec![(*items, format!("{name} item"))],
        Shape::Map(values) => values.iter().map(|values| (*values, format!("{name} value"))).collect(),
        Shape::Object(object) => {
            let properties = object.properties.iter().map(|property| (property.schema, format!("{name} {}", property.name)));
            properties.chain(object.additional.map(|additional| (additional, format!("{name} value")))).collect()
        }
        Shape::Union(union) => {
            let variants = union.variants.iter().enumerate();
            variants.map(|(index, variant)| (*variant, format!("{name} variant {}", index + 1))).collect()
        }
        _ => Vec::new(),
    }
}
