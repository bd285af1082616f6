//! `Input`: what a call takes from its caller, in the order in which it is described.

use std::collections::BTreeMap;

use super::answer::Answers;
use super::media_type::MediaType;
use super::only_value::{self, OnlyValue};
use super::operation::Operation;
use super::parameter::Parameter;
use super::representation::{self, Format, Representation};
use super::request_body::RequestBody;
use super::schema::{Object, Property};
use super::schemas::Schemas;
use super::server::Server;
use super::substitution::Substitutions;
use super::variants::{self, VariantCall};

/// A value that a call takes from its caller.
#[derive(Clone, Copy, Debug)]
pub enum Input<'a> {
    /// A value beside the body.
    Parameter(&'a Parameter),
    /// A property of the body, where a variant fixes another one.
    Property(&'a Property),
    /// A part of a form.
    Part(&'a Property),
    /// The body.
    Body(&'a RequestBody),
    /// The media type of the body, where there is a choice.
    ContentType(&'a RequestBody),
    /// The media type that a success is to have, where there is a choice.
    Accept,
    /// The server, where there is a choice.
    Server,
}

/// What a call sends as its body.
#[derive(Clone, Debug)]
pub enum Payload<'a> {
    /// Nothing.
    Nothing,
    /// An object of whose properties a variant fixes one, and the only values of others, by their place.
    Properties(&'a MediaType, &'a Object, BTreeMap<usize, OnlyValue>),
    /// A form of several parts, and the only values of some, by their place.
    Parts(&'a MediaType, &'a Object, BTreeMap<usize, OnlyValue>),
    /// One value, and the media types that the caller can give it, where there is a choice.
    Whole(&'a RequestBody, &'a Representation, Vec<&'a str>),
    /// One of several values, as the caller chooses.
    Choice(&'a RequestBody, Vec<&'a Representation>),
}

impl Operation {
    /// What a call sends as its body; `variant` is set if it is a variant of the operation.
    pub fn payload<'a>(&'a self, variant: Option<&VariantCall>, schemas: &'a Schemas) -> Payload<'a> {
        let Some(body) = &self.request_body else { return Payload::Nothing };
        if let (Some(_), Some(variants)) = (variant, &self.variants) {
            let mut media_types = body.representations.iter().map(|representation| &representation.media_type);
            return match (media_types.find(|media_type| media_type.is_json()), variants::object(body, schemas)) {
                (Some(media_type), Some(object)) => {
                    // Sent values are of this schema, not of one that extends it.
                    let sent = Substitutions::default();
                    let only = media_type.schema.map(|schema| only_value::of_object(schemas.target(schema).0, schemas, &sent));
                    let mut only = only.unwrap_or_default();
                    only.retain(|place, _| object.properties[*place].name != variants.property);
                    Payload::Properties(media_type, object, only)
                }
                _ => Payload::Nothing,
            };
        }
        let distinct = distinct(&body.representations, schemas);
        match distinct.as_slice() {
            [] => Payload::Nothing,
            [only] => match only.media_type.schema.and_then(|schema| schemas.object(schema)) {
                Some(form) if only.format == Format::Multipart => {
                    Payload::Parts(&only.media_type, form, only.media_type.only_parts(form, schemas))
                }
                _ => Payload::Whole(body, only, self.media_types_of_bytes(only)),
            },
            [first, others @ ..] if first.is_plain_json() && others.iter().all(|other| other.repeats(first, schemas)) => {
                let names = distinct.iter().map(|representation| representation.media_type.name.as_str()).collect();
                Payload::Whole(body, first, names)
            }
            _ => Payload::Choice(body, distinct),
        }
    }

    /// What a call takes from its caller.
    pub fn inputs<'a>(&'a self, payload: &Payload<'a>, answers: &Answers<'_>, default_servers: &[Server]) -> Vec<Input<'a>> {
        let mut inputs: Vec<Input<'a>> = self.given_parameters().map(Input::Parameter).collect();
        match payload {
            Payload::Nothing => {}
            Payload::Properties(_, object, only) => {
                let fixed = self.variants.as_ref().map(|variants| variants.property.as_str());
                let properties = object.properties.iter().enumerate().filter(|(place, _)| !only.contains_key(place));
                let properties =
                    properties.map(|(_, property)| property).filter(|property| Some(property.name.as_str()) != fixed);
                inputs.extend(properties.map(Input::Property));
            }
            Payload::Parts(_, form, only) => {
                let parts = form.properties.iter().enumerate().filter(|(place, _)| !only.contains_key(place));
                inputs.extend(parts.map(|(_, part)| Input::Part(part)));
            }
            Payload::Whole(body, _, media_types) => {
                inputs.push(Input::Body(body));
                inputs.extend((!media_types.is_empty()).then_some(Input::ContentType(body)));
            }
            Payload::Choice(body, _) => inputs.push(Input::Body(body)),
        }
        inputs.extend((!answers.accept.choices.is_empty()).then_some(Input::Accept));
        inputs.extend(self.has_choice_of_servers(default_servers).then_some(Input::Server));
        inputs
    }

    /// The range of media types that a body of bytes can have, unless a parameter is there for that.
    fn media_types_of_bytes<'a>(&self, body: &'a Representation) -> Vec<&'a str> {
        let is_range = body.is_bytes() && body.media_type.name.contains('*');
        let has_parameter = self.parameters.iter().any(Parameter::is_content_type);
        (is_range && !has_parameter).then_some(body.media_type.name.as_str()).into_iter().collect()
    }

    /// Whether the caller can choose a server: there are several, or a part of one is the caller's, unless the client's are the same.
    pub fn has_choice_of_servers(&self, default_servers: &[Server]) -> bool {
        let [first, ..] = self.servers.as_slice() else { return false };
        let is_choice = self.servers.len() > 1 || !first.variables().is_empty();
        let templates = |servers: &[Server]| servers.iter().map(|server| server.template.clone()).collect::<Vec<_>>();
        is_choice && templates(&self.servers) != templates(default_servers)
    }
}

/// The representations without those that only repeat another one's data in the same format. JSON whose media type says what the
/// data means repeats no other JSON.
fn distinct<'a>(representations: &'a [Representation], schemas: &Schemas) -> Vec<&'a Representation> {
    let mut distinct: Vec<&Representation> = Vec::new();
    for representation in representations {
        let meaning = |of: &Representation| (of.format == Format::Json).then(|| of.media_type.meaning());
        let is_known =
            |other: &&Representation| representation.repeats(other, schemas) && meaning(representation) == meaning(other);
        if !distinct.iter().any(is_known) {
            distinct.push(representation);
        }
    }
    distinct
}

impl Representation {
    /// Whether it has the data of another one in the same format.
    fn repeats(&self, other: &Self, schemas: &Schemas) -> bool {
        let is_data = matches!(self.format, Format::Json | Format::Form | Format::Multipart);
        is_data && other.format == self.format && representation::alike(self.media_type.schema, other.media_type.schema, schemas)
    }
}
