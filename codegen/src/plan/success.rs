//! The bodies of successes: how each is read, and what a call returns.

use super::call::Call;
use super::docs::{self, Docs};
use super::inputs::PlanInputs;
use super::media_type::note_format;
use super::outcome::{
    Arm, EventEnum, EventVariant, Holder, Outcome, Output, StatusVariant, StreamKind, Streaming, Success, VariantPath,
};
use super::status::Status;
use super::ty::Ty;
use crate::api::{self, Answer, Content, EventAlternative, Operation, Reading};
use crate::diagnostic::{Diagnostics, Problem};
use crate::names::{Claim, Name};
use crate::record::Step;
use crate::share::call_key;

/// What the successes of an operation become.
pub(super) struct Successes {
    /// The type of the body.
    pub(super) output: Ty,
    /// The enum that it is, where successes differ.
    pub(super) output_enum: Option<Output>,
    /// One arm per body.
    pub(super) arms: Vec<Arm>,
    /// How a success without an arm is read.
    pub(super) undocumented: Success,
}

/// Reports the bodies of successes that are not read as they are described.
pub(super) fn check(operation: &Operation, diagnostics: &mut Diagnostics) {
    for response in operation.successes() {
        if !operation.is_bodiless(response) {
            response.representations.iter().for_each(|representation| note_format(representation, diagnostics));
        } else if !response.representations.is_empty() {
            let instead = "the response is taken as empty, as HTTP says";
            diagnostics.report(response.at, Problem::Unsupported { what: "a body where HTTP allows none", instead });
        }
    }
}

/// Decides what a call returns.
pub(super) fn plan(call: &Call<'_>, inputs: &PlanInputs<'_>) -> Successes {
    let answers = call.answers;
    let differing = answers.differing().unwrap_or_default();
    let variant = |answer: &Answer<'_>| {
        let place = differing.iter().position(|other| std::ptr::eq(*other, answer))?;
        Some(VariantPath { item: call.names.output.clone(), variant: call.names.successes.get(place)?.name.clone() })
    };
    // An option reads itself from JSON, and from text as a value.
    let is_option = |reading| answers.is_optional && !matches!(reading, Reading::Json | Reading::Parsed);
    let holder = |answer: &Answer<'_>| {
        variant(answer).map(Holder::Variant).or_else(|| is_option(answer.reading).then_some(Holder::Option))
    };
    let success = |answer: &Answer<'_>| Success { reading: answer.reading, holder: holder(answer) };
    let arm = |answer: &Answer<'_>| {
        let status = match answer.response.status {
            api::Status::Default => Status::Range(2),
            status => status.into(),
        };
        Arm { status, media_types: guard(answer), outcome: Outcome::Success(success(answer)) }
    };
    let output_enum = (!differing.is_empty()).then(|| output_enum(&differing, call, inputs));
    let has_body = |answer: &&Answer<'_>| answer.content != Content::Nothing;
    let plain = answers.returned().find(|answer| !answer.is_guarded && (has_body(answer) || !answers.is_optional));
    Successes {
        output: match &output_enum {
            Some(output) => Ty::Local(output.name.clone()),
            None if answers.is_optional => {
                let body = answers.returned().find(has_body).map_or(Ty::Unit, |answer| ty(&answer.content, inputs));
                if matches!(body, Ty::Option(_)) { body } else { body.optional() }
            }
            None => match answers.returned().next() {
                Some(Answer { content: Content::NamedEvents(_), .. }) => events(Ty::Local(call.names.event.clone())),
                answer => answer.map_or(Ty::Unit, |answer| ty(&answer.content, inputs)),
            },
        },
        output_enum,
        arms: answers.returned().map(arm).collect(),
        undocumented: plain.map_or(Success { reading: Reading::Empty, holder: None }, success),
    }
}

/// The media types that distinguish a body from others of the same status.
pub(super) fn guard(answer: &Answer<'_>) -> Vec<String> {
    let media_types = if answer.is_guarded { answer.media_types() } else { Vec::new() };
    media_types.into_iter().map(str::to_owned).collect()
}

fn ty(content: &Content, inputs: &PlanInputs<'_>) -> Ty {
    match content {
        Content::Nothing => Ty::Unit,
        Content::Value(ty) => inputs.types.rust(ty.clone()),
        Content::Bytes => Ty::Bytes,
        Content::Events(data) => events(inputs.types.rust(data.clone())),
        // `plan` replaces the text by the enum of the events.
        Content::NamedEvents(_) => events(Ty::String),
    }
}

fn events(data: Ty) -> Ty {
    Ty::Vec(Box::new(Ty::Event(Box::new(data))))
}

/// The enum of events that their names distinguish.
fn event_enum(call: &Call<'_>, inputs: &PlanInputs<'_>) -> EventEnum {
    let key = call.names.key.then(Step::Own("event"));
    let variant = |(event, claim): (&EventAlternative, &Claim)| EventVariant {
        docs: Docs::sentence(format!("Event: {}.", docs::code(&event.name))),
        name: claim.name.clone(),
        key: call_key::event(&call.names.key, event),
        event: event.name.clone(),
        ty: event.data.map_or(Ty::String, |data| inputs.types.in_variant(data)),
    };
    let variants = call.answers.named_events().iter().zip(&call.names.events).map(variant).collect();
    let docs = Docs::sentence(format!("The data of the events that the description documents for {}.", call.origin));
    EventEnum { name: call.names.event.clone(), docs, key: key.clone(), variants }
}

/// The enum of successes that differ.
fn output_enum(differing: &[&Answer<'_>], call: &Call<'_>, inputs: &PlanInputs<'_>) -> Output {
    let variant = |(answer, claim): (&&Answer<'_>, &Claim)| {
        let response = answer.response;
        let words = response.description.as_deref().map(Docs::text).unwrap_or_default();
        let media_types = answer.distinguishing_media_types(differing);
        let listed: String = media_types.iter().map(|media_type| format!(", {}", docs::code(media_type))).collect();
        let origin = format!("Status: `{}`{listed}.", response.status);
        let key = call_key::success(&call.names.key, answer, differing);
        let (docs, ty) = (words.then(Docs::sentence(origin)), in_variant(answer, inputs));
        StatusVariant { docs, name: claim.name.clone(), key, ty, deprecated: response.is_dropped }
    };
    let variants = differing.iter().zip(&call.names.successes).map(variant).collect();
    let docs = Docs::sentence(format!("Successes that the description documents for {}.", call.origin));
    let name: Name = call.names.output.clone();
    Output { name, docs, variants }
}

/// The type of a body in a variant; `None` if there is no body.
pub(super) fn in_variant(answer: &Answer<'_>, inputs: &PlanInputs<'_>) -> Option<Ty> {
    match (answer.schema, &answer.content) {
        (_, Content::Nothing) => None,
        (Some(schema), _) => Some(inputs.types.in_variant(schema)),
        (None, content) => Some(ty(content, inputs)),
    }
}

/// How the body of a success can be taken as it comes.
pub(super) fn streaming(call: &Call<'_>, inputs: &PlanInputs<'_>) -> Option<Streaming> {
    let answers = call.answers;
    let is_awaited = answers.all.iter().all(Answer::is_streamed);
    // Only the body of a success in the sense of HTTP comes as a stream.
    let mut bodies = answers.all.iter().filter(|answer| !answer.response.status.is_redirect());
    let streamed = bodies.clone().find(|answer| answer.is_streamed());
    let bytes = || bodies.find(|answer| matches!(answer.reading, Reading::Binary | Reading::Text));
    let answer = streamed.or_else(bytes)?;
    let kind = match (answer.reading, &answer.content) {
        (Reading::TextEvents, _) => StreamKind::TextEvents,
        (Reading::NamedEvents, _) => StreamKind::NamedEvents(event_enum(call, inputs)),
        (Reading::Events, Content::Events(data)) => StreamKind::Events(inputs.types.rust(data.clone())),
        (Reading::Lines, Content::Value(crate::api::Type::List(item))) => StreamKind::Lines(inputs.types.rust((**item).clone())),
        _ => StreamKind::Bytes,
    };
    let accept = answer.media_types().first().map_or("*/*", |media_type| media_type).to_owned();
    Some(Streaming { kind, accept, is_awaited })
}
