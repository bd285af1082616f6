//! What each status of an operation gives.

use super::call::Call;
use super::docs::{self, Docs};
use super::inputs::PlanInputs;
use super::outcome::{Arm, Fallback, Outcome, Output, StatusVariant, Streaming, VariantPath};
use super::status::Status;
use super::success::{self, Successes};
use super::ty::Ty;
use crate::api::{Answer, Answers, DocumentedError};
use crate::diagnostic::Diagnostics;
use crate::names::{CallNames, Claim};
use crate::share::call_key;

/// What an operation's responses become.
pub(super) struct Responses {
    /// The type of the body of a success.
    pub(super) output: Ty,
    /// The enum that it is, where successes differ.
    pub(super) output_enum: Option<Output>,
    /// What the call's docs have to say of the body of a success.
    pub(super) notes: Docs,
    /// The `Accept` header's value, unless no response has a body.
    pub(super) accept: Option<String>,
    /// How the body can be taken as it comes.
    pub(super) streaming: Option<Streaming>,
    /// One arm per documented status and body.
    pub(super) arms: Vec<Arm>,
    /// What any other status gives.
    pub(super) fallback: Fallback,
    /// The variants of the error enum.
    pub(super) errors: Vec<StatusVariant>,
}

/// Decides what each status gives.
pub(super) fn plan(call: &Call<'_>, inputs: &PlanInputs<'_>, diagnostics: &mut Diagnostics) -> Responses {
    let Call { operation, names, answers, .. } = call;
    success::check(operation, diagnostics);
    let Successes { output, output_enum, mut arms, undocumented } = success::plan(call, inputs);
    let documented = operation.documented_errors(&inputs.api.schemas);
    let named = || documented.iter().zip(&names.errors);
    let mut of_errors: Vec<Arm> = named().flat_map(|(error, claim)| error_arms(error, claim, names)).collect();
    // Of one status, those that the media type decides are before the one for any other.
    of_errors.sort_by_key(|arm| (arm.status, arm.media_types.is_empty()));
    let default = of_errors.pop_if(|arm| arm.status == Status::Default);
    arms.extend(of_errors);
    Responses {
        output,
        output_enum,
        notes: notes(answers),
        accept: (!answers.accept.all.is_empty()).then(|| answers.accept.all.join(", ")),
        streaming: success::streaming(call, inputs),
        arms,
        fallback: default.map_or(Fallback::Undocumented(undocumented), |arm| Fallback::Default(arm.outcome)),
        errors: named().map(|(error, claim)| error_variant(error, claim, names, inputs)).collect(),
    }
}

/// Notes for the docs about the bodies of successes.
fn notes(answers: &Answers<'_>) -> Docs {
    let has = |is: fn(&Answer<'_>) -> bool, note| if answers.all.iter().any(is) { Docs::sentence(note) } else { Docs::default() };
    let xml = has(|answer| answer.representations.iter().any(|body| body.is_xml()), "What comes as XML is text here.");
    let redirect = "A redirect is a success and is not followed; `.send()` gives its headers.";
    xml.then(has(|answer| answer.response.status.is_redirect(), redirect))
}

/// The variant of a documented error.
fn error_variant(error: &DocumentedError<'_>, claim: &Claim, names: &CallNames, inputs: &PlanInputs<'_>) -> StatusVariant {
    let (response, media_type) = (error.response, error.distinguishing_media_type());
    let words = response.description.as_deref().map(Docs::text).unwrap_or_default();
    let listed = media_type.map(|media_type| format!(", {}", docs::code(media_type))).unwrap_or_default();
    let docs = words.then(Docs::sentence(format!("Status: {}{listed}.", docs::code(&response.status.to_string()))));
    let key = call_key::error(&names.key, error);
    let ty = error.answers.first().and_then(|answer| success::in_variant(answer, inputs));
    StatusVariant { key, docs, name: claim.name.clone(), ty, deprecated: response.is_dropped }
}

/// How the bodies of a documented error are read.
fn error_arms(error: &DocumentedError<'_>, claim: &Claim, names: &CallNames) -> Vec<Arm> {
    let arm = |answer: &Answer<'_>| {
        let path = VariantPath { item: names.error.clone(), variant: claim.name.clone() };
        let outcome = Outcome::Error(answer.reading, path);
        Arm { status: error.response.status.into(), media_types: success::guard(answer), outcome }
    };
    error.answers.iter().map(arm).collect()
}
