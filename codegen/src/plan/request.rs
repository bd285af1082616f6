//! What a request holds: its arguments, its setters, and where each goes.

use super::docs::{self, Docs};
use super::name::{self, Name, Scope};
use super::operation::{Member, Surroundings};
use super::structs::described;
use super::{Argument, BodyField, FixedValue, Parameter, RequestBody, Segment, Ty, parameter};
use crate::api::{self, Location, MediaType, PathPart, VariantCall, Variants, variants};
use crate::diagnostic::{Diagnostics, Problem};
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
}

/// Decides what a request holds. Arguments keep the order in which the lock has them; new ones go last.
pub fn plan(
    operation: &api::Operation,
    variant: Option<&VariantCall>,
    key: &str,
    around: &Surroundings<'_>,
    diagnostics: &mut Diagnostics,
) -> Request {
    let mut collecting = Collecting { request: Request::default(), scope: Scope::default(), around, diagnostics };
    let names: Vec<(&api::Parameter, Name)> =
        operation.parameters.iter().map(|parameter| (parameter, collecting.parameter(parameter))).collect();
    collecting.request.segments = operation.path.parts.iter().filter_map(|part| segment(part, &names)).collect();
    collecting.request.body = match (variant, &operation.variants) {
        (Some(variant), Some(variants)) => collecting.variant_body(operation, variant, variants),
        _ => operation.request_body.as_ref().and_then(|body| collecting.body(body)),
    };
    let mut request = collecting.request;
    if let Some(recorded) = around.recorded.arguments.get(key) {
        let place = |key: &String| recorded.iter().position(|earlier| earlier == key).unwrap_or(usize::MAX);
        let mut paired: Vec<_> = request.argument_keys.into_iter().zip(request.arguments).collect();
        paired.sort_by_key(|(key, _)| place(key));
        (request.argument_keys, request.arguments) = paired.into_iter().unzip();
    }
    request
}

fn segment(part: &PathPart, names: &[(&api::Parameter, Name)]) -> Option<Segment> {
    match part {
        PathPart::Literal(text) => Some(Segment::Literal(text.clone())),
        PathPart::Parameter(wire_name) => {
            let of_path =
                |(parameter, _): &&(&api::Parameter, Name)| parameter.location == Location::Path && parameter.name == *wire_name;
            let (parameter, name) = names.iter().find(of_path)?;
            Some(Segment::Parameter { name: name.clone(), wire_name: wire_name.clone(), style: parameter::path_style(parameter) })
        }
    }
}

struct Collecting<'a, 'd> {
    request: Request,
    scope: Scope,
    around: &'a Surroundings<'a>,
    diagnostics: &'d mut Diagnostics,
}

impl Collecting<'_, '_> {
    /// Adds an argument or setter for a parameter.
    fn parameter(&mut self, parameter: &api::Parameter) -> Name {
        let (ty, _) = self.around.types.of(parameter.schema);
        let wanted = parameter.rust_name.as_ref().unwrap_or(&parameter.name);
        let name = self.scope.claim(name::member(wanted), &parameter.name, parameter.at, self.diagnostics);
        let noun = parameter::noun(parameter.location);
        let schema = &self.around.api.schemas[parameter.schema];
        let origin = Docs::sentence(format!("{noun}: {}.", docs::code(&parameter.name)));
        let member = Member {
            docs: described(parameter.description.as_deref(), schema).then(origin),
            name: name.clone(),
            argument: ty.argument(),
            ty,
            null_setter: None,
            deprecated: parameter.deprecated,
        };
        let key = format!("{}:{}", noun.split(' ').next().unwrap_or(noun).to_lowercase(), parameter.name);
        self.member(member, key, parameter.required);
        if let Some(place) = parameter::place(parameter) {
            self.request.parameters.push(Parameter { name: name.clone(), wire_name: parameter.name.clone(), place });
        }
        name
    }

    fn member(&mut self, member: Member, key: String, required: bool) {
        if required {
            self.request.arguments.push(member);
            self.request.argument_keys.push(key);
        } else {
            self.request.setters.push(member);
        }
    }

    /// Adds an argument or setter for a whole JSON body.
    fn body(&mut self, body: &api::RequestBody) -> Option<RequestBody> {
        let Some(json) = body.content.iter().find(|media_type| media_type.is_json()) else {
            if let Some(MediaType { at, name, .. }) = body.content.first() {
                self.diagnostics.report(*at, Problem::UnsupportedMediaType { media_type: name.clone() });
            }
            return None;
        };
        let ty = json.schema.map_or(Ty::Json, |schema| self.around.types.with_null(schema));
        let name = self.scope.claim(name::member("body"), "body", body.at, self.diagnostics);
        let words = body.description.as_deref().map(Docs::text).unwrap_or_default();
        let member = Member {
            docs: words.then(Docs::sentence("The body of the request.")),
            name: name.clone(),
            argument: ty.argument(),
            ty,
            null_setter: None,
            deprecated: false,
        };
        self.member(member, "body".to_owned(), body.required);
        Some(RequestBody::Json { media_type: sent(&json.name), name })
    }

    /// Adds an argument or setter for each property of a variant's body but the one that decides.
    fn variant_body(&mut self, operation: &api::Operation, variant: &VariantCall, variants: &Variants) -> Option<RequestBody> {
        let body = operation.request_body.as_ref()?;
        let object = variants::body(operation, &self.around.api.schemas)?;
        let media_type = body.content.iter().find(|media_type| media_type.is_json())?;
        let mut fields = Vec::new();
        for property in &object.properties {
            let wire_name = property.name.clone();
            if property.name == variants.property {
                fields.push(BodyField::Fixed { wire_name, value: fixed(&variant.value.value) });
                continue;
            }
            let (ty, nullable) = self.around.types.of(property.schema);
            let wanted = property.rust_name.as_ref().unwrap_or(&property.name);
            let name = self.scope.claim(name::member(wanted), &property.name, property.at, self.diagnostics);
            let schema = &self.around.api.schemas[property.schema];
            let optional_null = nullable && !property.required;
            let ty = if nullable && property.required { ty.optional() } else { ty };
            let member = Member {
                docs: described(property.description.as_deref(), schema)
                    .then(Docs::sentence(format!("Property: {}.", docs::code(&wire_name)))),
                name: name.clone(),
                argument: if matches!(ty, Ty::Option(_)) { Argument::Plain } else { ty.argument() },
                ty,
                null_setter: optional_null.then(|| {
                    self.scope.claim(name::member(&format!("{wanted} null")), &property.name, property.at, self.diagnostics)
                }),
                deprecated: property.deprecated,
            };
            self.member(member, format!("property:{wire_name}"), property.required);
            fields.push(if property.required {
                BodyField::Required { wire_name, name }
            } else {
                BodyField::Optional { wire_name, name }
            });
        }
        Some(RequestBody::JsonObject { media_type: sent(&media_type.name), fields })
    }
}

/// The media type to send: one that names no type in particular means plain JSON.
fn sent(media_type: &str) -> String {
    if media_type.contains('*') { "application/json".to_owned() } else { media_type.to_owned() }
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
