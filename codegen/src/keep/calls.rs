//! Keeps the arguments of recorded calls.

use super::Keeper;
use crate::api::{Direction, Format, Shape};
use crate::record::recorded_type::{RecordedType, arguments};
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
            self.parts(index, &key, method);
            self.responses(index, &key);
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
            let parameter = &mut operation.parameters[place];
            parameter.is_kept_required = is_asked_for && !parameter.required;
            parameter.required |= is_asked_for;
            operation.only_values.remove(&place);
        }
    }

    /// Keeps the type of the body; one that was asked for is asked for.
    fn body(&mut self, index: usize, key: &Key, method: &Item) {
        let step = Step::Input("body");
        let Some((recorded, is_asked_for)) = self.taken(method, key, step, call_key::BODY) else { return };
        let Some(body) = &mut self.api.operation_mut(index).request_body else { return };
        body.is_kept_required = is_asked_for && !body.required;
        body.required |= is_asked_for;
        let [only] = body.representations.as_slice() else { return };
        let Some(schema) = only.media_type.schema.filter(|_| only.format == Format::Json) else { return };
        if let Some(kept) = self.fit(schema, recorded, Direction::Sent).filter(|kept| *kept != schema) {
            self.is_changed = true;
            let body = self.api.operation_mut(index).request_body.as_mut();
            body.into_iter().for_each(|body| body.representations[0].media_type.schema = Some(kept));
        }
    }

    /// Keeps the types of the parts of a form; one that was asked for is asked for.
    fn parts(&mut self, index: usize, key: &Key, method: &Item) {
        let body = self.api.operations[index].request_body.as_ref();
        let [only] = body.map_or(&[][..], |body| body.representations.as_slice()) else { return };
        let Some(form) = only.media_type.schema.filter(|_| only.format == Format::Multipart) else { return };
        let form = self.api.schemas.target(form).0;
        let Shape::Object(object) = &self.api.schemas[form].shape else { return };
        for (place, part) in object.properties.clone().iter().enumerate() {
            let (step, argument) = (Step::Part(&part.name), call_key::part(&part.name));
            let Some((recorded, is_asked_for)) = self.taken(method, key, step, &argument) else { continue };
            if !is_asked_for && self.api.has_only_value(form, part) {
                continue;
            }
            let kept = self.fit(part.schema, recorded, Direction::Sent).unwrap_or(part.schema);
            self.is_changed |= kept != part.schema;
            self.api.set_property(form, place, kept);
            if is_asked_for {
                self.api.require_property(form, place);
            }
        }
    }
}
