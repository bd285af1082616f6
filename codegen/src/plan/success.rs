//! The bodies of successes: how each is read, and what tells it from the others.

use super::docs::{self, Docs};
use super::media_type::{media_word, note_xml};
use super::response::{Arm, Call, Outcome, Output, Reading, StatusVariant, StreamKind, Streaming, Success, VariantPath};
use super::{Status, Ty, Types, status};
use crate::api::{self, Api, Format, Representation, SchemaId};
use crate::diagnostic::{Diagnostics, Problem};
use crate::names::{Scope, spelling};

/// A body of a success.
pub(super) struct Body<'a> {
    pub(super) response: &'a api::Response,
    /// The description's media type, unless there is no body.
    media_type: Option<&'a str>,
    /// Whether only the media type tells it from another body of the same status.
    pub(super) guarded: bool,
    schema: Option<SchemaId>,
    /// Whether it is XML.
    pub(super) is_xml: bool,
    reading: Reading,
    pub(super) ty: Ty,
    variant: Option<VariantPath>,
}

/// The bodies of a success; the last one is what a response without a known media type is taken for.
pub(super) fn bodies<'a>(
    response: &'a api::Response,
    call: &Call<'_>,
    api: &Api,
    types: &Types<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Body<'a>> {
    let empty = Body {
        response,
        media_type: None,
        guarded: false,
        schema: None,
        is_xml: false,
        reading: Reading::Empty,
        ty: Ty::Unit,
        variant: None,
    };
    let is_bodiless = call.method == "HEAD" || matches!(response.status, api::Status::Code(204 | 205));
    if is_bodiless && !response.representations.is_empty() {
        let instead = "the response is taken as empty, as HTTP says";
        diagnostics.report(response.at, Problem::Unsupported { what: "a body where HTTP allows none", instead });
    }
    let representations = if is_bodiless { &[] } else { response.representations.as_slice() };
    let mut bodies: Vec<Body<'a>> = Vec::new();
    for representation in representations {
        let (reading, schema, ty) = body(representation, call, api, types);
        note_xml(representation, diagnostics);
        let known = bodies.iter().any(|body| body.reading == reading && body.ty == ty);
        if !known {
            let media_type = Some(representation.media_type.name.as_str());
            bodies.push(Body {
                response,
                media_type,
                guarded: true,
                schema,
                is_xml: representation.is_xml(),
                reading,
                ty,
                variant: None,
            });
        }
    }
    if bodies.is_empty() {
        bodies.push(empty);
    }
    let streamed = bodies.iter().filter(|body| body.is_streamed()).count();
    let is_streamed_alone = streamed == bodies.len();
    // The first body comes last, as what anything unknown is taken for.
    let first = bodies.iter().position(|body| is_streamed_alone || !body.is_streamed()).unwrap_or_default();
    let mut first = bodies.remove(first);
    first.guarded = false;
    bodies.push(first);
    bodies
}

fn body(representation: &Representation, call: &Call<'_>, api: &Api, types: &Types<'_>) -> (Reading, Option<SchemaId>, Ty) {
    let schema = representation.schema(&api.schemas);
    let list = |ty: Ty| Ty::Vec(Box::new(ty));
    match (representation.format, schema) {
        (Format::Json, Some(schema)) => {
            let schema = call.success.unwrap_or(schema);
            (Reading::Json, Some(schema), types.with_null(schema))
        }
        (Format::Json, None) => (Reading::AnyJson, None, Ty::Json),
        (Format::Text | Format::Form, _) => (Reading::Text, None, Ty::String),
        (Format::Binary | Format::Multipart, _) => (Reading::Binary, None, Ty::Bytes),
        (Format::Lines, schema) => (Reading::Lines, None, list(schema.map_or(Ty::Json, |schema| types.with_null(schema)))),
        (Format::Events, schema) => match schema.map(|schema| types.with_null(schema)) {
            None | Some(Ty::String) => (Reading::TextEvents, None, list(Ty::Event(Box::new(Ty::String)))),
            Some(ty) => (Reading::Events, None, list(Ty::Event(Box::new(ty)))),
        },
    }
}

impl Body<'_> {
    /// Whether it may never end.
    pub(super) fn is_streamed(&self) -> bool {
        matches!(self.reading, Reading::Events | Reading::TextEvents | Reading::Lines)
    }

    pub(super) fn success(&self) -> Success {
        Success { reading: self.reading, variant: self.variant.clone() }
    }

    pub(super) fn arm(&self) -> Arm {
        let media_type = self.media_type.filter(|_| self.guarded).map(str::to_owned);
        let status = status::of(self.response.status).unwrap_or(Status::Range(2));
        Arm { status, media_type, outcome: Outcome::Success(self.success()) }
    }
}

/// The enum of successes, where they differ; each body is told its variant.
pub(super) fn output_enum(
    successes: &mut [Body<'_>],
    call: &Call<'_>,
    types: &Types<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Output> {
    let first = successes.first()?.ty.clone();
    if successes.iter().all(|success| success.ty == first) {
        return None;
    }
    let mut scope = Scope::of_values();
    let mut variants: Vec<StatusVariant> = Vec::new();
    let mut order: Vec<usize> = (0..successes.len()).collect();
    order.sort_by_key(|index| (successes[*index].response.status, successes[*index].guarded));
    for index in order {
        let success = &successes[index];
        let response = success.response;
        let shares_status = successes.iter().filter(|other| other.response.status == response.status).count() > 1;
        let word = match success.media_type.filter(|_| shares_status) {
            Some(media_type) => format!("{} {}", status::word(response.status), media_word(media_type)),
            None => status::word(response.status),
        };
        let words = response.description.as_deref().map(Docs::text).unwrap_or_default();
        let origin = match success.media_type.filter(|_| shares_status) {
            Some(media_type) => format!("Status: `{}`, {}.", response.status, docs::code(media_type)),
            None => format!("Status: `{}`.", response.status),
        };
        let name = scope.claim(spelling::variant(&word), &word, response.at, diagnostics);
        let ty = match (success.schema, &success.ty) {
            (_, Ty::Unit) => None,
            (Some(schema), _) => Some(types.in_variant(schema)),
            (None, ty) => Some(ty.clone()),
        };
        variants.push(StatusVariant { docs: words.then(Docs::sentence(origin)), name: name.clone(), ty });
        successes[index].variant = Some(VariantPath { item: call.output.clone(), variant: name });
    }
    let docs = Docs::sentence(format!("Successes that the description documents for {}.", call.origin));
    Some(Output { name: call.output.clone(), docs, variants })
}

/// How the body of a success can be taken as it comes.
pub(super) fn streaming(successes: &[Body<'_>]) -> Option<Streaming> {
    let is_awaited = successes.iter().all(Body::is_streamed);
    let streamed = successes.iter().find(|success| success.is_streamed());
    let bytes = || successes.iter().find(|success| matches!(success.reading, Reading::Binary | Reading::Text));
    let success = streamed.or_else(bytes)?;
    let kind = match (success.reading, &success.ty) {
        (Reading::TextEvents, _) => StreamKind::TextEvents,
        (Reading::Events, Ty::Vec(event)) => match &**event {
            Ty::Event(data) => StreamKind::Events((**data).clone()),
            other => StreamKind::Events(other.clone()),
        },
        (Reading::Lines, Ty::Vec(item)) => StreamKind::Lines((**item).clone()),
        _ => StreamKind::Bytes,
    };
    Some(Streaming { kind, accept: success.media_type.unwrap_or("*/*").to_owned(), is_awaited })
}
