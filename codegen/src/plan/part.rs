//! The parts of forms of several parts.

use super::builder::Builder;
use super::constraint::Constraints;
use super::described::described;
use super::docs::{self, Docs};
use super::facts;
use super::form::{self, UNKNOWN_PROPERTY};
use super::inputs::PlanInputs;
use super::media_type::{FileFormat, Part, PartKind, RequestBody};
use super::member::{Member, Sent};
use super::parameter::{Source, nulls_inside};
use super::ty::Ty;
use crate::api::{self, ConstraintKind, PartContent, Payload, SchemaId, Schemas, Shape, representation};
use crate::diagnostic::{Diagnostics, Problem};
use crate::names::InputNames;
use crate::share::call_key;

impl Builder<'_, '_> {
    /// Adds an argument or setter for a part of a form.
    pub(super) fn part(&mut self, property: &api::Property, names: &InputNames, payload: &Payload<'_>) {
        let name = names.name.name.clone();
        let Payload::Parts(media_type, ..) = payload else { return };
        let PlanInputs { api, types, .. } = self.inputs;
        let content = media_type.part(property, &api.schemas);
        let format = content.file_format();
        let ty = match content {
            PartContent::Files(_) => Ty::Vec(Box::new(Ty::FilePart)),
            PartContent::File(_) => Ty::FilePart,
            // A part has no way to say null: a value that can be null can only be left out.
            _ => types.of(property.schema).0,
        };
        let encoding = media_type.encoding_of(&property.name);
        let headers = part_headers(encoding, format.is_some(), self.diagnostics);
        let words = described(property.annotations.description.as_deref(), &api.schemas[property.schema]);
        let nulls = if content == PartContent::Value { nulls_inside(&ty) } else { Docs::default() };
        let words = words.then(nulls).then(format.map(|format| file_docs(format, encoding)).unwrap_or_default()).then(headers);
        let member =
            Member::new(names.key.clone(), words, "Part", &property.name, name.clone(), ty, property.annotations.deprecated);
        let member = member.described(property.at, facts::of_part(property, media_type, &api.schemas));
        self.member(member, call_key::part(&property.name), property.required);
        let constraints = if format.is_some() {
            types.leave_unchecked(property.schema);
            Constraints::default()
        } else {
            types.constraints(property.schema)
        };
        self.send(Sent { name, constraints });
    }
}

/// A form of several parts, which are these values.
pub(super) fn parts(
    media_type: &api::MediaType,
    form: &api::Object,
    values: Vec<Source>,
    inputs: &PlanInputs<'_>,
    diagnostics: &mut Diagnostics,
) -> RequestBody {
    check_media_type(media_type, diagnostics);
    check_encodings(media_type, form, &inputs.api.schemas, diagnostics);
    form.properties.iter().for_each(|property| check_part(property, media_type, &inputs.api.schemas, diagnostics));
    let part = |(property, value): (&api::Property, Source)| {
        let kind = kind(property, media_type, &inputs.api.schemas);
        Part { wire_name: property.name.clone(), value, kind }
    };
    let parts = form.properties.iter().zip(values).map(part).collect();
    RequestBody::Multipart { media_type: media_type.name.clone(), parts }
}

fn kind(property: &api::Property, media_type: &api::MediaType, schemas: &Schemas) -> PartKind {
    let encoding =
        media_type.encoding_of(&property.name).filter(|encoding| encoding.has_styled_parts && encoding.has_unusual_style());
    let style = encoding.and_then(form::style).filter(|_| has_parts(property.schema, schemas));
    match media_type.part(property, schemas) {
        PartContent::File(format) if property.required => PartKind::File(format),
        PartContent::Files(format) if property.required => PartKind::Files(format),
        PartContent::File(format) => PartKind::Files(format),
        PartContent::Files(format) => PartKind::OptionalFiles(format),
        content => match (style, content) {
            (Some(style), _) => PartKind::Styled(style),
            (None, PartContent::ValueAs(media_type)) => PartKind::ValueAs(media_type),
            (None, PartContent::TextAs(media_type)) => PartKind::TextAs(media_type),
            (None, _) => PartKind::Value,
        },
    }
}

/// What there is to say of a file.
fn file_docs(format: &FileFormat, encoding: Option<&api::Encoding>) -> Docs {
    let declared = encoding.and_then(|encoding| encoding.content_type.as_deref());
    let media_type = declared.map(|declared| format!("Media type: {}.", docs::code(declared)));
    let base64 = format.is_base64.then(|| "It is written in Base64.".to_owned());
    let value = format.may_be_value.then(|| "What is no file is a `FilePart::text`.".to_owned());
    let sentences: Vec<String> = media_type.into_iter().chain(base64).chain(value).collect();
    if sentences.is_empty() { Docs::default() } else { Docs::sentence(sentences.join(" ")) }
}

/// Reports a part that is not sent as its schema says.
fn check_part(property: &api::Property, media_type: &api::MediaType, schemas: &Schemas, diagnostics: &mut Diagnostics) {
    let shape = |id: SchemaId| &schemas[schemas.target(id).0].shape;
    let holds_file = |shape: &Shape| match shape {
        Shape::Object(object) => object.properties.iter().any(|inner| representation::is_bytes(inner.schema, schemas)),
        Shape::Map(Some(values)) => representation::is_bytes(*values, schemas),
        _ => false,
    };
    let problem = match (shape(property.schema), media_type.part(property, schemas)) {
        (Shape::Object(_) | Shape::Map(_), PartContent::File(_)) => {
            ("an object as a part that is neither JSON nor text", "the part is a file, which the caller writes")
        }
        (Shape::Array(items), PartContent::Value | PartContent::ValueAs(_)) if holds_file(shape(*items)) => FILE_IN_JSON,
        (shape, PartContent::Value | PartContent::ValueAs(_)) if holds_file(shape) => FILE_IN_JSON,
        (Shape::String(_), PartContent::File(_)) if is_encoded_otherwise(property.schema, schemas) => {
            ("another encoding of a part than Base64", "the file is sent as it is; encode it before")
        }
        _ => return,
    };
    diagnostics.report(property.at, Problem::Unsupported { what: problem.0, instead: problem.1 });
}

const FILE_IN_JSON: (&str, &str) = ("a file inside of a part", "the part is JSON, where the file is a text");

/// Whether a schema has a `contentEncoding` that changes the bytes and is not Base64.
fn is_encoded_otherwise(schema: SchemaId, schemas: &Schemas) -> bool {
    let is_other = |encoding: &str| !["base64", "binary", "8bit", "7bit"].contains(&encoding);
    let constraints = &schemas[schemas.target(schema).0].constraints;
    constraints
        .iter()
        .any(|constraint| matches!(&constraint.kind, ConstraintKind::ContentEncoding(encoding) if is_other(encoding)))
}

/// Reports keywords about the parts of a form that have no effect.
fn check_encodings(media_type: &api::MediaType, form: &api::Object, schemas: &Schemas, diagnostics: &mut Diagnostics) {
    if form.additional.is_some() {
        diagnostics.report(media_type.at, Problem::NotExpressed { keyword: "additionalProperties" });
    }
    for encoding in &media_type.encoding {
        let is_ignored = !encoding.has_styled_parts && encoding.has_unusual_style();
        let (what, instead) = match form.property(&encoding.property) {
            None => UNKNOWN_PROPERTY,
            Some(property) if is_ignored && has_parts(property.schema, schemas) => {
                ("a style of a part in OpenAPI 3.0", "the part is written as is usual for its type; 3.1 has styles for parts")
            }
            Some(_) => continue,
        };
        diagnostics.report(encoding.at, Problem::Unsupported { what, instead });
    }
}

/// Reports parts that have no types, although their schema says something of them.
pub(super) fn check(media_type: &api::MediaType, is_only: bool, schemas: &Schemas, diagnostics: &mut Diagnostics) {
    check_media_type(media_type, diagnostics);
    let shape = media_type.schema.map(|schema| &schemas[schemas.target(schema).0].shape);
    let why = match shape {
        Some(Shape::Object(_)) if !is_only => "it is one of several bodies",
        None if media_type.item_schema.is_some() => "they have no names",
        None | Some(Shape::Object(_) | Shape::Map(None) | Shape::Any) => return,
        Some(_) => "its schema is no object with properties",
    };
    diagnostics.report(media_type.at, Problem::UntypedParts { why });
}

/// Whether a value may be made of others, so that there are ways to write it.
fn has_parts(schema: SchemaId, schemas: &Schemas) -> bool {
    let is_made = |shape: &Shape| matches!(shape, Shape::Array(_) | Shape::Tuple(_) | Shape::Object(_) | Shape::Map(_));
    schemas.alternatives(schema).into_iter().any(|alternative| is_made(&schemas[alternative].shape))
}

/// Notes that properties become parts in a media type for which OpenAPI has no rule.
fn check_media_type(media_type: &api::MediaType, diagnostics: &mut Diagnostics) {
    if !media_type.name.to_ascii_lowercase().starts_with("multipart/form-data") {
        diagnostics.report(media_type.at, Problem::MultipartAsForm { media_type: media_type.name.clone() });
    }
}

/// What there is to say of the headers of a part that is a file; no other part takes any.
fn part_headers(encoding: Option<&api::Encoding>, is_file: bool, diagnostics: &mut Diagnostics) -> Docs {
    let Some(encoding) = encoding.filter(|encoding| !encoding.headers.is_empty()) else { return Docs::default() };
    if !is_file {
        let (what, instead) = ("`headers` of a part that is no file", "the part is sent without them");
        diagnostics.report(encoding.at, Problem::Unsupported { what, instead });
        return Docs::default();
    }
    let line = |header: &api::Header| {
        let words = header.description.as_deref().map(Docs::text).unwrap_or_default();
        format!("- {}{}", docs::code(&header.name), words.0.first().map(|words| format!(": {words}")).unwrap_or_default())
    };
    let list = Docs(encoding.headers.iter().map(line).collect());
    Docs::sentence("Headers of the part, which `FilePart::header` takes:").then(list)
}
