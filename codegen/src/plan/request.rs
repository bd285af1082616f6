//! What a request holds: its arguments, its setters, and where each goes.

use super::docs::{self, Docs};
use super::operation::Surroundings;
use super::structs::described;
use super::{Argument, BodyField, FixedValue, Member, Parameter, RequestBody, Segment, Sent, Ty, parameter, server};
use crate::api::{self, Location, PathPart, VariantCall, Variants, variants};
use crate::diagnostic::{Diagnostics, Problem};
use crate::names::{Name, Scope, spelling};
use crate::node::Value;

/// What a request holds, and where each part goes.
#[derive(Default)]
pub struct Request {
    /// What the path is made of.
    pub segments: Vec<Segment>,
    /// The required values.
    pub arguments: Vec<Member>,
    /// What the lock calls them.
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

/// What deciding a request needs to know of its operation.
pub struct Call<'a> {
    /// What the lock calls the operation.
    pub key: &'a str,
    /// `GET /pets`, in backticks.
    pub origin: &'a str,
    /// What an enum of several bodies is to be called.
    pub body: &'a Name,
    /// The media types that a success can have, if there are several.
    pub media_types: &'a [String],
}

/// Decides what a request holds. Arguments keep the order in which the lock has them; new ones go last.
pub fn plan(
    operation: &api::Operation,
    variant: Option<&VariantCall>,
    call: &Call<'_>,
    around: &Surroundings<'_>,
    diagnostics: &mut Diagnostics,
) -> Request {
    let mut collecting = Collecting { request: Request::default(), scope: Scope::default(), around, diagnostics };
    let values: Vec<(&api::Parameter, Sent)> =
        operation.parameters.iter().map(|parameter| (parameter, collecting.parameter(parameter))).collect();
    let parts = operation.path.parts.iter().filter_map(|part| segment(part, &values));
    let query = operation.path.query.iter().map(|(name, value)| Segment::Query { name: name.clone(), value: value.clone() });
    collecting.request.segments = parts.chain(query).collect();
    collecting.request.body = match (variant, &operation.variants) {
        (Some(variant), Some(variants)) => collecting.variant_body(operation, variant, variants),
        _ => operation.request_body.as_ref().and_then(|body| collecting.body(body, call)),
    };
    collecting.accept(call.media_types);
    collecting.server(operation);
    let mut request = collecting.request;
    if let Some(recorded) = around.recorded.arguments.get(call.key) {
        let place = |key: &String| recorded.iter().position(|earlier| earlier == key).unwrap_or(usize::MAX);
        let mut paired: Vec<_> = request.argument_keys.into_iter().zip(request.arguments).collect();
        paired.sort_by_key(|(key, _)| place(key));
        (request.argument_keys, request.arguments) = paired.into_iter().unzip();
    }
    request
}

fn segment(part: &PathPart, values: &[(&api::Parameter, Sent)]) -> Option<Segment> {
    match part {
        PathPart::Literal(text) => Some(Segment::Literal(text.clone())),
        PathPart::Parameter(wire_name) => {
            let of_path =
                |(parameter, _): &&(&api::Parameter, Sent)| parameter.location == Location::Path && parameter.name == *wire_name;
            let (parameter, value) = values.iter().find(of_path)?;
            Some(Segment::Parameter {
                value: value.clone(),
                wire_name: wire_name.clone(),
                style: parameter::path_style(parameter),
                is_reserved: parameter.allow_reserved,
            })
        }
    }
}

/// A request as it grows.
pub(super) struct Collecting<'a, 'd> {
    pub(super) request: Request,
    pub(super) scope: Scope,
    pub(super) around: &'a Surroundings<'a>,
    pub(super) diagnostics: &'d mut Diagnostics,
}

impl Collecting<'_, '_> {
    /// Adds an argument or setter for a parameter.
    fn parameter(&mut self, parameter: &api::Parameter) -> Sent {
        let (ty, _) = self.around.types.of(parameter.schema);
        let wanted = parameter.rust_name.as_ref().unwrap_or(&parameter.name);
        let name = self.scope.claim(spelling::member(wanted), &parameter.name, parameter.at, self.diagnostics);
        let noun = parameter::noun(parameter.location);
        let schema = &self.around.api.schemas[parameter.schema];
        let words = described(parameter.description.as_deref(), schema).then(self.emptiness(parameter, &ty));
        let member = Member::new(words, noun, &parameter.name, name.clone(), ty, parameter.deprecated);
        let key = format!("{}:{}", noun.split(' ').next().unwrap_or(noun).to_lowercase(), parameter.name);
        self.member(member, key, parameter.required);
        let value = Sent { name, constraints: self.around.types.constraints(parameter.schema) };
        if let Some(place) = parameter::place(parameter) {
            self.request.parameters.push(Parameter { value: value.clone(), wire_name: parameter.name.clone(), place });
        }
        value
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

    /// Adds a setter for the media type of the response, where there is a choice.
    fn accept(&mut self, media_types: &[String]) {
        if media_types.is_empty() {
            return;
        }
        let names = media_types.iter().map(|name| docs::code(name)).collect::<Vec<_>>().join(", ");
        let name = self.scope.place(spelling::member("accept"));
        let words = format!("The media type that a success is to have: one of {names}. Unless it is set, the server chooses.");
        let member = Member::beside_body(Docs::sentence(words), name.clone(), Ty::String);
        self.member(member, String::new(), false);
        self.request.accept = Some(name);
    }

    /// Adds a setter for the server, where there is a choice.
    fn server(&mut self, operation: &api::Operation) {
        if let Some(docs) = server::choice_of_operation(operation, self.around.api) {
            let name = self.scope.place(spelling::member("server"));
            self.member(Member::beside_body(docs, name.clone(), Ty::String), String::new(), false);
            self.request.server = Some(name);
        }
    }

    pub(super) fn member(&mut self, member: Member, key: String, required: bool) {
        if required {
            self.request.arguments.push(member);
            self.request.argument_keys.push(key);
        } else {
            self.request.setters.push(member);
        }
    }

    /// Adds an argument or setter for each property of a variant's body but the one that decides.
    fn variant_body(&mut self, operation: &api::Operation, variant: &VariantCall, variants: &Variants) -> Option<RequestBody> {
        let body = operation.request_body.as_ref()?;
        let object = variants::object(body, &self.around.api.schemas)?;
        let media_type = body.representations.iter().map(|body| &body.media_type).find(|media_type| media_type.is_json())?;
        let mut fields = Vec::new();
        for property in &object.properties {
            let wire_name = property.name.clone();
            if property.name == variants.property {
                fields.push(BodyField::Fixed { wire_name, value: fixed(&variant.value.value) });
                continue;
            }
            let (ty, nullable) = self.around.types.of(property.schema);
            let wanted = property.annotations.rust_name.as_ref().unwrap_or(&property.name);
            let name = self.scope.claim(spelling::member(wanted), &property.name, property.at, self.diagnostics);
            let schema = &self.around.api.schemas[property.schema];
            let optional_null = nullable && !property.required;
            let ty = if nullable && property.required { ty.optional() } else { ty };
            let words = described(property.annotations.description.as_deref(), schema);
            let member = Member {
                argument: if matches!(ty, Ty::Option(_)) { Argument::Plain } else { ty.argument() },
                null_setter: optional_null.then(|| {
                    self.scope.claim(spelling::member(&format!("{wanted} null")), &property.name, property.at, self.diagnostics)
                }),
                ..Member::new(words, "Property", &wire_name, name.clone(), ty, property.annotations.deprecated)
            };
            self.member(member, format!("property:{wire_name}"), property.required);
            let value = Sent { name, constraints: self.around.types.constraints(property.schema) };
            fields.push(if property.required {
                BodyField::Required { wire_name, value }
            } else {
                BodyField::Optional { wire_name, value }
            });
        }
        Some(RequestBody::JsonObject { media_type: sent(&media_type.name, "application/json"), fields })
    }
}

/// The media type to send, in place of one that names no type in particular.
pub(super) fn sent(media_type: &str, plain: &str) -> String {
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
