//! What a request's body is made from: one value, one of several, or the parts of a form.

use super::docs::{self, Docs};
use super::media_type::{media_word, note_xml};
use super::request::{Call, Collecting, sent};
use super::structs::described;
use super::{BodyChoice, BodyVariant, Constraints, Member, Part, PartKind, QueryStyle, RequestBody, Sent, Ty, Writing};
use crate::api::{self, Format, Representation, SchemaId, Shape, Style, representation};
use crate::diagnostic::{Diagnostics, Problem};
use crate::names::{Name, Scope, spelling};

impl Collecting<'_, '_> {
    /// Adds an argument or setter for the body, or for each part of a form.
    pub(super) fn body(&mut self, body: &api::RequestBody, call: &Call<'_>) -> Option<RequestBody> {
        let schemas = &self.around.api.schemas;
        let mut representations: Vec<&Representation> = Vec::new();
        for representation in &body.representations {
            let (format, schema) = (representation.format, representation.media_type.schema);
            let is_known = |other: &&Representation| {
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
                Some(form) if only.format == Format::Multipart => Some(self.parts(&only.media_type, form)),
                _ => Some(self.whole(body, only)),
            },
            several => Some(self.choice(body, several, call)),
        }
    }

    /// Adds an argument or setter for a body that is one value.
    fn whole(&mut self, body: &api::RequestBody, representation: &Representation) -> RequestBody {
        let ty = self.body_type(representation);
        note_xml(representation, self.diagnostics);
        let note = if representation.is_xml() { Docs::sentence("XML, as text.") } else { Docs::default() };
        let name = self.body_member(body, note, ty);
        let mut writing = self.writing(representation);
        if let Writing::Binary { media_type } = &writing
            && media_type.contains('*')
        {
            let content_type = self.scope.claim(spelling::member("content type"), "content-type", body.at, self.diagnostics);
            let docs =
                format!("The body's media type, one of {}; `application/octet-stream` if it is not set.", docs::code(media_type));
            self.member(Member::beside_body(Docs::sentence(docs), content_type.clone(), Ty::String), String::new(), false);
            writing = Writing::BinaryOf { content_type };
        }
        let value = Sent { name, constraints: self.constraints(representation) };
        RequestBody::Whole { value, is_optional: !body.required, writing }
    }

    fn body_member(&mut self, body: &api::RequestBody, note: Docs, ty: Ty) -> Name {
        let name = self.scope.claim(spelling::member("body"), "body", body.at, self.diagnostics);
        let words = body.description.as_deref().map(Docs::text).unwrap_or_default();
        let member = Member::body(words.then(note), name.clone(), ty);
        self.member(member, "body".to_owned(), body.required);
        name
    }

    fn body_type(&self, representation: &Representation) -> Ty {
        let schema = representation.media_type.schema;
        match representation.format {
            Format::Json => schema.map_or(Ty::Json, |schema| self.around.types.with_null(schema)),
            Format::Form => schema.map_or(Ty::JsonObject, |schema| self.around.types.of(schema).0),
            Format::Text | Format::Events => Ty::String,
            Format::Binary | Format::Lines => Ty::Body,
            Format::Multipart => Ty::MultipartForm,
        }
    }

    /// What is checked of a body; of text and bytes nothing is.
    fn constraints(&self, representation: &Representation) -> Constraints {
        let types = self.around.types;
        match (representation.format, representation.media_type.schema) {
            (_, None) => Constraints::default(),
            (Format::Json | Format::Form, Some(schema)) => types.constraints(schema),
            (_, Some(schema)) => {
                types.leave_unchecked(schema);
                Constraints::default()
            }
        }
    }

    fn writing(&self, representation: &Representation) -> Writing {
        let media_type = &representation.media_type;
        match representation.format {
            Format::Json => Writing::Json { media_type: sent(&media_type.name, "application/json") },
            Format::Form => Writing::Form { styles: form_styles(media_type), reserved: reserved(media_type) },
            Format::Text | Format::Events => Writing::Text { media_type: sent(&media_type.name, "text/plain") },
            Format::Binary | Format::Lines => Writing::Binary { media_type: media_type.name.clone() },
            Format::Multipart => Writing::Multipart { media_type: media_type.name.clone() },
        }
    }

    /// Adds an argument or setter for one of several bodies.
    fn choice(&mut self, body: &api::RequestBody, several: &[&Representation], call: &Call<'_>) -> RequestBody {
        let mut scope = Scope::of_values();
        let mut variants: Vec<BodyVariant> = Vec::new();
        for representation in several {
            let media_type = &representation.media_type.name;
            note_xml(representation, self.diagnostics);
            let as_text = if representation.is_xml() { ", as text" } else { "" };
            let word = media_word(media_type);
            let writing = match self.writing(representation) {
                Writing::Binary { media_type } => Writing::Binary { media_type: sent(&media_type, "application/octet-stream") },
                writing => writing,
            };
            variants.push(BodyVariant {
                docs: Docs::sentence(format!("As {}{as_text}.", docs::code(media_type))),
                name: scope.claim(spelling::variant(&word), &word, representation.media_type.at, self.diagnostics),
                ty: self.body_type(representation),
                constraints: self.constraints(representation),
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
        let name = self.body_member(body, Docs::default(), Ty::Choice(choice.name.clone()));
        RequestBody::Choice { name, is_optional: !body.required, choice }
    }

    /// Reports what is said of the parts of a form and makes no difference.
    fn check_encodings(&mut self, media_type: &api::MediaType, form: &api::Object) {
        if form.additional.is_some() {
            self.diagnostics.report(media_type.at, Problem::NotExpressed { keyword: "additionalProperties" });
        }
        for encoding in &media_type.encoding {
            let is_usual = encoding.style.is_none_or(|style| style == Style::Form) && encoding.explode != Some(false);
            let (what, instead) = match form.property(&encoding.property) {
                None => ("an encoding of a property that the form does not have", "it is left out"),
                Some(property) if !is_usual && self.has_parts(property.schema) => {
                    ("a style of a part", "the part is written as is usual for its type")
                }
                Some(_) => continue,
            };
            self.diagnostics.report(encoding.at, Problem::Unsupported { what, instead });
        }
    }

    /// Whether a value is made of others, so that there are ways to write it.
    fn has_parts(&self, schema: SchemaId) -> bool {
        let schemas = &self.around.api.schemas;
        matches!(schemas[schemas.target(schema).0].shape, Shape::Array(_) | Shape::Object(_) | Shape::Map(_))
    }

    /// Adds an argument or setter for each part of a form.
    fn parts(&mut self, media_type: &api::MediaType, form: &api::Object) -> RequestBody {
        let schemas = &self.around.api.schemas;
        self.check_encodings(media_type, form);
        let mut parts = Vec::new();
        for property in &form.properties {
            let wire_name = property.name.clone();
            let encoding = media_type.encoding_of(&property.name);
            let is_list = representation::is_file_list(property.schema, schemas);
            let (ty, kind) = if is_list {
                (Ty::Vec(Box::new(Ty::FilePart)), if property.required { PartKind::Files } else { PartKind::OptionalFiles })
            } else if representation::is_file(property.schema, schemas) {
                (Ty::FilePart, if property.required { PartKind::File } else { PartKind::Files })
            } else {
                let content_type = encoding.and_then(|encoding| encoding.content_type.clone());
                // A part has no way to say null: a value that can be null can only be left out.
                let ty = self.around.types.of(property.schema).0;
                (
                    ty,
                    content_type
                        .filter(|content_type| !content_type.contains([',', '*']))
                        .map_or(PartKind::Value, PartKind::ValueAs),
                )
            };
            let is_file = !matches!(kind, PartKind::Value | PartKind::ValueAs(_));
            let headers = part_headers(encoding, is_file, self.diagnostics);
            let wanted = property.annotations.rust_name.as_ref().unwrap_or(&property.name);
            let name = self.scope.claim(spelling::member(wanted), &property.name, property.at, self.diagnostics);
            let words = described(property.annotations.description.as_deref(), &schemas[property.schema]).then(headers);
            let member = Member::new(words, "Part", &wire_name, name.clone(), ty, property.annotations.deprecated);
            self.member(member, format!("part:{wire_name}"), property.required);
            let constraints = if is_file {
                self.around.types.leave_unchecked(property.schema);
                Constraints::default()
            } else {
                self.around.types.constraints(property.schema)
            };
            parts.push(Part { wire_name, value: Sent { name, constraints }, kind });
        }
        RequestBody::Multipart { media_type: media_type.name.clone(), parts }
    }
}

/// How the properties of a form are written, where it is not as usual.
fn form_styles(media_type: &api::MediaType) -> Vec<(String, QueryStyle)> {
    let style = |encoding: &api::Encoding| {
        let explode = encoding.explode;
        let style = match encoding.style {
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
fn reserved(media_type: &api::MediaType) -> Vec<String> {
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
