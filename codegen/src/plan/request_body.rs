//! What a request's body is made from, if it is one value or one of several.

use super::builder::{Builder, sendable};
use super::call::Call;
use super::constraint::Constraints;
use super::described::bounds_beside_model;
use super::docs::{self, Docs};
use super::facts;
use super::form::{self, form_styles, reserved};
use super::inputs::PlanInputs;
use super::media_type::{BodyChoice, BodyVariant, RequestBody, Writing, note_format};
use super::member::{Member, Sent};
use super::part;
use super::ty::Ty;
use crate::api::{self, Format, Payload, Representation};
use crate::diagnostic::Diagnostics;
use crate::names::{InputNames, Name};
use crate::record::{Fact, FactName};
use crate::share::call_key;

impl Builder<'_, '_> {
    /// Adds an argument or setter for the body.
    pub(super) fn body(&mut self, body: &api::RequestBody, names: &InputNames, payload: &Payload<'_>, call: &Call<'_>) {
        let name = names.name.name.clone();
        let (note, ty, constraints, facts) = match payload {
            Payload::Whole(_, representation, _) => {
                note(representation, true, self.inputs, self.diagnostics);
                let format = match representation {
                    xml if xml.is_xml() => Docs::sentence("XML, as text."),
                    yaml if yaml.is_json_in_yaml() => Docs::sentence("YAML, written as JSON, which is YAML, too."),
                    _ => Docs::default(),
                };
                (
                    bounds(representation, self.inputs).then(format),
                    ty(representation, self.inputs),
                    constraints(representation, self.inputs),
                    facts::of_body(representation, &self.inputs.api.schemas),
                )
            }
            _ => (Docs::default(), Ty::Choice(call.names.body.clone()), Constraints::default(), Vec::new()),
        };
        let words = body.description.as_deref().map(Docs::text).unwrap_or_default();
        let kept = body.is_kept_required.then(|| Fact::flag(FactName::Optional));
        self.member(
            Member::body(names.key.clone(), words.then(note), name.clone(), ty)
                .described(body.at, facts.into_iter().chain(kept).collect()),
            call_key::BODY.to_owned(),
            body.required,
        );
        self.send(Sent { name, constraints });
    }

    /// Adds a setter for the media type of the body, where there is a choice.
    pub(super) fn content_type(&mut self, names: &InputNames, payload: &Payload<'_>) {
        let Payload::Whole(_, representation, media_types) = payload else { return };
        let choices = media_types.iter().map(|media_type| docs::code(media_type)).collect::<Vec<_>>().join(", ");
        let default = match representation.format {
            Format::Json => docs::code(&sendable(&representation.media_type.name, "application/json")),
            _ => "that of the `Body`, or `application/octet-stream`".to_owned(),
        };
        let docs = format!("The media type of the body: one of {choices}. Unless it is set, {default}.");
        let name = names.name.name.clone();
        self.setter(Member::beside_body(names.key.clone(), Docs::sentence(docs), name, Ty::String));
    }
}

/// A body that is one value.
pub(super) fn whole(
    body: &api::RequestBody,
    representation: &Representation,
    value: Sent,
    content_type: Option<&Name>,
    inputs: &PlanInputs<'_>,
) -> RequestBody {
    let writing = match (writing(representation, inputs), content_type) {
        (Writing::Json { media_type, is_nullable, .. }, own) => Writing::Json { media_type, own: own.cloned(), is_nullable },
        (_, Some(content_type)) => Writing::BinaryOf { content_type: content_type.clone() },
        (writing, None) => writing,
    };
    RequestBody::Whole { value, is_optional: !body.required, writing }
}

/// A body that is one of several.
pub(super) fn choice(
    body: &api::RequestBody,
    several: &[&Representation],
    name: Name,
    call: &Call<'_>,
    inputs: &PlanInputs<'_>,
    diagnostics: &mut Diagnostics,
) -> RequestBody {
    let types: Vec<Ty> = several.iter().map(|representation| ty(representation, inputs)).collect();
    let mut variants: Vec<BodyVariant> = Vec::new();
    for (index, (representation, claim)) in several.iter().zip(&call.names.bodies).enumerate() {
        let ty = &types[index];
        note(representation, false, inputs, diagnostics);
        let written = match representation {
            xml if xml.is_xml() => ", as text",
            yaml if yaml.is_json_in_yaml() => ", written as JSON, which is YAML, too",
            _ => "",
        };
        variants.push(BodyVariant {
            key: call_key::body(&call.names.key, representation),
            docs: Docs::sentence(format!("As {}{written}.", docs::code(&representation.media_type.name)))
                .then(bounds(representation, inputs)),
            name: claim.name.clone(),
            ty: ty.clone(),
            constraints: constraints(representation, inputs),
            facts: facts::of_body(representation, &inputs.api.schemas),
            writing: writing(representation, inputs),
            // Of several bodies of one type, plain JSON is meant; it goes first.
            is_convertible: match types.iter().filter(|other| *other == ty).count() {
                1 => true,
                _ => representation.is_plain_json() && !types[..index].contains(ty),
            },
        });
    }
    let docs = Docs::sentence(format!("The bodies that {} takes.", call.origin));
    let choice = BodyChoice { name: call.names.body.clone(), docs, variants };
    RequestBody::Choice { name, is_optional: !body.required, choice }
}

/// Reports each part of a body that is not sent as described.
fn note(representation: &Representation, is_only: bool, inputs: &PlanInputs<'_>, diagnostics: &mut Diagnostics) {
    note_format(representation, diagnostics);
    let schemas = &inputs.api.schemas;
    match representation.format {
        Format::Form => form::check(&representation.media_type, schemas, diagnostics),
        Format::Multipart => part::check(&representation.media_type, is_only, schemas, diagnostics),
        _ => {}
    }
}

fn ty(representation: &Representation, inputs: &PlanInputs<'_>) -> Ty {
    let schema = representation.schema(&inputs.api.schemas);
    match representation.format {
        Format::Json => schema.map_or(Ty::Json, |schema| inputs.types.with_null(schema)),
        // Only an object can be a form.
        Format::Form => match schema.map_or(Ty::Json, |schema| inputs.types.of(schema).0) {
            Ty::Json => Ty::JsonObject,
            ty => ty,
        },
        Format::Text | Format::Events => Ty::String,
        Format::Binary => Ty::Body,
        Format::Lines => Ty::Lines(Box::new(schema.map_or(Ty::Json, |schema| inputs.types.with_null(schema)))),
        Format::Multipart => Ty::MultipartForm,
    }
}

/// What bounds a body that is a model beyond what the model says.
fn bounds(representation: &Representation, inputs: &PlanInputs<'_>) -> Docs {
    let schemas = &inputs.api.schemas;
    representation.schema(schemas).map(|schema| bounds_beside_model(schema, schemas)).unwrap_or_default()
}

/// What is checked of a body; of text and bytes nothing is.
fn constraints(representation: &Representation, inputs: &PlanInputs<'_>) -> Constraints {
    match (representation.format, representation.schema(&inputs.api.schemas)) {
        (_, None) => Constraints::default(),
        // A model's encoder checks its own values.
        (Format::Lines, Some(schema)) if matches!(inputs.types.of(schema).0, Ty::Model(_)) => Constraints::default(),
        (Format::Json | Format::Form, Some(schema)) => inputs.types.constraints(schema),
        (_, Some(schema)) => {
            inputs.types.leave_unchecked(schema);
            Constraints::default()
        }
    }
}

fn writing(representation: &Representation, inputs: &PlanInputs<'_>) -> Writing {
    let media_type = &representation.media_type;
    match representation.format {
        Format::Json => Writing::Json {
            media_type: sendable(&media_type.name, "application/json"),
            own: None,
            is_nullable: matches!(ty(representation, inputs), Ty::Option(_)),
        },
        Format::Form => Writing::Form { styles: form_styles(media_type), reserved: reserved(media_type) },
        Format::Text | Format::Events => Writing::Text { media_type: sendable(&media_type.name, "text/plain") },
        Format::Binary => Writing::Binary { media_type: sendable(&media_type.name, "application/octet-stream") },
        Format::Lines => Writing::Lines { media_type: media_type.name.clone() },
        Format::Multipart => Writing::Multipart { media_type: media_type.name.clone() },
    }
}
