//! `Arm`: what each status gives.

use super::docs::{self, Docs};
use super::success::{self, Body};
use super::{Status, Ty, Types, status};
use crate::api::{self, Api, Format, SchemaId};
use crate::diagnostic::Diagnostics;
use crate::names::{Name, Scope, spelling};

/// A documented status and what it gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Arm {
    /// The status.
    pub status: Status,
    /// The media type that it is about, where the same status has others: `if response.is("text/csv")`.
    pub media_type: Option<String>,
    /// What it gives.
    pub outcome: Outcome,
}

/// What a status gives that has no arm.
#[derive(Clone, Debug, PartialEq)]
pub enum Fallback {
    /// `response.undocumented(runtime::Received::json)`: a success is read as the documented one is, anything else is an error.
    Undocumented(Success),
    /// What the description says of `default`.
    Default(Outcome),
}

/// What a documented status gives.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// A success.
    Success(Success),
    /// `response.error(ListError::BadRequest)`: a documented error without a schema.
    Error(VariantPath),
    /// `response.error_json(ListError::BadRequest)`: a documented error with one.
    ErrorJson(VariantPath),
    /// `response.error_text(ListError::BadRequest)`: a documented error whose body is text.
    ErrorText(VariantPath),
}

/// How a success is read: `response.json()`, or `response.json().map(GetOutput::Ok)`.
#[derive(Clone, Debug, PartialEq)]
pub struct Success {
    /// How the body is read.
    pub reading: Reading,
    /// The variant of the output that holds it, where successes differ.
    pub variant: Option<VariantPath>,
}

/// How a response's body is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// `json`.
    Json,
    /// `any_json`: JSON of which nothing is said, or nothing.
    AnyJson,
    /// `text`.
    Text,
    /// `binary`.
    Binary,
    /// `events`: all events of an event stream with JSON in them.
    Events,
    /// `text_events`: the same, with text in them.
    TextEvents,
    /// `json_lines`: the JSON values in all lines.
    Lines,
    /// `empty`.
    Empty,
}

/// `ListError::BadRequest`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct VariantPath {
    /// The enum.
    pub item: Name,
    /// Its variant.
    pub variant: Name,
}

/// A variant of an operation's error or output enum.
#[derive(Clone, Debug, PartialEq)]
pub struct StatusVariant {
    /// Docs of the variant.
    pub docs: Docs,
    /// `NotFound`.
    pub name: Name,
    /// The body, if the description has one.
    pub ty: Option<Ty>,
}

/// The enum of successes that differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Output {
    /// `GetOutput`.
    pub name: Name,
    /// Docs of the enum.
    pub docs: Docs,
    /// One variant per status, or per body where a status has several.
    pub variants: Vec<StatusVariant>,
}

/// A way to take the body of a success as it comes: `.stream()`.
#[derive(Clone, Debug, PartialEq)]
pub struct Streaming {
    /// What the stream is made of.
    pub kind: StreamKind,
    /// The `Accept` header's value.
    pub accept: String,
    /// Whether `.await` gives the stream, too: no success has a body that ends for sure.
    pub is_awaited: bool,
}

/// What a stream is made of.
#[derive(Clone, Debug, PartialEq)]
pub enum StreamKind {
    /// `runtime::EventStream<T>`, with JSON in the events.
    Events(Ty),
    /// `runtime::EventStream<String>`.
    TextEvents,
    /// `runtime::LineStream<T>`.
    Lines(Ty),
    /// `runtime::Download`.
    Bytes,
}

/// What an operation's responses come to.
pub struct Responses {
    /// The type of the body of a success.
    pub output: Ty,
    /// The enum that it is, where successes differ.
    pub output_enum: Option<Output>,
    /// What the call's docs have to say of the body of a success.
    pub notes: Docs,
    /// What the `Accept` header says.
    pub accept: Accept,
    /// How the body can be taken as it comes.
    pub streaming: Option<Streaming>,
    /// One arm per documented status and body.
    pub arms: Vec<Arm>,
    /// What any other status gives.
    pub fallback: Fallback,
    /// The variants of the error enum.
    pub errors: Vec<StatusVariant>,
}

/// What the `Accept` header says.
pub struct Accept {
    /// Its value, unless no response has a body.
    pub all: Option<String>,
    /// The media types of successes, where there are several to choose from.
    pub choices: Vec<String>,
}

/// What deciding responses needs to know of their operation.
pub struct Call<'a> {
    /// The method; an answer to `HEAD` has no body, whatever is described.
    pub method: &'a str,
    /// `GET /pets`, in backticks.
    pub origin: &'a str,
    /// Replaces the schema of a success, for a variant of the operation.
    pub success: Option<SchemaId>,
    /// What the output enum is to be called.
    pub output: &'a Name,
    /// The error enum.
    pub error: &'a Name,
}

/// Decides what each status gives.
pub fn plan(
    responses: &[api::Response],
    call: &Call<'_>,
    api: &Api,
    types: &Types<'_>,
    diagnostics: &mut Diagnostics,
) -> Responses {
    let documented = responses.iter().any(|response| response.status.is_success());
    let is_success = |status: api::Status| status.is_success() || (status == api::Status::Default && !documented);
    let mut successes = Vec::new();
    let mut errors = Errors { arms: Vec::new(), default: None, variants: Vec::new(), scope: Scope::of_values() };
    for response in responses {
        if is_success(response.status) {
            successes.extend(success::bodies(response, call, api, types, diagnostics));
        }
        if !response.status.is_success() {
            errors.add(response, call.error, types, diagnostics);
        }
    }
    let accept = accept(&successes, responses);
    let streaming = success::streaming(&successes);
    let is_xml = successes.iter().any(|success| success.is_xml);
    let notes = if is_xml { Docs::sentence("What comes as XML is text here.") } else { Docs::default() };
    // A body that comes as a stream has a way of its own; it is no alternative to one that comes at once.
    if successes.iter().any(|success| !success.is_streamed()) {
        successes.retain(|success| !success.is_streamed());
    }
    let output_enum = success::output_enum(&mut successes, call, types, diagnostics);
    let output = match &output_enum {
        Some(output) => Ty::Local(output.name.clone()),
        None => successes.first().map_or(Ty::Unit, |success| success.ty.clone()),
    };
    let plain = successes.iter().find(|success| !success.guarded);
    let undocumented = plain.map_or(Success { reading: Reading::Empty, variant: None }, Body::success);
    let mut arms: Vec<Arm> = successes.iter().map(Body::arm).collect();
    arms.extend(errors.arms);
    let fallback = errors.default.unwrap_or(Fallback::Undocumented(undocumented));
    Responses { output, output_enum, notes, accept, streaming, arms, fallback, errors: errors.variants }
}

/// The arms and variants of errors.
struct Errors {
    arms: Vec<Arm>,
    default: Option<Fallback>,
    variants: Vec<StatusVariant>,
    scope: Scope,
}

impl Errors {
    fn add(&mut self, response: &api::Response, error: &Name, types: &Types<'_>, diagnostics: &mut Diagnostics) {
        let typed = |format: Format| response.representations.iter().find(|representation| representation.format == format);
        let json = typed(Format::Json).and_then(|json| json.media_type.schema);
        let ty = match json {
            Some(schema) => Some(types.in_variant(schema)),
            None => typed(Format::Text).map(|_| Ty::String),
        };
        let variant = self.variant(response, ty, diagnostics);
        let path = VariantPath { item: error.clone(), variant: variant.name.clone() };
        let outcome = match (json, &variant.ty) {
            (Some(_), _) => Outcome::ErrorJson(path),
            (None, Some(_)) => Outcome::ErrorText(path),
            (None, None) => Outcome::Error(path),
        };
        self.variants.push(variant);
        match status::of(response.status) {
            Some(status) => self.arms.push(Arm { status, media_type: None, outcome }),
            None => self.default = Some(Fallback::Default(outcome)),
        }
    }

    fn variant(&mut self, response: &api::Response, ty: Option<Ty>, diagnostics: &mut Diagnostics) -> StatusVariant {
        let status = response.status;
        let words = response.description.as_deref().map(Docs::text).unwrap_or_default();
        StatusVariant {
            docs: words.then(Docs::sentence(format!("Status: {}.", docs::code(&status.to_string())))),
            name: self.scope.claim(spelling::variant(&status::word(status)), &status.to_string(), response.at, diagnostics),
            ty,
        }
    }
}

/// The media types of successes, JSON first, and the JSON ones of errors.
fn accept(successes: &[Body<'_>], responses: &[api::Response]) -> Accept {
    let is_streamed_alone = successes.iter().all(Body::is_streamed);
    let (mut json, mut others, mut errors) = (Vec::new(), Vec::new(), Vec::new());
    for response in responses {
        let is_success = successes.iter().any(|success| success.response.status == response.status);
        for representation in &response.representations {
            let is_streamed = matches!(representation.format, Format::Events | Format::Lines);
            let names = match (representation.format, is_success) {
                (_, true) if is_streamed && !is_streamed_alone => continue,
                (Format::Json, true) => &mut json,
                (_, true) => &mut others,
                (Format::Json, false) => &mut errors,
                (_, false) => continue,
            };
            names.push(representation.media_type.name.as_str());
        }
    }
    let successes = distinct(json.into_iter().chain(others));
    let all = distinct(successes.iter().copied().chain(errors));
    let is_choice = successes.len() > 1;
    let choices = successes.into_iter().filter(|_| is_choice).map(str::to_owned).collect();
    Accept { all: (!all.is_empty()).then(|| all.join(", ")), choices }
}

fn distinct<'a>(names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut distinct: Vec<&str> = Vec::new();
    names.for_each(|name| {
        if !distinct.contains(&name) {
            distinct.push(name);
        }
    });
    distinct
}
