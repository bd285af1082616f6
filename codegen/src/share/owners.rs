//! Finds the models in calls, webhooks, and the parameters, bodies and responses that several calls share.

use std::collections::BTreeMap;

use super::place::{Owner, Place};
use super::walk::Walk;
use super::{CallWords, call_key, named_keys, words};
use crate::api::{Api, Format, Incoming, MediaType, Parameter, RequestBody, Response, SchemaId, Status};
use crate::node::Origin;
use crate::record::{Key, Step};
use crate::source::Sources;

/// Visits everything that holds schemas, in the order in which names are given.
pub(super) fn visit<'a>(api: &'a Api, calls: &'a CallWords, sources: &Sources, walk: &mut Walk<'a>) {
    let address = |id: SchemaId| Key::place(&sources.address(api.schemas[id].at));
    for (id, key) in named_keys(api, sources) {
        walk.at_home(id, key);
    }
    Owners { api, calls, walk }.shared(sources);
    for (id, place) in api.referred.iter().filter(|(_, place)| place.is_part) {
        walk.schema(*id, Place::of(Owner::Words(place.name.clone()), address(*id)));
    }
    walk.away();
    let mut owners = Owners { api, calls, walk };
    for index in 0..api.operations.len() {
        owners.operation(index);
    }
    for (index, operation) in api.operations.iter().enumerate() {
        let key = call_key::key(operation, None);
        for callback in &operation.callbacks {
            let expression = callback.expression.as_deref().unwrap_or_default();
            let step = Step::Callback(&callback.name, expression, &callback.method);
            owners.incoming(callback, calls.unique(index), "callback", key.then(step));
        }
    }
    for webhook in &api.webhooks {
        owners.incoming(webhook, "", "webhook", Key::webhook(&webhook.name, &webhook.method));
    }
}

/// What several operations may have in common.
enum Shared<'a> {
    Parameter(&'a Parameter),
    Body(&'a RequestBody),
    Response(&'a Response),
}

struct Owners<'w, 'a> {
    api: &'a Api,
    calls: &'a CallWords,
    walk: &'w mut Walk<'a>,
}

impl<'a> Owners<'_, 'a> {
    /// Visits the parameters, bodies and responses that references lead to.
    fn shared(&mut self, sources: &Sources) {
        let api = self.api;
        let mut shared: BTreeMap<Origin, Shared<'_>> = BTreeMap::new();
        for operation in &api.operations {
            shared.extend(operation.given_parameters().map(|parameter| (parameter.whole_at, Shared::Parameter(parameter))));
            shared.extend(operation.responses.iter().map(|response| (response.at, Shared::Response(response))));
            let body = operation.request_body.as_ref().filter(|_| operation.variants.is_none());
            shared.extend(body.map(|body| (body.at, Shared::Body(body))));
        }
        for (at, component) in &api.places {
            let name = &component.name;
            let kind = |kind| if name.to_lowercase().ends_with(kind) { "" } else { kind };
            let place = Place::of(Owner::Words(name.clone()), Key::place(&sources.address(*at)));
            match shared.get(at) {
                Some(Shared::Parameter(parameter)) => {
                    let owner = Owner::Words(joined([name, kind("parameter")]));
                    self.walk.schema(parameter.schema, Place { owner, ..place });
                }
                Some(Shared::Body(body)) => self.body(body, &place, kind("body")),
                Some(Shared::Response(response)) => self.response(response, &place, kind("response")),
                None => {}
            }
        }
    }

    fn operation(&mut self, index: usize) {
        let (operation, words) = (&self.api.operations[index], self.calls.unique(index));
        let call = Place::of(Owner::Words(words.to_owned()), call_key::key(operation, None));
        for parameter in operation.given_parameters() {
            let step = Step::Parameter(call_key::location(parameter.location), &parameter.name);
            self.walk.schema(parameter.schema, call.property(&parameter.name, step));
        }
        match (&operation.request_body, &operation.variants) {
            // The properties of such a body are arguments of the calls; the body itself is no model.
            (Some(body), Some(_)) => {
                for body in &body.representations {
                    let place = Place { key: call.key.then(body_step(&body.media_type)), ..call.clone() };
                    body.media_type.schema.into_iter().for_each(|schema| self.walk.inside(schema, &place));
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
                let words = joined([words, &variant.name]);
                let call = Place::of(Owner::Words(words), call_key::key(operation, Some(variant)));
                self.walk.schema(schema, call.role("output", Step::Own("output")));
            }
        }
    }

    /// Visits what the API sends, and what it expects in return.
    fn incoming(&mut self, incoming: &Incoming, around: &str, kind: &str, key: Key) {
        let kind = if incoming.name.to_lowercase().ends_with(kind) { "" } else { kind };
        let method = if incoming.is_only { "" } else { &incoming.method };
        let derived = || joined([around, &incoming.name, kind, method]);
        let call = Place::of(Owner::Words(incoming.id.clone().unwrap_or_else(derived)), key);
        if let Some(body) = &incoming.request_body {
            self.body(body, &call, "body");
        }
        self.responses(&incoming.responses, false, &call);
    }

    /// Visits the bodies of responses: the first success and each error plainly, others by what sets them apart. Those of
    /// successes may be the variants' to name.
    fn responses(&mut self, responses: &[Response], is_of_variants: bool, call: &Place) {
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
            let place = Place { key: call.key.then(Step::Response(&response.status.to_string())), ..call.clone() };
            self.response(response, &place, &kind);
            successes += usize::from(is_success);
        }
    }

    /// Visits the representations of a request's body: the first plainly, others by their media types.
    fn body(&mut self, body: &RequestBody, call: &Place, kind: &str) {
        for (index, body) in body.representations.iter().enumerate() {
            let Some(schema) = body.schema(&self.api.schemas) else { continue };
            let media_type = &body.media_type;
            let of = |words: &str| call.role(words, body_step(media_type));
            let place = match (body.format, index) {
                (Format::Lines, _) => of("item"),
                (_, 0) => of(kind),
                _ => of(&joined([&words::media_type(&media_type.name), kind])),
            };
            if body.format == Format::Multipart {
                let form = Place { key: call.key.then(body_step(media_type)), ..call.clone() };
                self.walk.parts(schema, media_type, &form, &place);
            } else {
                self.walk.schema(schema, place);
            }
        }
    }

    /// Visits the representations of a response in the same way.
    fn response(&mut self, response: &Response, of: &Place, kind: &str) {
        for header in &response.headers {
            let place = of.property(&header.name, Step::Header(&header.name));
            header.schema.into_iter().for_each(|schema| self.walk.schema(schema, place.clone()));
        }
        for (index, body) in response.representations.iter().enumerate() {
            for event in &body.media_type.events {
                let place = of.property(&event.name, body_step(&body.media_type));
                let place = Place { key: place.key.then(Step::Alternative(&event.name)), ..place };
                event.data.into_iter().for_each(|data| self.walk.schema(data, place.clone()));
            }
            let Some(schema) = body.schema(&self.api.schemas) else { continue };
            let words = match (body.format, index) {
                (Format::Events, _) => "event".to_owned(),
                (Format::Lines, _) => "item".to_owned(),
                (_, 0) => kind.to_owned(),
                _ => joined([kind, &words::media_type(&body.media_type.name)]),
            };
            self.walk.schema(schema, of.role(&words, body_step(&body.media_type)));
        }
    }
}

fn body_step(media_type: &MediaType) -> Step<'_> {
    Step::Body(&media_type.name)
}

/// The words that there are, in one text.
fn joined<const COUNT: usize>(words: [&str; COUNT]) -> String {
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    words.join(" ")
}
