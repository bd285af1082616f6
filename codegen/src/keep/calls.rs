//! Keeps the arguments, results and documented errors of recorded calls.

use super::Keeper;
use super::recorded_type::{RecordedType, arguments};
use crate::api::{Answers, Direction, Format, Response, SchemaId, Status};
use crate::record::{Item, Key, Kind, Step};
use crate::share::call_key;

impl<'r> Keeper<'_, 'r> {
    /// Keeps what each call takes and returns.
    pub(super) fn calls(&mut self) {
        for index in 0..self.api.operations.len() {
            let operation = &self.api.operations[index];
            let key = call_key::key(operation, None);
            let Some(method) = self.record.get(&key, Kind::Method).filter(|_| operation.variants.is_none()) else { continue };
            self.parameters(index, &key, method);
            self.body(index, &key, method);
            self.successes(index, &key);
            self.errors(index, &key);
        }
        self.settle();
    }

    /// The recorded type of a value that a call takes, and whether the method asks for it.
    fn taken(&self, method: &'r Item, call: &Key, step: Step<'_>, argument: &str) -> Option<(RecordedType<'r>, bool)> {
        let key = call.then(step);
        let of_field = || self.record.get(&key, Kind::Field).map(|field| RecordedType::new(&field.ty));
        let place = method.order.iter().position(|taken| taken == argument);
        let of_argument = || place.and_then(|place| arguments(&method.ty).get(place).copied());
        let of_setter = || self.record.get(&key, Kind::Setter).map(|setter| RecordedType::taken(&setter.ty));
        let asked = of_field().or_else(of_argument).map(|ty| (ty, true));
        let (ty, is_asked_for) = asked.or_else(|| of_setter().map(|ty| (ty, false)))?;
        Some((ty.options().1, is_asked_for))
    }

    /// Keeps the types of parameters; one that was asked for is asked for.
    fn parameters(&mut self, index: usize, key: &Key, method: &Item) {
        for place in 0..self.api.operations[index].parameters.len() {
            let parameter = &self.api.operations[index].parameters[place];
            let step = Step::Parameter(call_key::location(parameter.location), &parameter.name);
            let schema = parameter.schema;
            let Some((recorded, is_asked_for)) = self.taken(method, key, step, &call_key::argument(parameter)) else { continue };
            let kept = self.fit(schema, recorded, Direction::Sent).unwrap_or(schema);
            self.is_changed |= kept != schema;
            let operation = self.api.operation_mut(index);
            operation.parameters[place].schema = kept;
            operation.parameters[place].required |= is_asked_for;
            operation.only_values.remove(&place);
        }
    }

    /// Keeps the type of the body; one that was asked for is asked for.
    fn body(&mut self, index: usize, key: &Key, method: &Item) {
        let step = Step::Input("body");
        let Some((recorded, is_asked_for)) = self.taken(method, key, step, call_key::BODY) else { return };
        let Some(body) = &mut self.api.operation_mut(index).request_body else { return };
        body.required |= is_asked_for;
        let [only] = body.representations.as_slice() else { return };
        let Some(schema) = only.media_type.schema.filter(|_| only.format == Format::Json) else { return };
        if let Some(kept) = self.fit(schema, recorded, Direction::Sent).filter(|kept| *kept != schema) {
            self.is_changed = true;
            let body = self.api.operation_mut(index).request_body.as_mut();
            body.into_iter().for_each(|body| body.representations[0].media_type.schema = Some(kept));
        }
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
            let responses = &mut self.api.operation_mut(index).responses;
            responses.push(Response::dropped(at, status, schema));
            responses.sort_by_key(|response| response.status);
        }
    }

    /// Keeps the type of the JSON in a response.
    fn response_type(&mut self, index: usize, status: Status, recorded: RecordedType<'_>) {
        let Some(response) = self.response(index, status) else { return };
        let schemas: Vec<Option<SchemaId>> =
            response.representations.iter().map(|body| body.media_type.schema.filter(|_| body.format == Format::Json)).collect();
        for (place, schema) in schemas.into_iter().enumerate() {
            let kept = schema
                .and_then(|schema| self.fit_inside(schema, recorded, Direction::Received))
                .filter(|kept| Some(*kept) != schema);
            self.is_changed |= kept.is_some();
            let response = self.response(index, status);
            if let (Some(response), Some(kept)) = (response, kept) {
                response.representations[place].media_type.schema = Some(kept);
            }
        }
    }

    fn response(&mut self, index: usize, status: Status) -> Option<&mut Response> {
        self.api.operation_mut(index).responses.iter_mut().find(|response| response.status == status)
    }
}
