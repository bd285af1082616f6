//! What a request holds: its arguments, its setters, and where each goes.

use std::collections::BTreeMap;

use super::docs::{self, Docs};
use super::structs::described;
use super::{Argument, BodyField, Context, FixedValue, Member, Parameter, RequestBody, Segment, Sent, Ty, form, parameter};
use super::{request_body, server};
use crate::api::{self, Answers, Input, Location, PathPart, Payload, VariantCall};
use crate::diagnostic::{Diagnostics, Problem};
use crate::names::{CallNames, InputNames, Name};
use crate::node::Value;

/// What a request holds, and where each part goes.
#[derive(Default)]
pub struct Request {
    /// What the path is made of.
    pub segments: Vec<Segment>,
    /// The required values.
    pub arguments: Vec<Member>,
    /// What a record calls them.
    pub argument_keys: Vec<String>,
    /// The optional values.
    pub setters: Vec<Member>,
    /// Query, header and cookie parameters.
    pub parameters: Vec<Parameter>,
    /// The body.
    pub body: Option<RequestBody>,
    /// The field that holds the server that the caller wants, where there is a choice.
    pub server: Option<Name>,
    /// The field that holds the media types that the caller wants, where there is a choice.
    pub accept: Option<Name>,
}

/// The call that a request is for.
pub struct Call<'a> {
    /// The operation.
    pub operation: &'a api::Operation,
    /// The variant of it, if it is one.
    pub variant: Option<&'a VariantCall>,
    /// Its names.
    pub names: &'a CallNames,
    /// `GET /pets`, in backticks.
    pub origin: &'a str,
    /// The bodies of its successes.
    pub answers: &'a Answers<'a>,
}

/// Decides what a request holds. Arguments keep the order in which they are recorded; new ones are last.
pub(super) fn plan(call: &Call<'_>, context: &Context<'_>, diagnostics: &mut Diagnostics) -> Request {
    let Call { operation, variant, names, .. } = call;
    let api = context.api;
    let payload = operation.payload(*variant, &api.schemas);
    let inputs = operation.inputs(&payload, call.answers, &api.servers);
    let mut builder = Builder { request: Request::default(), sent: BTreeMap::new(), context, diagnostics };
    for (input, names) in inputs.iter().zip(&names.inputs) {
        builder.add(*input, names, &payload, call);
    }
    let Builder { mut request, sent, .. } = builder;
    let values: Vec<(&api::Parameter, &InputNames)> = operation.parameters.iter().zip(&names.inputs).collect();
    let parts = operation.path.parts.iter().filter_map(|part| segment(part, &values, &sent));
    let query = operation.path.query.iter().map(|(name, value)| Segment::Query { name: name.clone(), value: value.clone() });
    request.segments = parts.chain(query).collect();
    request.body = body(&payload, call, &sent, context, diagnostics);
    if let Some(recorded) = context.record.get(&names.key, crate::record::Kind::Method) {
        let place = |key: &String| recorded.order.iter().position(|earlier| earlier == key).unwrap_or(usize::MAX);
        let mut paired: Vec<_> = request.argument_keys.into_iter().zip(request.arguments).collect();
        paired.sort_by_key(|(key, _)| place(key));
        (request.argument_keys, request.arguments) = paired.into_iter().unzip();
    }
    request
}

/// The values of a request that are written, by their names.
type Values = BTreeMap<Name, Sent>;

fn segment(part: &PathPart, values: &[(&api::Parameter, &InputNames)], sent: &Values) -> Option<Segment> {
    match part {
        PathPart::Literal(text) => Some(Segment::Literal(text.clone())),
        PathPart::Parameter(wire_name) => {
            let is_it = |parameter: &api::Parameter| parameter.location == Location::Path && parameter.name == *wire_name;
            let (parameter, names) = values.iter().find(|(parameter, _)| is_it(parameter))?;
            Some(Segment::Parameter {
                value: sent.get(&names.name.name)?.clone(),
                wire_name: wire_name.clone(),
                style: parameter::path_style(parameter),
                is_reserved: parameter.allow_reserved,
            })
        }
    }
}

/// What the body is made from.
fn body(
    payload: &Payload<'_>,
    call: &Call<'_>,
    sent: &Values,
    context: &Context<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<RequestBody> {
    let inputs = || call.names.inputs.iter().skip(call.operation.parameters.len());
    let value = |names: &InputNames| sent.get(&names.name.name).cloned();
    match payload {
        Payload::Nothing => None,
        Payload::Properties(media_type, object) => {
            let mut values = inputs();
            let field = |property: &api::Property| field(property, call, || value(values.next()?));
            let fields = object.properties.iter().map(field).collect::<Option<_>>()?;
            Some(RequestBody::JsonObject { media_type: sendable(&media_type.name, "application/json"), fields })
        }
        Payload::Parts(media_type, object) => {
            let values: Vec<Sent> = inputs().map_while(value).collect();
            Some(form::parts(media_type, object, values, context, diagnostics))
        }
        Payload::Whole(body, representation) => {
            let mut inputs = inputs();
            let value = value(inputs.next()?)?;
            let content_type = inputs.next().filter(|_| representation.is_range_of_bytes());
            Some(request_body::whole(body, representation, value, content_type.map(|names| &names.name.name)))
        }
        Payload::Choice(body, representations) => {
            let value = value(inputs().next()?)?;
            Some(request_body::choice(body, representations, value.name, call, context, diagnostics))
        }
    }
}

/// A property of the body of a variant: the value that decides, or one of the request's.
fn field(property: &api::Property, call: &Call<'_>, value: impl FnOnce() -> Option<Sent>) -> Option<BodyField> {
    let wire_name = property.name.clone();
    let is_fixed = call.operation.variants.as_ref().is_some_and(|variants| variants.property == property.name);
    match call.variant.filter(|_| is_fixed) {
        Some(variant) => Some(BodyField::Fixed { wire_name, value: fixed(&variant.value.value) }),
        None if property.required => Some(BodyField::Required { wire_name, value: value()? }),
        None => Some(BodyField::Optional { wire_name, value: value()? }),
    }
}

/// A request as it is put together.
pub(super) struct Builder<'a, 'd> {
    request: Request,
    sent: Values,
    pub(super) context: &'a Context<'a>,
    pub(super) diagnostics: &'d mut Diagnostics,
}

impl Builder<'_, '_> {
    /// Adds an argument or setter for what the call takes.
    fn add(&mut self, input: Input<'_>, names: &InputNames, payload: &Payload<'_>, call: &Call<'_>) {
        match input {
            Input::Parameter(parameter) => self.parameter(parameter, names),
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

    fn parameter(&mut self, parameter: &api::Parameter, names: &InputNames) {
        let name = names.name.name.clone();
        let Context { api, types, .. } = self.context;
        let (ty, _) = types.of(parameter.schema);
        let noun = parameter::noun(parameter.location);
        let schema = &api.schemas[parameter.schema];
        let words = described(parameter.description.as_deref(), schema).then(self.emptiness(parameter, &ty));
        let member = Member::new(names.key.clone(), words, noun, &parameter.name, name.clone(), ty, parameter.deprecated);
        let key = format!("{}:{}", noun.split(' ').next().unwrap_or(noun).to_lowercase(), parameter.name);
        self.member(member, key, parameter.required);
        let value = Sent { name, constraints: types.constraints(parameter.schema) };
        if let Some(place) = parameter::place(parameter) {
            let wire_name = parameter.name.clone();
            self.request.parameters.push(Parameter { value: value.clone(), wire_name, place });
        }
        self.send(value);
    }

    /// What there is to say of a parameter that may be empty: only a text can.
    fn emptiness(&mut self, parameter: &api::Parameter, ty: &Ty) -> Docs {
        match ty {
            _ if !parameter.allow_empty_value => Docs::default(),
            Ty::String => Docs::sentence("May be empty."),
            _ => {
                self.diagnostics.report(parameter.whole_at, Problem::NotExpressed { keyword: "allowEmptyValue" });
                Docs::default()
            }
        }
    }

    fn property(&mut self, property: &api::Property, names: &InputNames) {
        let Context { api, types, .. } = self.context;
        let name = names.name.name.clone();
        let (ty, nullable) = types.of(property.schema);
        let ty = if nullable && property.required { ty.optional() } else { ty };
        let words = described(property.annotations.description.as_deref(), &api.schemas[property.schema]);
        let member = Member {
            argument: if matches!(ty, Ty::Option(_)) { Argument::Plain } else { ty.argument() },
            null_setter: names.null_setter.as_ref().map(|claim| claim.name.clone()),
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

    pub(super) fn member(&mut self, member: Member, key: String, required: bool) {
        if required {
            self.request.arguments.push(member);
            self.request.argument_keys.push(key);
        } else {
            self.request.setters.push(member);
        }
    }

    pub(super) fn setter(&mut self, member: Member) {
        self.request.setters.push(member);
    }

    pub(super) fn send(&mut self, value: Sent) {
        self.sent.insert(value.name.clone(), value);
    }
}

/// The media type to send, in place of one that names no type in particular.
pub(super) fn sendable(media_type: &str, plain: &str) -> String {
    if media_type.contains('*') { plain.to_owned() } else { media_type.to_owned() }
}

/// The value that decides a variant; resolving has checked that it is one of these.
fn fixed(value: &Value) -> FixedValue {
    match value {
        Value::Bool(value) => FixedValue::Bool(*value),
        Value::Integer(integer) => FixedValue::Integer(i64::try_from(*integer).unwrap_or_default()),
        Value::String(text) => FixedValue::String(text.clone()),
        _ => FixedValue::Bool(false),
    }
}
