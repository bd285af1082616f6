//! `Operation`: one call with its request value.

use std::collections::BTreeMap;
use std::time::Duration;

use super::call::Call;
use super::docs::{self, Docs};
use super::facts;
use super::handle::GroupHandle;
use super::header::ResponseHeader;
use super::inputs::PlanInputs;
use super::media_type::{BodyChoice, RequestBody};
use super::member::Member;
use super::method::Method;
use super::model::ModelItem;
use super::outcome::{Arm, EventEnum, Fallback, Output, StatusVariant, StreamKind, Streaming};
use super::pagination::Pagination;
use super::parameter::{Parameter, Segment};
use super::request;
use super::security_scheme::Requirement;
use super::ty::Ty;
use super::{alias, header, pagination, response, security_scheme, server};
use crate::api::{self, Answers, SchemaId, VariantCall};
use crate::diagnostic::{Diagnostics, Problem};
use crate::names::{CallNames, Name};
use crate::node::Origin;
use crate::record::{Fact, Key, Kind, Record, Step};

/// One call: `operations/<group>/<module>.rs`.
#[derive(Clone, Debug, PartialEq)]
pub struct Operation {
    /// Where it comes from.
    pub key: Key,
    /// Where it was written.
    pub at: Origin,
    /// Docs of the request type.
    pub docs: Docs,
    /// Docs of the method that makes it: the same, and a line for each argument.
    pub method_docs: Docs,
    /// What else rustdoc's search finds the method by.
    pub aliases: Vec<String>,
    /// `list`: the module and the file's stem.
    pub module: Name,
    /// `list`: the handle's method.
    pub name: Name,
    /// Earlier names of the method.
    pub former_names: Vec<Name>,
    /// `ListRequest`.
    pub request: Name,
    /// `ListError`.
    pub error: Name,
    /// Docs of the error enum.
    pub error_docs: Docs,
    /// The type whose method makes the request.
    pub handle: GroupHandle,
    /// Whether the call is marked as deprecated.
    pub deprecated: bool,
    /// What a record calls its arguments, in their order.
    pub argument_keys: Vec<String>,
    /// How the request is sent.
    pub method: Method,
    /// `/cloud-function/{name}/`, as the description writes it.
    pub path: String,
    /// The time one attempt may take, if the description says so.
    pub timeout: Option<Duration>,
    /// The combinations of credentials with which it can be called; none if it needs none.
    pub security: Vec<Vec<Requirement>>,
    /// The server it is sent to, if that is not the client's: a URL, or a path on the client's host.
    pub server: Option<String>,
    /// The field that holds another server, where there is a choice.
    pub own_server: Option<Name>,
    /// What the path is made of, in order.
    pub segments: Vec<Segment>,
    /// The request's required values, in the order of the method's arguments.
    pub arguments: Vec<Member>,
    /// The struct that takes the required values by name, where they are too many for arguments.
    pub required: Option<Name>,
    /// The request's optional values, with a setter each.
    pub setters: Vec<Member>,
    /// Query, header and cookie parameters, in the description's order.
    pub parameters: Vec<Parameter>,
    /// The request's body.
    pub body: Option<RequestBody>,
    /// The `Accept` header's value, unless no response has a body.
    pub accept: Option<String>,
    /// The field that holds what the caller wants in its place, where there is a choice.
    pub own_accept: Option<Name>,
    /// The type of the body of a success.
    pub output: Ty,
    /// The enum that it is, where successes differ.
    pub output_enum: Option<Output>,
    /// How the body of a success can be taken as it comes.
    pub streaming: Option<Streaming>,
    /// One arm per documented status, exact statuses before ranges.
    pub arms: Vec<Arm>,
    /// What any other status gives.
    pub fallback: Fallback,
    /// The documented errors: the variants of the error enum.
    pub errors: Vec<StatusVariant>,
    /// The documented headers of its responses.
    pub headers: Vec<ResponseHeader>,
    /// How further pages are asked for.
    pub pagination: Option<Pagination>,
    /// What the record says of it beyond all this.
    pub facts: Vec<Fact>,
}

/// More required values than this are handed in by name.
const MOST_ARGUMENTS: usize = 6;

/// Whether the required values of a call are handed in by name, as they were when the client was last generated.
fn takes_struct(arguments: usize, call: &Key, record: &Record) -> bool {
    let had_struct = || record.get(&call.then(Step::Own("required")), Kind::Struct).is_some();
    let had_arguments = || record.get(call, Kind::Method).is_some_and(|method| !method.order.is_empty());
    arguments > 0 && (had_struct() || arguments > MOST_ARGUMENTS && !had_arguments())
}

/// Decides a call.
pub(super) fn plan(
    names: &CallNames,
    handle: &GroupHandle,
    items: &BTreeMap<SchemaId, ModelItem>,
    inputs: &PlanInputs<'_>,
    diagnostics: &mut Diagnostics,
) -> Operation {
    let api = inputs.api;
    let operation = &api.operations[names.operation];
    let variants = operation.variants.iter().flat_map(|variants| &variants.calls);
    let variant = names.variant.and_then(|place| variants.clone().nth(place));
    let origin = docs::code(&format!("{} {}", operation.method, operation.path.text));
    let answers = Answers::of(operation, variant.and_then(|variant| variant.response), &api.schemas);
    let call = Call { operation, variant, names, origin: &origin, answers: &answers };
    let responses = response::plan(&call, inputs, diagnostics);
    let request = request::plan(&call, inputs, diagnostics);
    let paging = operation.pagination.as_ref().filter(|paging| {
        if responses.output_enum.is_some() {
            let (what, why) = ("pagination".to_owned(), "needs one kind of page");
            let instead = "describe one JSON response to a success";
            diagnostics.report(paging.at, Problem::InvalidPagination { what, why, instead });
        }
        responses.output_enum.is_none()
    });
    let pagination = paging.and_then(|paging| pagination::plan(paging, &request, &responses.output, items, inputs));
    let server = server::of_operation(operation, api);
    let at_server = server.iter().map(|server| format!(" Server: {}.", docs::code(server))).collect::<String>();
    let docs = words(operation, variant)
        .then(responses.notes)
        .then(request.sent_by_itself.clone())
        .then(Docs::sentence(format!("Operation: {origin}.{at_server}")));
    let facts = facts::of_call(&call, responses.accept.as_deref(), inputs);
    Operation {
        key: names.key.clone(),
        at: operation.at,
        method_docs: docs.clone().then(argument_docs(&request.arguments)),
        docs,
        aliases: alias::of_call(operation, &names.method.name),
        module: names.module.clone(),
        name: names.method.name.clone(),
        former_names: inputs.former.methods(names, &inputs.names.groups),
        request: names.request.clone(),
        error: names.error.clone(),
        error_docs: Docs::sentence(format!("Errors that the description documents for {origin}.")),
        handle: handle.clone(),
        deprecated: operation.deprecated,
        argument_keys: request.argument_keys,
        method: Method::of(&operation.method),
        path: operation.path.text.clone(),
        timeout: variant.and_then(|variant| variant.timeout).or(operation.timeout),
        security: security_scheme::requirements(operation, inputs),
        server,
        own_server: request.server,
        segments: request.segments,
        required: takes_struct(request.arguments.len(), &names.key, inputs.record).then(|| names.required.clone()),
        arguments: request.arguments,
        setters: request.setters,
        parameters: request.parameters,
        body: request.body,
        accept: responses.accept,
        own_accept: request.accept,
        output: responses.output,
        output_enum: responses.output_enum,
        streaming: responses.streaming,
        arms: responses.arms,
        fallback: responses.fallback,
        errors: responses.errors,
        headers: header::plan(operation, names, inputs, diagnostics),
        pagination,
        facts,
    }
}

/// What the description says of a call.
fn words(operation: &api::Operation, variant: Option<&VariantCall>) -> Docs {
    let text = |text: &Option<String>| text.as_deref().map(Docs::text).unwrap_or_default();
    let own = variant.map(|variant| text(&variant.summary).then(text(&variant.description))).unwrap_or_default();
    let (summary, description) = (text(&operation.summary), text(&operation.description));
    // Many descriptions say the same in both places.
    let all = if description == summary { summary } else { summary.then(description) };
    let words = own.or_else(|| all);
    words.then(Docs::external(operation.external_docs.as_ref()))
}

/// A list of the arguments.
fn argument_docs(arguments: &[Member]) -> Docs {
    Docs(arguments.iter().flat_map(|argument| argument.item.0.iter().cloned()).collect())
}

impl Operation {
    /// Whether the file mentions `models::...`.
    pub fn uses_models(&self) -> bool {
        self.types().any(Ty::mentions_model)
    }

    /// Whether the file mentions a model that is deprecated.
    pub fn mentions_deprecated(&self) -> bool {
        let mut variants = self.errors.iter().chain(self.output_enum.iter().flat_map(|output| &output.variants));
        variants.any(|variant| variant.deprecated) || self.types().any(Ty::mentions_deprecated)
    }

    /// The types that the call's file mentions.
    pub(super) fn types(&self) -> impl Iterator<Item = &Ty> {
        let headers = self.headers.iter().map(|header| &header.ty);
        let members = self.arguments.iter().chain(&self.setters).map(|member| &member.ty);
        let errors = self.errors.iter().filter_map(|error| error.ty.as_ref());
        let items = self.pagination.iter().map(|pagination| &pagination.item);
        let outputs = self.output_enum.iter().flat_map(|output| &output.variants).filter_map(|variant| variant.ty.as_ref());
        let bodies = self.body_choice().into_iter().flat_map(|choice| &choice.variants).map(|variant| &variant.ty);
        let streamed = self.streaming.iter().filter_map(|streaming| match &streaming.kind {
            StreamKind::Events(ty) | StreamKind::Lines(ty) => Some(ty),
            StreamKind::TextEvents | StreamKind::NamedEvents(_) | StreamKind::Bytes => None,
        });
        let events = self.event_enum().into_iter().flat_map(|events| &events.variants).map(|variant| &variant.ty);
        let streamed = streamed.chain(events);
        members.chain(errors).chain(items).chain(outputs).chain(bodies).chain(streamed).chain(headers).chain([&self.output])
    }

    /// The public types of the call's file, in the order of their names.
    pub fn declared(&self) -> Vec<&Name> {
        let body = self.body_choice().map(|choice| &choice.name);
        let output = self.output_enum.as_ref().map(|output| &output.name);
        let event = self.event_enum().map(|events| &events.name);
        let mut types: Vec<_> =
            [&self.error, &self.request].into_iter().chain(&self.required).chain(body).chain(output).chain(event).collect();
        types.sort();
        types
    }

    /// The enum of the events that their names distinguish.
    pub fn event_enum(&self) -> Option<&EventEnum> {
        match &self.streaming.as_ref()?.kind {
            StreamKind::NamedEvents(events) => Some(events),
            _ => None,
        }
    }

    /// The enum of bodies that the request takes, if there are several.
    pub fn body_choice(&self) -> Option<&BodyChoice> {
        match &self.body {
            Some(RequestBody::Choice { choice, .. }) => Some(choice),
            _ => None,
        }
    }
}
