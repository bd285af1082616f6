//! The names of models: a named schema keeps its own, an inline one is named by where it stands.

use std::collections::{BTreeMap, BTreeSet};

use super::alternative;
use super::media_type;
use crate::api::{Api, Format, Incoming, Operation, Parameter, Place, RequestBody, Response, SchemaId, Schemas, Shape};
use crate::diagnostic::Diagnostics;
use crate::names::{Name, Scope, spelling};
use crate::node::Origin;
use crate::source::Sources;

/// Names every schema that becomes a model. Those with a name of their own come first, so that no inline one can take it;
/// then what stands in a place of its own, so that no name depends on who refers to it first.
pub fn claim(api: &Api, sources: &Sources, diagnostics: &mut Diagnostics) -> BTreeMap<SchemaId, Name> {
    let mut claims = Claims {
        api,
        sources,
        names: BTreeMap::new(),
        passed: BTreeSet::new(),
        home: None,
        away: BTreeSet::new(),
        scope: Scope::default(),
        diagnostics,
    };
    for (component, id) in &api.components {
        claims.named(*id, component, None);
    }
    let (parts, whole): (Vec<_>, Vec<_>) = api.referred.iter().partition(|(_, place)| place.is_part);
    for (id, place) in &whole {
        claims.named(*id, &place.name, place.around.as_deref());
    }
    for id in api.components.values().chain(whole.iter().map(|(id, _)| id)) {
        let name = claims.names[id].to_string();
        claims.at_home(*id, &name);
    }
    claims.shared();
    for (id, place) in parts {
        claims.inline(*id, place.name.clone());
    }
    for (wanted, id) in std::mem::take(&mut claims.away) {
        claims.inline(id, wanted);
    }
    for operation in &api.operations {
        claims.operation(operation);
    }
    for operation in &api.operations {
        for callback in &operation.callbacks {
            claims.incoming(callback, &self::operation(operation), "callback");
        }
    }
    for webhook in &api.webhooks {
        claims.incoming(webhook, "", "webhook");
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

/// What several operations may have in common.
enum Shared<'a> {
    Parameter(&'a Parameter),
    Body(&'a RequestBody),
    Response(&'a Response),
}

/// The words that there are, in one text.
fn joined<const COUNT: usize>(words: [&str; COUNT]) -> String {
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

struct Claims<'a> {
    api: &'a Api,
    sources: &'a Sources,
    names: BTreeMap<SchemaId, Name>,
    /// The schemas that have been looked into; a list may hold itself without a name in between.
    passed: BTreeSet<SchemaId>,
    /// The named schema that is looked into: what stands elsewhere, and is there by `allOf`, has a name from its own place.
    home: Option<Origin>,
    /// What was met away from its own place, with the name that it has if that gives it none.
    away: BTreeSet<(String, SchemaId)>,
    scope: Scope,
    diagnostics: &'a mut Diagnostics,
}

impl Claims<'_> {
    /// Names a schema that has a name of its own. Where another has it already, what is around it tells them apart.
    fn named(&mut self, id: SchemaId, wanted: &str, around: Option<&str>) {
        let schema = &self.api.schemas[id];
        let wanted = schema.annotations.rust_name.as_deref().unwrap_or(wanted);
        let longer = around.map(|around| spelling::type_name(&format!("{around} {wanted}")));
        let name = self.scope.claim_either(spelling::type_name(wanted), longer, wanted, schema.at, self.diagnostics);
        self.names.entry(id).or_insert(name);
    }

    /// Names the schemas inside parameters, bodies and responses that references lead to.
    fn shared(&mut self) {
        let api = self.api;
        let mut shared: BTreeMap<Origin, Shared<'_>> = BTreeMap::new();
        for operation in &api.operations {
            shared.extend(operation.parameters.iter().map(|parameter| (parameter.whole_at, Shared::Parameter(parameter))));
            shared.extend(operation.responses.iter().map(|response| (response.at, Shared::Response(response))));
            let body = operation.request_body.as_ref().filter(|_| operation.variants.is_none());
            shared.extend(body.map(|body| (body.at, Shared::Body(body))));
        }
        for (at, Place { name, .. }) in &api.places {
            let kind = |kind| if name.to_lowercase().ends_with(kind) { "" } else { kind };
            match shared.get(at) {
                Some(Shared::Parameter(parameter)) => self.inline(parameter.schema, joined([name, "", kind("parameter")])),
                Some(Shared::Body(body)) => self.body(body, name, kind("body")),
                Some(Shared::Response(response)) => self.response(response, name, kind("response")),
                None => {}
            }
        }
    }

    fn claim(&mut self, id: SchemaId, wanted: &str) {
        let name = self.scope.claim(spelling::type_name(wanted), wanted, self.api.schemas[id].at, self.diagnostics);
        self.names.insert(id, name);
    }

    fn operation(&mut self, operation: &Operation) {
        let name = self::operation(operation);
        for parameter in &operation.parameters {
            self.inline(parameter.schema, format!("{name} {}", parameter.name));
        }
        match (&operation.request_body, &operation.variants) {
            // The properties of such a body are arguments of the calls; the body itself is no model.
            (Some(body), Some(_)) => {
                for body in &body.representations {
                    body.media_type.schema.into_iter().for_each(|schema| self.inside(schema, &name));
                }
            }
            (Some(body), None) => self.body(body, &name, "body"),
            (None, _) => {}
        }
        let variants = operation.variants.as_ref();
        let is_of_variants = variants.is_some_and(|variants| variants.calls.iter().all(|call| call.response.is_some()));
        self.responses(&operation.responses, is_of_variants, &name);
        for call in operation.variants.iter().flat_map(|variants| &variants.calls) {
            if let Some(schema) = call.response {
                self.inline(schema, format!("{name} {} output", call.name));
            }
        }
    }

    /// Names what the API sends, and what it expects in return.
    fn incoming(&mut self, incoming: &Incoming, around: &str, kind: &str) {
        let kind = if incoming.name.to_lowercase().ends_with(kind) { "" } else { kind };
        let derived = || joined([around, &incoming.name, kind, incoming.method.as_deref().unwrap_or_default()]);
        let name = incoming.id.clone().unwrap_or_else(derived);
        if let Some(body) = &incoming.request_body {
            self.body(body, &name, "body");
        }
        self.responses(&incoming.responses, false, &name);
    }

    /// Names the bodies of responses: the first success and each error plainly, others by what sets them apart. Those of
    /// successes may be the variants' to name.
    fn responses(&mut self, responses: &[Response], is_of_variants: bool, name: &str) {
        let mut successes = 0;
        for response in responses {
            let is_success = response.status.is_success();
            if is_success && is_of_variants {
                continue;
            }
            let status = match (is_success, successes) {
                (true, 0) => "output".to_owned(),
                (true, _) => format!("output {}", response.status),
                (false, _) => format!("error {}", response.status),
            };
            self.response(response, name, &status);
            successes += usize::from(is_success);
        }
    }

    /// Names the representations of a request's body: the first plainly, others by their media types.
    fn body(&mut self, body: &RequestBody, name: &str, kind: &str) {
        for (index, body) in body.representations.iter().enumerate() {
            let Some(schema) = body.media_type.schema else { continue };
            match (body.format, index) {
                (Format::Multipart, _) => self.inside_target(schema, name),
                (_, 0) => self.inline(schema, joined([name, "", kind])),
                _ => self.inline(schema, joined([name, &media_type::media_word(&body.media_type.name), kind])),
            }
        }
    }

    /// Names the representations of a response in the same way.
    fn response(&mut self, response: &Response, name: &str, kind: &str) {
        for header in &response.headers {
            header.schema.into_iter().for_each(|schema| self.inline(schema, format!("{name} {}", header.name)));
        }
        for (index, body) in response.representations.iter().enumerate() {
            let Some(schema) = body.schema(&self.api.schemas) else { continue };
            match (body.format, index) {
                (Format::Events, _) => self.inline(schema, format!("{name} event")),
                (Format::Lines, _) => self.inline(schema, format!("{name} item")),
                (_, 0) => self.inline(schema, joined([name, kind, ""])),
                _ => self.inline(schema, joined([name, kind, &media_type::media_word(&body.media_type.name)])),
            }
        }
    }

    /// Names a schema and those inside it, after the place where it stands.
    fn inline(&mut self, id: SchemaId, wanted: String) {
        let mut queue = vec![(id, wanted)];
        while let Some((id, wanted)) = queue.pop() {
            if self.names.contains_key(&id) {
                continue;
            }
            if !self.is_home(id) {
                self.away.insert((wanted, id));
                continue;
            }
            if !self.passed.insert(id) {
                continue;
            }
            let schema = &self.api.schemas[id];
            let wanted = schema.annotations.rust_name.clone().unwrap_or(wanted);
            let children = children(&schema.shape, &wanted, &self.api.schemas);
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

    /// Names the schemas inside a named one, as far as they were written in it.
    fn at_home(&mut self, id: SchemaId, name: &str) {
        self.home = Some(self.api.schemas[id].at);
        self.inside(id, name);
        self.home = None;
    }

    fn is_home(&self, id: SchemaId) -> bool {
        self.home.is_none_or(|home| self.sources.is_within(self.api.schemas[id].at, home))
    }

    /// Names the schemas inside one.
    fn inside(&mut self, id: SchemaId, name: &str) {
        for (child, wanted) in children(&self.api.schemas[id].shape, name, &self.api.schemas) {
            self.inline(child, wanted);
        }
    }
}

/// The schemas right inside one, and what each is named after.
fn children(shape: &Shape, name: &str, schemas: &Schemas) -> Vec<(SchemaId, String)> {
    match shape {
        Shape::Reference(target) => vec![(*target, name.to_owned())],
        Shape::Array(items) => vec![(*items, format!("{name} item"))],
        Shape::Map(values) => values.iter().map(|values| (*values, format!("{name} value"))).collect(),
        Shape::Object(object) => {
            let properties = object.properties.iter().map(|property| (property.schema, format!("{name} {}", property.name)));
            properties.chain(object.additional.map(|additional| (additional, format!("{name} value")))).collect()
        }
        Shape::Union(union) => {
            let words = alternative::words(union, schemas);
            union.variants.iter().zip(words).map(|(variant, word)| (*variant, joined([name, "", &word]))).collect()
        }
        _ => Vec::new(),
    }
}
