//! What each status of an operation gives.

use super::call::Call;
use super::docs::{self, Docs};
use super::inputs::PlanInputs;
use super::outcome::{Arm, Fallback, Outcome, Output, StatusVariant, Streaming, VariantPath};
use super::status;
use super::success::{self, Successes};
use super::ty::Ty;
use crate::api::{self, Answer, Answers, Format, Representation};
use crate::diagnostic::Diagnostics;
use crate::names::{CallNames, Claim};
use crate::record::Step;

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
    let Successes { output, output_enum, arms: mut all, undocumented } = success::plan(call, inputs);
    let (mut errors, mut default) = (Vec::new(), None);
    for (response, claim) in operation.errors().zip(&names.errors) {
        let (variant, outcome) = error(response, claim, names, inputs);
        errors.push(variant);
        match status::of(response.status) {
            Some(status) => all.push(Arm { status, media_type: None, outcome }),
            None => default = Some(Fallback::Default(outcome)),
        }
    }
    Responses {
        output,
        output_enum,
        notes: notes(answers),
        accept: (!answers.accept.all.is_empty()).then(|| answers.accept.all.join(", ")),
        streaming: success::streaming(answers, inputs),
        arms: all,
        fallback: default.unwrap_or(Fallback::Undocumented(undocumented)),
        errors,
    }
}

/// What is not obvious of the bodies of successes.
fn notes(answers: &Answers<'_>) -> Docs {
    let has = |is: fn(&Answer<'_>) -> bool, note| if answers.all.iter().any(is) { Docs::sentence(note) } else { Docs::default() };
    let xml = has(|answer| answer.representation.is_some_and(Representation::is_xml), "What comes as XML is text here.");
    let redirect = "A redirect is a success and is not followed; `.send()` gives its headers.";
    xml.then(has(|answer| answer.response.status.is_redirect(), redirect))
}

/// A documented error: its variant, and what its status gives.
fn error(response: &api::Response, claim: &Claim, names: &CallNames, inputs: &PlanInputs<'_>) -> (StatusVariant, Outcome) {
    let typed = |format: Format| response.representations.iter().find(|representation| representation.format == format);
    let json = typed(Format::Json).and_then(|json| json.media_type.schema);
    let ty = match json {
        Some(schema) => Some(inputs.types.in_variant(schema)),
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
