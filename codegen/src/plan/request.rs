//! What a request holds: its arguments, its setters, and where each goes.

use std::collections::BTreeMap;

use super::builder::{Builder, Request, Values, sendable};
use super::call::Call;
use super::described::described;
use super::docs::{self, Docs};
use super::facts;
use super::inputs::PlanInputs;
use super::media_type::{BodyField, RequestBody};
use super::member::{Member, Sent};
use super::parameter::{self, Parameter, Segment, Source, Unencoded, nulls_inside};
use super::ty::{Argument, Ty};
use super::{part, request_body, server};
use crate::api::{self, Input, Location, OnlyValue, PathPart, PathTemplate, Payload};
use crate::diagnostic::{Diagnostics, Problem};
use crate::names::InputNames;
use crate::node::Value;
use crate::record::Kind;
use crate::share::call_key;

/// Decides what a request holds. Arguments keep the order in which they are recorded; new ones are last.
pub(super) fn plan(call: &Call<'_>, inputs: &PlanInputs<'_>, diagnostics: &mut Diagnostics) -> Request {
    let Call { operation, variant, names, .. } = call;
    let api = inputs.api;
    let payload = operation.payload(*variant, &api.schemas);
    let taken = operation.inputs(&payload, call.answers, &api.servers);
    let mut builder = Builder { request: Request::default(), sent: BTreeMap::new(), inputs, diagnostics };
    for (input, names) in taken.iter().zip(&names.inputs) {
        builder.add(*input, names, &payload, call);
    }
    let Builder { mut request, sent, .. } = builder;
    let values = sources(call, &sent);
    request.parameters = values.iter().filter_map(|(parameter, value)| outside_path(parameter, value)).collect();
    request.sent_by_itself =
        values.iter().map(|(parameter, value)| sent_by_itself(parameter, value)).fold(Docs::default(), Docs::then);
    request.sent_by_itself = request.sent_by_itself.then(parts_sent_by_themselves(&payload));
    let parts = operation.path.parts.iter().filter_map(|part| segment(part, &values));
    let query = operation.path.query.iter().map(|(name, value)| Segment::Query { name: name.clone(), value: value.clone() });
    request.segments = parts.chain(query).collect();
    request.body = body(&payload, call, &sent, inputs, diagnostics);
    if let Some(recorded) = inputs.record.get(&names.key, Kind::Method) {
        let place = |key: &String| recorded.order.iter().position(|earlier| earlier == key).unwrap_or(usize::MAX);
        let mut paired: Vec<_> = request.argument_keys.into_iter().zip(request.arguments).collect();
        paired.sort_by_key(|(key, _)| place(key));
        (request.argument_keys, request.arguments) = paired.into_iter().unzip();
    }
    request
}

/// The parameters, each with the field that holds its value, or its only value.
fn sources<'a>(call: &Call<'a>, sent: &Values) -> Vec<(&'a api::Parameter, Source)> {
    let mut names = call.names.inputs.iter();
    let source = |(place, parameter): (usize, &'a api::Parameter)| {
        let source = match call.operation.only_values.get(&place) {
            Some(value) => Source::Fixed(value.clone()),
            None => Source::Field(sent.get(&names.next()?.name.name)?.clone()),
        };
        Some((parameter, source))
    };
    call.operation.parameters.iter().enumerate().filter_map(source).collect()
}

fn outside_path(parameter: &api::Parameter, value: &Source) -> Option<Parameter> {
    let place = parameter::place(parameter)?;
    Some(Parameter { value: value.clone(), wire_name: parameter.name.clone(), place })
}

/// The docs of a parameter, if it is sent by itself.
fn sent_by_itself(parameter: &api::Parameter, value: &Source) -> Docs {
    match value {
        Source::Fixed(value) => {
            let noun = parameter::noun(parameter.location).to_lowercase();
            parameter::sent_by_itself(&noun, &parameter.name, parameter.description.as_deref(), value)
        }
        Source::Field(_) => Docs::default(),
    }
}

/// The docs of the parts of a form that are sent by themselves.
fn parts_sent_by_themselves(payload: &Payload<'_>) -> Docs {
    let (noun, object, only) = match payload {
        Payload::Parts(_, form, only) => ("part", form, only),
        Payload::Properties(_, object, only) => ("property", object, only),
        _ => return Docs::default(),
    };
    let docs = only.iter().filter_map(|(place, value)| {
        let property = object.properties.get(*place).filter(|property| property.is_always_sent())?;
        Some(parameter::sent_by_itself(noun, &property.name, property.annotations.description.as_deref(), value))
    });
    docs.fold(Docs::default(), Docs::then)
}

fn segment(part: &PathPart, values: &[(&api::Parameter, Source)]) -> Option<Segment> {
    match part {
        PathPart::Literal(text) => Some(Segment::Literal(text.clone())),
        PathPart::Parameter(place) => {
            let is_it = |parameter: &api::Parameter| parameter.location == Location::Path && parameter.name == place.name;
            let (parameter, value) = values.iter().find(|(parameter, _)| is_it(parameter))?;
            Some(Segment::Parameter {
                value: value.clone(),
                wire_name: place.name.clone(),
                style: parameter::path_style(parameter),
                unencoded: match (parameter.allow_reserved, place.is_greedy) {
                    (true, _) => Unencoded::Reserved,
                    (false, true) => Unencoded::Slashes,
                    (false, false) => Unencoded::Nothing,
                },
                may_be_empty: parameter.allow_empty_value || *value == Source::Fixed(OnlyValue::Text(String::new())),
            })
        }
    }
}

/// What the body is made from.
fn body(
    payload: &Payload<'_>,
    call: &Call<'_>,
    sent: &Values,
    inputs: &PlanInputs<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<RequestBody> {
    let beside_parameters = || call.names.inputs.iter().skip(call.operation.given_parameters().count());
    let value = |names: &InputNames| sent.get(&names.name.name).cloned();
    match payload {
        Payload::Nothing => None,
        Payload::Properties(media_type, object, only) => {
            let mut values = beside_parameters();
            // What only the server sets is not sent.
            let is_sent = |(place, property): &(usize, &api::Property)| !only.contains_key(place) || property.is_always_sent();
            let sent = object.properties.iter().enumerate().filter(is_sent);
            let field =
                |(place, property): (usize, &api::Property)| field(property, only.get(&place), call, || value(values.next()?));
            let fields = sent.map(field).collect::<Option<_>>()?;
            Some(RequestBody::JsonObject { media_type: sendable(&media_type.name, "application/json"), fields })
        }
        Payload::Parts(media_type, object, only) => {
            let mut values = beside_parameters();
            let source = |place: usize| match only.get(&place) {
                Some(only) => Some(Source::Fixed((*only).clone())),
                None => Some(Source::Field(value(values.next()?)?)),
            };
            let values: Vec<Source> = (0..object.properties.len()).map_while(source).collect();
            Some(part::parts(media_type, object, values, inputs, diagnostics))
        }
        Payload::Whole(body, representation, media_types) => {
            let mut names = beside_parameters();
            let value = value(names.next()?)?;
            let content_type = names.next().filter(|_| !media_types.is_empty()).map(|names| &names.name.name);
            Some(request_body::whole(body, representation, value, content_type, inputs))
        }
        Payload::Choice(body, representations) => {
            let value = value(beside_parameters().next()?)?;
            Some(request_body::choice(body, representations, value.name, call, inputs, diagnostics))
        }
    }
}

/// A property of the body of a variant: the value that decides, the only one that there is, or one of the request's.
fn field(
    property: &api::Property,
    only: Option<&OnlyValue>,
    call: &Call<'_>,
    value: impl FnOnce() -> Option<Sent>,
) -> Option<BodyField> {
    let wire_name = property.name.clone();
    let is_fixed = call.operation.variants.as_ref().is_some_and(|variants| variants.property == property.name);
    match (call.variant.filter(|_| is_fixed), only) {
        (Some(variant), _) => Some(BodyField::Fixed { wire_name, value: fixed(&variant.value.value) }),
        (None, Some(only)) => Some(BodyField::Fixed { wire_name, value: only.clone() }),
        (None, None) if property.required => Some(BodyField::Required { wire_name, value: value()? }),
        (None, None) => Some(BodyField::Optional { wire_name, value: value()? }),
    }
}

impl Builder<'_, '_> {
    /// Adds an argument or setter for what the call takes.
    fn add(&mut self, input: Input<'_>, names: &InputNames, payload: &Payload<'_>, call: &Call<'_>) {
        match input {
            Input::Parameter(parameter) => self.parameter(parameter, names, &call.operation.path),
            Input::Property(property) => self.property(property, names),
            Input::Part(property) => self.part(property, names, payload),
            Input::Body(body) => self.body(body, names, payload, call),
            Input::ContentType(_) => self.content_type(names, payload),
            Input::Accept => self.accept(names, &call.answers.accept.choices),
            Input::Server => {
                let docs = server::choice_of_operation(call.operation);
                let name = names.name.name.clone();
                self.setter(Member::beside_body(names.key.clone(), docs, name.clone(), Ty::String));
                self.request.server = Some(name);
            }
        }
    }

    fn parameter(&mut self, parameter: &api::Parameter, names: &InputNames, path: &PathTemplate) {
        let name = names.name.name.clone();
        let PlanInputs { api, types, .. } = self.inputs;
        let (ty, _) = types.of(parameter.schema);
        let noun = parameter::noun(parameter.location);
        let schema = &api.schemas[parameter.schema];
        let words = described(parameter.description.as_deref(), schema);
        let nulls = if parameter.is_json { Docs::default() } else { nulls_inside(&ty) };
        let words = words.then(self.emptiness(parameter, &ty)).then(nulls).then(segments(parameter, path));
        let member = Member::new(names.key.clone(), words, noun, &parameter.name, name.clone(), ty, parameter.deprecated);
        let member = member.described(parameter.whole_at, facts::of_parameter(parameter, &api.schemas));
        self.member(member, call_key::argument(parameter), parameter.required);
        self.send(Sent { name, constraints: types.constraints(parameter.schema) });
    }

    /// Notes for the docs of a parameter that may be empty: a text, and in a path also a list, map or object.
    fn emptiness(&mut self, parameter: &api::Parameter, ty: &Ty) -> Docs {
        let is_of_path = parameter.location == Location::Path;
        match ty {
            _ if !parameter.allow_empty_value => Docs::default(),
            Ty::String => Docs::sentence("May be empty."),
            Ty::Vec(_) | Ty::Map(_) | Ty::JsonObject | Ty::Json | Ty::Model(_) if is_of_path => Docs::sentence("May be empty."),
            _ => {
                self.diagnostics.report(parameter.whole_at, Problem::NotExpressed { keyword: "allowEmptyValue" });
                Docs::default()
            }
        }
    }

    fn property(&mut self, property: &api::Property, names: &InputNames) {
        let PlanInputs { api, types, .. } = self.inputs;
        let name = names.name.name.clone();
        let (ty, nullable) = types.of(property.schema);
        let ty = if nullable && property.required { ty.optional() } else { ty };
        let words = described(property.annotations.description.as_deref(), &api.schemas[property.schema]);
        let member = Member {
            argument: if matches!(ty, Ty::Option(_)) { Argument::Plain } else { ty.argument() },
            null_setter: names.null_setter.as_ref().map(|claim| claim.name.clone()),
            at: Some(property.at),
            facts: facts::of_property(property, self.inputs),
            ..Member::new(names.key.clone(), words, "Property", &property.name, name.clone(), ty, property.annotations.deprecated)
        };
        self.member(member, format!("property:{}", property.name), property.required);
        self.send(Sent { name, constraints: types.constraints(property.schema) });
    }

    /// Adds a setter for the media type of the response.
    fn accept(&mut self, names: &InputNames, choices: &[&str]) {
        let name = names.name.name.clone();
        let choices = choices.iter().map(|choice| docs::code(choice)).collect::<Vec<_>>().join(", ");
        let words = format!("The media type that a success is to have: one of {choices}. Unless it is set, the server chooses.");
        self.setter(Member::beside_body(names.key.clone(), Docs::sentence(words), name.clone(), Ty::String));
        self.request.accept = Some(name);
    }
}

/// A note for the docs of a path parameter whose value may have several segments.
fn segments(parameter: &api::Parameter, path: &PathTemplate) -> Docs {
    let is_greedy = || path.parameters().iter().any(|place| place.is_greedy && place.name == parameter.name);
    match parameter.location == Location::Path && (parameter.allow_reserved || is_greedy()) {
        true => Docs::sentence("May have several segments: slashes are sent as they are."),
        false => Docs::default(),
    }
}

/// The value that decides a variant; resolving has checked that it is one of these.
fn fixed(value: &Value) -> OnlyValue {
    match value {
        Value::Bool(value) => OnlyValue::Boolean(*value),
        Value::Integer(integer) => OnlyValue::Integer(*integer),
        Value::String(text) => OnlyValue::Text(text.clone()),
        _ => OnlyValue::Boolean(false),
    }
}
