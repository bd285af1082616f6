//! What a request holds: its arguments, its setters, and where each goes.

use super::docs::{self, Docs};
use super::name::{self, Name};
use super::operation::{Member, Surroundings};
use super::representation::{self, Format, Representation};
use super::response::media_word;
use super::scope::Scope;
use super::structs::described;
use super::{
    Argument, BodyChoice, BodyField, BodyVariant, FixedValue, Parameter, Part, PartKind, QueryStyle, RequestBody, Segment, Ty,
    Writing, parameter,
};
use crate::api::{self, Location, PathPart, Style, VariantCall, Variants, variants};
use crate::diagnostic::Diagnostics;
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

/// What deciding a request needs to know of its operation.
pub struct Call<'a> {
    /// What the lock calls the operation.
    pub key: &'a str,
    /// `GET /pets`, in backticks.
    pub origin: &'a str,
    /// What an enum of several bodies is to be called.
    pub body: &'a Name,
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
    let names: Vec<(&api::Parameter, Name)> =
        operation.parameters.iter().map(|parameter| (parameter, collecting.parameter(parameter))).collect();
    let parts = operation.path.parts.iter().filter_map(|part| segment(part, &names));
    let query = operation.path.query.iter().map(|(name, value)| Segment::Query { name: name.clone(), value: value.clone() });
    collecting.request.segments = parts.chain(query).collect();
    collecting.request.body = match (variant, &operation.variants) {
        (Some(variant), Some(variants)) => collecting.variant_body(operation, variant, variants),
        _ => operation.request_body.as_ref().and_then(|body| collecting.body(body, call)),
    };
    let mut request = collecting.request;
    if let Some(recorded) = around.recorded.arguments.get(call.key) {
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

    /// Adds an argument or setter for the body, or for each part of a form.
    fn body(&mut self, body: &api::RequestBody, call: &Call<'_>) -> Option<RequestBody> {
        let schemas = &self.around.api.schemas;
        let mut representations: Vec<Representation<'_>> = Vec::new();
        for representation in representation::of(&body.content, schemas) {
            let (format, schema) = (representation.format, representation.media_type.schema);
            let is_known = |other: &Representation<'_>| {
                let is_data = matches!(format, Format::Json | Format::Form | Format::Multipart);
                other.format == format && is_data && representation::alike(schema, other.media_type.schema, schemas)
            };
            if !representations.iter().any(is_known) {
                representations.push(representation);
            }
        }
        match representations.as_slice() {
            [] => None,
            [only] => match only.media_type.schema.and_then(|schema| schemas.object(schema)) {
                Some(form) if only.format == Format::Multipart => Some(self.parts(only.media_type, form)),
                _ => Some(self.whole(body, only)),
            },
            several => Some(self.choice(body, several, call)),
        }
    }

    /// Adds an argument or setter for a body that is one value.
    fn whole(&mut self, body: &api::RequestBody, representation: &Representation<'_>) -> RequestBody {
        let ty = self.body_type(representation);
        let name = self.body_member(body, ty);
        let mut writing = self.writing(representation);
        if let Writing::Binary { media_type } = &writing
            && media_type.contains('*')
        {
            let content_type = self.scope.claim(name::member("content type"), "content-type", body.at, self.diagnostics);
            let docs =
                format!("The body's media type, one of {}; `application/octet-stream` if it is not set.", docs::code(media_type));
            self.member(Member::new(Docs::sentence(docs), content_type.clone(), Ty::String), String::new(), false);
            writing = Writing::BinaryOf { content_type };
        }
        RequestBody::Whole { name, is_optional: !body.required, writing }
    }

    fn body_member(&mut self, body: &api::RequestBody, ty: Ty) -> Name {
        let name = self.scope.claim(name::member("body"), "body", body.at, self.diagnostics);
        let words = body.description.as_deref().map(Docs::text).unwrap_or_default();
        let member = Member::new(words.then(Docs::sentence("The body of the request.")), name.clone(), ty);
        self.member(member, "body".to_owned(), body.required);
        name
    }

    fn body_type(&self, representation: &Representation<'_>) -> Ty {
        let schema = representation.media_type.schema;
        match representation.format {
            Format::Json => schema.map_or(Ty::Json, |schema| self.around.types.with_null(schema)),
            Format::Form => schema.map_or(Ty::JsonObject, |schema| self.around.types.of(schema).0),
            Format::Text | Format::Events => Ty::String,
            Format::Binary | Format::Lines => Ty::Body,
            Format::Multipart => Ty::MultipartForm,
        }
    }

    fn writing(&self, representation: &Representation<'_>) -> Writing {
        let media_type = representation.media_type;
        match representation.format {
            Format::Json => Writing::Json { media_type: sent(&media_type.name, "application/json") },
            Format::Form => Writing::Form { styles: form_styles(media_type) },
            Format::Text | Format::Events => Writing::Text { media_type: sent(&media_type.name, "text/plain") },
            Format::Binary | Format::Lines => Writing::Binary { media_type: media_type.name.clone() },
            Format::Multipart => Writing::Multipart { media_type: media_type.name.clone() },
        }
    }

    /// Adds an argument or setter for one of several bodies.
    fn choice(&mut self, body: &api::RequestBody, several: &[Representation<'_>], call: &Call<'_>) -> RequestBody {
        let mut scope = Scope::of_values();
        let mut variants: Vec<BodyVariant> = Vec::new();
        for representation in several {
            let media_type = &representation.media_type.name;
            let word = media_word(media_type);
            let writing = match self.writing(representation) {
                Writing::Binary { media_type } => Writing::Binary { media_type: sent(&media_type, "application/octet-stream") },
                writing => writing,
            };
            variants.push(BodyVariant {
                docs: Docs::sentence(format!("As {}.", docs::code(media_type))),
                name: scope.claim(name::variant(&word), &word, representation.media_type.at, self.diagnostics),
                ty: self.body_type(representation),
                writing,
                is_convertible: false,
            });
        }
        for index in 0..variants.len() {
            let alone = variants.iter().filter(|other| other.ty == variants[index].ty).count() == 1;
            variants[index].is_convertible = alone;
        }
        let docs = Docs::sentence(format!("The bodies that {} takes.", call.origin));
        let choice = BodyChoice { name: call.body.clone(), docs, variants };
        let name = self.body_member(body, Ty::Choice(choice.name.clone()));
        RequestBody::Choice { name, is_optional: !body.required, choice }
    }

    /// Adds an argument or setter for each part of a form.
    fn parts(&mut self, media_type: &api::MediaType, form: &api::Object) -> RequestBody {
        let schemas = &self.around.api.schemas;
        let mut parts = Vec::new();
        for property in &form.properties {
            let wire_name = property.name.clone();
            let encoding = media_type.encoding_of(&property.name).and_then(|encoding| encoding.content_type.clone());
            let is_list = representation::is_file_list(property.schema, schemas);
            let (ty, kind) = if is_list {
                (Ty::Vec(Box::new(Ty::FilePart)), if property.required { PartKind::Files } else { PartKind::OptionalFiles })
            } else if representation::is_file(property.schema, schemas) {
                (Ty::FilePart, if property.required { PartKind::File } else { PartKind::Files })
            } else {
                // A part has no way to say null: a value that can be null can only be left out.
                let ty = self.around.types.of(property.schema).0;
                (ty, encoding.filter(|encoding| !encoding.contains([',', '*'])).map_or(PartKind::Value, PartKind::ValueAs))
            };
            let wanted = property.rust_name.as_ref().unwrap_or(&property.name);
            let name = self.scope.claim(name::member(wanted), &property.name, property.at, self.diagnostics);
            let docs = described(property.description.as_deref(), &schemas[property.schema])
                .then(Docs::sentence(format!("Part: {}.", docs::code(&wire_name))));
            let member = Member { deprecated: property.deprecated, ..Member::new(docs, name.clone(), ty) };
            self.member(member, format!("part:{wire_name}"), property.required);
            parts.push(Part { wire_name, name, kind });
        }
        RequestBody::Multipart { media_type: media_type.name.clone(), parts }
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
        Some(RequestBody::JsonObject { media_type: sent(&media_type.name, "application/json"), fields })
    }
}

/// The media type to send, in place of one that names no type in particular.
fn sent(media_type: &str, plain: &str) -> String {
    if media_type.contains('*') { plain.to_owned() } else { media_type.to_owned() }
}

/// How the properties of a form are written, where it is not as usual.
fn form_styles(media_type: &api::MediaType) -> Vec<(String, QueryStyle)> {
    let style = |encoding: &api::Encoding| {
        let explode = encoding.explode;
        let style = match encoding.style {
            Some(Style::DeepObject) => QueryStyle::DeepObject,
            Some(Style::SpaceDelimited) => QueryStyle::SpaceDelimited { explode: explode.unwrap_or(false) },
            Some(Style::PipeDelimited) => QueryStyle::PipeDelimited { explode: explode.unwrap_or(false) },
            Some(_) => QueryStyle::Form { explode: explode.unwrap_or(true) },
            None if explode == Some(false) => QueryStyle::Form { explode: false },
            None if encoding.content_type.as_deref().is_some_and(|name| name.contains("json")) => QueryStyle::Json,
            None => return None,
        };
        Some((encoding.property.clone(), style))
    };
    media_type.encoding.iter().filter_map(style).filter(|(_, style)| *style != QueryStyle::Form { explode: true }).collect()
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
