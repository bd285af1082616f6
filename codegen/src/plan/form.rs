//! Forms: how properties are written, and the parts of forms of several parts.

use super::builder::Builder;
use super::constraint::Constraints;
use super::described::described;
use super::docs::{self, Docs};
use super::inputs::PlanInputs;
use super::media_type::{Part, PartKind, RequestBody};
use super::member::{Member, Sent};
use super::parameter::{self, QueryStyle, nulls_inside};
use super::ty::Ty;
use crate::api::{self, Payload, SchemaId, Schemas, Shape, Style, representation};
use crate::diagnostic::{Diagnostics, Problem};
use crate::names::InputNames;

impl Builder<'_, '_> {
    /// Adds an argument or setter for a part of a form.
    pub(super) fn part(&mut self, property: &api::Property, names: &InputNames, payload: &Payload<'_>) {
        let name = names.name.name.clone();
        let Payload::Parts(media_type, _) = payload else { return };
        let PlanInputs { api, types, .. } = self.inputs;
        let kind = kind(property, media_type, &api.schemas);
        let (is_list, is_file) = (representation::is_file_list(property.schema, &api.schemas), is_file(&kind));
        let ty = match (is_list, is_file) {
            (true, _) => Ty::Vec(Box::new(Ty::FilePart)),
            (false, true) => Ty::FilePart,
            // A part has no way to say null: a value that can be null can only be left out.
            (false, false) => types.of(property.schema).0,
        };
        let headers = part_headers(media_type.encoding_of(&property.name), is_file, self.diagnostics);
        let nulls = if kind == PartKind::Value { nulls_inside(&ty) } else { Docs::default() };
        let words = described(property.annotations.description.as_deref(), &api.schemas[property.schema]);
        let words = words.then(nulls).then(headers);
        let member =
            Member::new(names.key.clone(), words, "Part", &property.name, name.clone(), ty, property.annotations.deprecated);
        self.member(member, format!("part:{}", property.name), property.required);
        let constraints = if is_file {
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
    values: Vec<Sent>,
    inputs: &PlanInputs<'_>,
    diagnostics: &mut Diagnostics,
) -> RequestBody {
    check_encodings(media_type, form, &inputs.api.schemas, diagnostics);
    let part = |(property, value): (&api::Property, Sent)| {
        let kind = kind(property, media_type, &inputs.api.schemas);
        Part { wire_name: property.name.clone(), value, kind }
    };
    let parts = form.properties.iter().zip(values).map(part).collect();
    RequestBody::Multipart { media_type: media_type.name.clone(), parts }
}

fn kind(property: &api::Property, media_type: &api::MediaType, schemas: &Schemas) -> PartKind {
    if representation::is_file_list(property.schema, schemas) {
        return if property.required { PartKind::Files } else { PartKind::OptionalFiles };
    }
    if representation::is_file(property.schema, schemas) {
        return if property.required { PartKind::File } else { PartKind::Files };
    }
    let content_type = media_type.encoding_of(&property.name).and_then(|encoding| encoding.content_type.clone());
    let content_type = content_type.filter(|content_type| !content_type.contains([',', '*']));
    content_type.map_or(PartKind::Value, PartKind::ValueAs)
}

fn is_file(kind: &PartKind) -> bool {
    !matches!(kind, PartKind::Value | PartKind::ValueAs(_))
}

/// Reports what is said of the parts of a form and makes no difference.
fn check_encodings(media_type: &api::MediaType, form: &api::Object, schemas: &Schemas, diagnostics: &mut Diagnostics) {
    if form.additional.is_some() {
        diagnostics.report(media_type.at, Problem::NotExpressed { keyword: "additionalProperties" });
    }
    for encoding in &media_type.encoding {
        let is_usual = encoding.style.is_none_or(|style| style == Style::Form) && encoding.explode != Some(false);
        let (what, instead) = match form.property(&encoding.property) {
            None => ("an encoding of a property that the form does not have", "it is left out"),
            Some(property) if !is_usual && has_parts(property.schema, schemas) => {
                ("a style of a part", "the part is written as is usual for its type")
            }
            Some(_) => continue,
        };
        diagnostics.report(encoding.at, Problem::Unsupported { what, instead });
    }
}

/// Whether a value is made of others, so that there are ways to write it.
fn has_parts(schema: SchemaId, schemas: &Schemas) -> bool {
    matches!(schemas[schemas.target(schema).0].shape, Shape::Array(_) | Shape::Tuple(_) | Shape::Object(_) | Shape::Map(_))
}

/// How the properties of a form are written, where it is not as usual.
pub(super) fn form_styles(media_type: &api::MediaType) -> Vec<(String, QueryStyle)> {
    let style = |encoding: &api::Encoding| {
        let explode = encoding.explode;
        let style = match encoding.style {
            Some(style) if !encoding.inner_separators.is_empty() => {
                let separators = parameter::separators(style, &encoding.inner_separators);
                QueryStyle::Lists { explode: explode.unwrap_or(false), separators }
            }
            Some(Style::DeepObject) => QueryStyle::DeepObject,
            Some(Style::SpaceDelimited) => QueryStyle::SpaceDelimited { explode: explode.unwrap_or(false) },
            Some(Style::TabDelimited) => QueryStyle::TabDelimited,
            Some(Style::PipeDelimited) => QueryStyle::PipeDelimited { explode: explode.unwrap_or(false) },
            Some(_) => QueryStyle::Form { explode: explode.unwrap_or(true) },
            None if explode == Some(false) => QueryStyle::Form { explode: false },
            None if encoding.allow_reserved => QueryStyle::Form { explode: true },
            None if encoding.content_type.as_deref().is_some_and(|name| name.contains("json")) => QueryStyle::Json,
            None => return None,
        };
        Some((encoding.property.clone(), style))
    };
    media_type.encoding.iter().filter_map(style).collect()
}

/// The properties of a form in which reserved characters stand as they are.
pub(super) fn reserved(media_type: &api::MediaType) -> Vec<String> {
    let reserved = media_type.encoding.iter().filter(|encoding| encoding.allow_reserved);
    reserved.map(|encoding| encoding.property.clone()).collect()
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
