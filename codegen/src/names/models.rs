//! The names of models: a named schema keeps its own, an inline one is named by its place.

use std::collections::BTreeMap;

use super::inline::{Inline, Wanted, joined};
use super::parts::Parts;
use super::scope::Scope;
use super::{Claim, MOST_ARGUMENTS, ModelNames, Name, call_key, inputs, spelling, words};
use crate::api::{Api, Format, Incoming, MediaType, Operation, Parameter, Place, RequestBody, Response, SchemaId, Shape, Status};
use crate::diagnostic::Diagnostics;
use crate::node::Origin;
use crate::record::{Key, Step};
use crate::source::Sources;

/// Names every schema that becomes a model, and what is inside it.
pub(super) fn claim(api: &Api, sources: &Sources, diagnostics: &mut Diagnostics) -> BTreeMap<SchemaId, ModelNames> {
    let (claimed, mut scope) = types(api, sources, diagnostics);
    let module = |claim: &Claim| spelling::module(claim.name.as_str());
    let mut modules: Vec<(SchemaId, &Claim, Name)> = claimed.iter().map(|(id, (_, claim))| (*id, claim, module(claim))).collect();
    modules.sort_by(|(_, _, left), (_, _, right)| left.cmp(right));
    let mut models: BTreeMap<SchemaId, ModelNames> = BTreeMap::new();
    for (id, claim, module) in modules {
        let required = (arguments(id, api) > MOST_ARGUMENTS).then(|| scope.place(claim.name.with("required")));
        let parts = Parts::of(id, &claimed, &api.schemas, diagnostics);
        models.insert(id, ModelNames { key: claimed[&id].0.clone(), claim: claim.clone(), module, required, parts });
    }
    models
}

/// How many required properties a constructor would ask for.
fn arguments(id: SchemaId, api: &Api) -> usize {
    let Shape::Object(object) = &api.schemas[id].shape else { return 0 };
    let required = object.properties.iter().enumerate().filter(|(_, property)| property.is_always_sent());
    required.filter(|(place, _)| !api.only_values.contains_key(&(id, *place))).count()
}

/// Names the types. Those with a name of their own come first, so that no inline one can take it; then what is written in a place
/// of its own, so that no name depends on who refers to it first.
fn types<'a>(api: &'a Api, sources: &'a Sources, diagnostics: &'a mut Diagnostics) -> (BTreeMap<SchemaId, (Key, Claim)>, Scope) {
    let mut owners = Owners { api, inline: Inline::new(&api.schemas, sources, diagnostics) };
    for (component, id) in &api.components {
        owners.inline.named(*id, component, None, Key::component("schemas", component));
    }
    let address = |id: SchemaId| Key::place(&sources.address(api.schemas[id].at));
    let (parts, whole): (Vec<_>, Vec<_>) = api.referred.iter().partition(|(_, place)| place.is_part);
    for (id, place) in &whole {
        owners.inline.named(*id, &place.name, place.around.as_deref(), address(*id));
    }
    for id in api.components.values().chain(whole.iter().map(|(id, _)| id)) {
        owners.inline.at_home(*id);
    }
    owners.shared(sources);
    for (id, place) in parts {
        owners.inline.schema(*id, Wanted { words: place.name.clone(), key: address(*id) });
    }
    owners.inline.away();
    for operation in &api.operations {
        owners.operation(operation);
    }
    for operation in &api.operations {
        let key = call_key::key(operation, None);
        for callback in &operation.callbacks {
            let method = callback.method.as_deref().unwrap_or_default();
            owners.incoming(callback, &call_key::words(operation), "callback", key.then(Step::Callback(&callback.name, method)));
        }
    }
    for webhook in &api.webhooks {
        let key = Key::webhook(&webhook.name, webhook.method.as_deref().unwrap_or_default());
        owners.incoming(webhook, "", "webhook", key);
    }
    owners.inline.finish()
}

/// What several operations may have in common.
enum Shared<'a> {
    Parameter(&'a Parameter),
    Body(&'a RequestBody),
    Response(&'a Response),
}

/// Walks what inline schemas belong to.
struct Owners<'a> {
    api: &'a Api,
    inline: Inline<'a>,
}

impl<'a> Owners<'a> {
    /// Names the schemas inside parameters, bodies and responses that references lead to.
    fn shared(&mut self, sources: &Sources) {
        let api = self.api;
        let mut shared: BTreeMap<Origin, Shared<'_>> = BTreeMap::new();
        for operation in &api.operations {
            shared.extend(operation.given_parameters().map(|parameter| (parameter.whole_at, Shared::Parameter(parameter))));
            shared.extend(operation.responses.iter().map(|response| (response.at, Shared::Response(response))));
            let body = operation.request_body.as_ref().filter(|_| operation.variants.is_none());
            shared.extend(body.map(|body| (body.at, Shared::Body(body))));
        }
        for (at, Place { name, .. }) in &api.places {
            let kind = |kind| if name.to_lowercase().ends_with(kind) { "" } else { kind };
            let wanted = Wanted { words: name.clone(), key: Key::place(&sources.address(*at)) };
            match shared.get(at) {
                Some(Shared::Parameter(parameter)) => {
                    let words = joined([name, "", kind("parameter")]);
                    self.inline.schema(parameter.schema, Wanted { words, ..wanted });
                }
                Some(Shared::Body(body)) => self.body(body, &wanted, kind("body")),
                Some(Shared::Response(response)) => self.response(response, &wanted, kind("response")),
                None => {}
            }
        }
    }

    fn operation(&mut self, operation: &Operation) {
        let call = Wanted { words: call_key::words(operation), key: call_key::key(operation, None) };
        for parameter in operation.given_parameters() {
            let step = Step::Parameter(inputs::location(parameter.location), &parameter.name);
            self.inline.schema(parameter.schema, call.step(&parameter.name, step));
        }
        match (&operation.request_body, &operation.variants) {
            // The properties of such a body are arguments of the calls; the body itself is no model.
            (Some(body), Some(_)) => {
                for body in &body.representations {
                    let wanted = call.step("", Step::Body(&body.media_type.name));
                    body.media_type.schema.into_iter().for_each(|schema| self.inline.inside(schema, &wanted));
                }
            }
            (Some(body), None) => self.body(body, &call, "body"),
            (None, _) => {}
        }
        let variants = operation.variants.as_ref();
        let is_of_variants = variants.is_some_and(|variants| variants.calls.iter().all(|call| call.response.is_some()));
        self.responses(&operation.responses, is_of_variants, &call);
        for variant in operation.variants.iter().flat_map(|variants| &variants.calls) {
            if let Some(schema) = variant.response {
                let words = format!("{} {} output", call.words, variant.name);
                let key = call_key::key(operation, Some(variant)).then(Step::Own("output"));
                self.inline.schema(schema, Wanted { words, key });
            }
        }
    }

    /// Names what the API sends, and what it expects in return.
    fn incoming(&mut self, incoming: &Incoming, around: &str, kind: &str, key: Key) {
        let kind = if incoming.name.to_lowercase().ends_with(kind) { "" } else { kind };
        let derived = || joined([around, &incoming.name, kind, incoming.method.as_deref().unwrap_or_default()]);
        let call = Wanted { words: incoming.id.clone().unwrap_or_else(derived), key };
        if let Some(body) = &incoming.request_body {
            self.body(body, &call, "body");
        }
        self.responses(&incoming.responses, false, &call);
    }

    /// Names the bodies of responses: the first success and each error plainly, others by what sets them apart. Those of
    /// successes may be the variants' to name.
    fn responses(&mut self, responses: &[Response], is_of_variants: bool, call: &Wanted) {
        let mut successes = 0;
        for response in responses {
            let is_success = response.status != Status::Default && response.status.is_success_among(responses);
            if is_success && is_of_variants {
                continue;
            }
            let kind = match (is_success, successes) {
                (true, 0) => "output".to_owned(),
                (true, _) => format!("output {}", response.status),
                (false, _) => format!("error {}", response.status),
            };
            let wanted = call.step("", Step::Response(&response.status.to_string()));
            self.response(response, &wanted, &kind);
            successes += usize::from(is_success);
        }
    }

    /// Names the representations of a request's body: the first plainly, others by their media types.
    fn body(&mut self, body: &RequestBody, call: &Wanted, kind: &str) {
        for (index, body) in body.representations.iter().enumerate() {
            let Some(schema) = body.schema(&self.api.schemas) else { continue };
            let of = |words: &str| call.step(words, body_step(&body.media_type));
            match (body.format, index) {
                (Format::Multipart, _) => self.inline.parts(schema, &body.media_type, &of("")),
                (Format::Lines, _) => self.inline.schema(schema, of("item")),
                (_, 0) => self.inline.schema(schema, of(kind)),
                _ => self.inline.schema(schema, of(&joined([&words::media_type(&body.media_type.name), kind]))),
            }
        }
    }

    /// Names the representations of a response in the same way.
    fn response(&mut self, response: &Response, of: &Wanted, kind: &str) {
        for header in &response.headers {
            let wanted = of.step(&header.name, Step::Header(&header.name));
            header.schema.into_iter().for_each(|schema| self.inline.schema(schema, wanted.clone()));
        }
        for (index, body) in response.representations.iter().enumerate() {
            for event in &body.media_type.events {
                let step = of.step(&event.name, body_step(&body.media_type)).step("", Step::Alternative(&event.name));
                event.data.into_iter().for_each(|data| self.inline.schema(data, step.clone()));
            }
            let Some(schema) = body.schema(&self.api.schemas) else { continue };
            let words = match (body.format, index) {
                (Format::Events, _) => "event".to_owned(),
                (Format::Lines, _) => "item".to_owned(),
                (_, 0) => kind.to_owned(),
                _ => joined([kind, &words::media_type(&body.media_type.name)]),
            };
            self.inline.schema(schema, of.step(&words, body_step(&body.media_type)));
        }
    }
}

fn body_step(media_type: &MediaType) -> Step<'_> {
    Step::Body(&media_type.name)
}
