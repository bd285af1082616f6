//! Keeps the results, documented errors, streams and headers of recorded calls.

use super::Keeper;
use crate::api::{Answers, Direction, Format, MediaType, Response, SchemaId, Status};
use crate::record::recorded_type::RecordedType;
use crate::record::{Item, Key, Kind, Step};
use crate::share::call_key;

impl Keeper<'_, '_> {
    /// Keeps what a call receives.
    pub(super) fn responses(&mut self, index: usize, key: &Key) {
        self.successes(index, key);
        self.errors(index, key);
        self.streams(index, key);
        self.headers(index, key);
    }

    /// Keeps what a call returns: nothing, or a type; and successes that are no longer documented.
    fn successes(&mut self, index: usize, key: &Key) {
        let Some(output) = self.record.get(&key.then(Step::Own("Output")), Kind::Alias) else { return };
        let recorded = RecordedType::new(&output.ty);
        let operation = &self.api.operations[index];
        let has_body = |response: &&Response| !operation.is_bodiless(response);
        let successes: Vec<Status> = operation.successes().filter(has_body).map(|response| response.status).collect();
        for status in successes {
            if recorded.as_str() == "()" {
                self.response(index, status).into_iter().for_each(|response| response.representations.clear());
            } else {
                // Nothing where HTTP allows no body is an option as well.
                let is_optional = Answers::of(&self.api.operations[index], None, &self.api.schemas).is_optional;
                self.response_type(index, status, if is_optional { recorded.options().1 } else { recorded });
            }
        }
        let variants: Vec<&Item> = self.record.parts(&key.then(Step::Own("output")), Kind::Variant).collect();
        variants.into_iter().for_each(|variant| self.documented(index, variant));
    }

    /// Keeps the bodies of documented errors, and errors that are no longer documented.
    fn errors(&mut self, index: usize, key: &Key) {
        let variants: Vec<&Item> = self.record.parts(&key.then(Step::Own("error")), Kind::Variant).collect();
        for variant in variants {
            let Some(status) = Status::parse(&variant.key.last_word()) else { continue };
            let operation = &self.api.operations[index];
            if !operation.errors().any(|response| response.status == status) {
                self.documented(index, variant);
            } else if variant.ty.is_empty() {
                let response = self.response(index, status);
                response.into_iter().for_each(|response| response.representations.retain(|body| !body.is_typed_error()));
            } else {
                self.response_type(index, status, RecordedType::new(&variant.ty));
            }
        }
    }

    /// Adds the response of a recorded variant, unless its status is documented or its body has no type any more.
    fn documented(&mut self, index: usize, variant: &Item) {
        let Some(status) = Status::parse(&variant.key.last_word()) else { return };
        let operation = &self.api.operations[index];
        let at = operation.at;
        if operation.responses.iter().any(|response| response.status == status) {
            return;
        }
        let schema = if variant.ty.is_empty() { None } else { self.schema_of(RecordedType::new(&variant.ty).unboxed(), at) };
        if variant.ty.is_empty() || schema.is_some() {
            self.is_changed = true;
            let responses = &mut self.api.operation_mut(index).responses;
            responses.push(Response::dropped(at, status, schema));
            responses.sort_by_key(|response| response.status);
        }
    }

    /// Keeps the type of the JSON in a response.
    fn response_type(&mut self, index: usize, status: Status, recorded: RecordedType<'_>) {
        self.bodies(index, Format::Json, |keeper, of, media_type| {
            let kept = media_type.schema.filter(|_| of == status).map(|schema| keeper.received(schema, recorded));
            media_type.schema = kept.or(media_type.schema);
        });
    }

    /// Keeps the types of what comes item by item.
    fn streams(&mut self, index: usize, key: &Key) {
        let Some(method) = self.record.get(&key.then(Step::Own("stream")), Kind::Method) else { return };
        let stream = RecordedType::returned(&method.ty).inside("runtime::Opening");
        for (format, name) in [(Format::Events, "runtime::EventStream"), (Format::Lines, "runtime::LineStream")] {
            let Some(recorded) = stream.and_then(|stream| stream.inside(name)) else { continue };
            self.bodies(index, format, |keeper, _, media_type| {
                for event in &mut media_type.events {
                    let variant = keeper.record.get(&call_key::event(key, event), Kind::Variant);
                    let data = event.data.zip(variant.map(|variant| RecordedType::new(&variant.ty)));
                    event.data = data.map(|(data, recorded)| keeper.received(data, recorded)).or(event.data);
                }
                let item = media_type.item(&keeper.api.schemas);
                media_type.item_schema = item.map(|item| keeper.received(item, recorded)).or(media_type.item_schema);
            });
        }
    }

    /// Keeps the types of headers.
    fn headers(&mut self, index: usize, key: &Key) {
        let mut responses = self.api.operations[index].responses.clone();
        for header in responses.iter_mut().flat_map(|response| &mut response.headers) {
            let constant = self.record.get(&key.then(Step::Header(&header.name)), Kind::Constant);
            let recorded = constant.and_then(|constant| RecordedType::new(&constant.ty).inside("runtime::Header"));
            let typed = header.schema.filter(|_| !header.has_no_form(&self.api.schemas)).zip(recorded);
            header.schema = typed.map(|(schema, recorded)| self.received(schema, recorded)).or(header.schema);
        }
        self.api.operation_mut(index).responses = responses;
    }

    /// Changes the bodies of a format.
    fn bodies(&mut self, index: usize, format: Format, change: impl Fn(&mut Self, Status, &mut MediaType)) {
        let mut responses = self.api.operations[index].responses.clone();
        for response in &mut responses {
            let bodies = response.representations.iter_mut().filter(|body| body.format == format);
            bodies.for_each(|body| change(self, response.status, &mut body.media_type));
        }
        self.api.operation_mut(index).responses = responses;
    }

    /// The schema of a received value that has a recorded type, null included, if that type can hold it; otherwise its own.
    fn received(&mut self, schema: SchemaId, recorded: RecordedType<'_>) -> SchemaId {
        let kept = self.fit_inside(schema, recorded, Direction::Received).unwrap_or(schema);
        self.is_changed |= kept != schema;
        kept
    }

    fn response(&mut self, index: usize, status: Status) -> Option<&mut Response> {
        self.api.operation_mut(index).responses.iter_mut().find(|response| response.status == status)
    }
}
