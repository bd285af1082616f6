//! `Arm`: what each status gives.

use super::docs::{self, Docs};
use super::request::Call;
use super::success::{self, Successes};
use super::{Context, Status, Ty, status};
pub use crate::api::Reading;
use crate::api::{self, Answer, Format, Representation};
use crate::diagnostic::Diagnostics;
use crate::names::{CallNames, Claim, Name};
use crate::record::{Key, Step};

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
    /// Where it comes from.
    pub key: Key,
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

/// What an operation's responses become.
pub struct Responses {
    /// The type of the body of a success.
    pub output: Ty,
    /// The enum that it is, where successes differ.
    pub output_enum: Option<Output>,
    /// What the call's docs have to say of the body of a success.
    pub notes: Docs,
    /// The `Accept` header's value, unless no response has a body.
    pub accept: Option<String>,
    /// How the body can be taken as it comes.
    pub streaming: Option<Streaming>,
    /// One arm per documented status and body.
    pub arms: Vec<Arm>,
    /// What any other status gives.
    pub fallback: Fallback,
    /// The variants of the error enum.
    pub errors: Vec<StatusVariant>,
}

/// Decides what each status gives.
pub(super) fn plan(call: &Call<'_>, context: &Context<'_>, diagnostics: &mut Diagnostics) -> Responses {
    let Call { operation, names, answers, .. } = call;
    success::check(operation, diagnostics);
    let Successes { output, output_enum, arms: mut all, undocumented } = success::plan(call, context);
    let (mut errors, mut default) = (Vec::new(), None);
    let documented = operation.responses.iter().filter(|response| !response.status.is_success());
    for (response, claim) in documented.zip(&names.errors) {
        let (variant, outcome) = error(response, claim, names, context);
        errors.push(variant);
        match status::of(response.status) {
            Some(status) => all.push(Arm { status, media_type: None, outcome }),
            None => default = Some(Fallback::Default(outcome)),
        }
    }
    let is_xml = |answer: &Answer<'_>| answer.representation.is_some_and(Representation::is_xml);
    let has_xml = answers.all.iter().any(is_xml);
    Responses {
        output,
        output_enum,
        notes: if has_xml { Docs::sentence("What comes as XML is text here.") } else { Docs::default() },
        accept: (!answers.accept.all.is_empty()).then(|| answers.accept.all.join(", ")),
        streaming: success::streaming(answers, context),
        arms: all,
        fallback: default.unwrap_or(Fallback::Undocumented(undocumented)),
        errors,
    }
}

/// A documented error: its variant, and what its status gives.
fn error(response: &api::Response, claim: &Claim, names: &CallNames, context: &Context<'_>) -> (StatusVariant, Outcome) {
    let typed = |format: Format| response.representations.iter().find(|representation| representation.format == format);
    let json = typed(Format::Json).and_then(|json| json.media_type.schema);
    let ty = match json {
        Some(schema) => Some(context.types.in_variant(schema)),
        None => typed(Format::Text).map(|_| Ty::String),
    };
    let path = VariantPath { item: names.error.clone(), variant: claim.name.clone() };
    let outcome = match (json, &ty) {
        (Some(_), _) => Outcome::ErrorJson(path),
        (None, Some(_)) => Outcome::ErrorText(path),
        (None, None) => Outcome::Error(path),
    };
    let words = response.description.as_deref().map(Docs::text).unwrap_or_default();
    let docs = words.then(Docs::sentence(format!("Status: {}.", docs::code(&response.status.to_string()))));
    let key = names.key.then(Step::Own("error")).then(Step::Response(&response.status.to_string()));
    (StatusVariant { key, docs, name: claim.name.clone(), ty }, outcome)
}
