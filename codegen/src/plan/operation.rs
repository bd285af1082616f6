//! `Operation`: one call with its request value.

use std::time::Duration;

use super::docs::{self, Docs};
use super::group::Tagged;
use super::request::{self, Request};
use super::security_scheme::{Requirement, SecuritySchemes};
use super::{
    Arm, BodyChoice, Fallback, Group, GroupHandle, Member, Method, Model, Output, Pagination, Parameter, Recorded, RequestBody,
    ResponseHeader, Segment, StatusVariant, StreamKind, Streaming, Ty, Types, header, naming, pagination, response,
};
use crate::api::{self, Api, VariantCall};
use crate::diagnostic::{Diagnostics, Problem};
use crate::names::reserved::{self, Space};
use crate::names::{Name, Scope, spelling};

/// One call: `operations/<group>/<module>.rs`.
#[derive(Clone, Debug, PartialEq)]
pub struct Operation {
    /// Docs of the request type.
    pub docs: Docs,
    /// Docs of the method that makes it: the same, and a line for each argument.
    pub method_docs: Docs,
    /// `list`: the module and the file's stem.
    pub module: Name,
    /// `list`: the handle's method.
    pub name: Name,
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
    /// Whether the file mentions `models::...`.
    pub uses_models: bool,
    /// Whether one of those models is deprecated.
    pub mentions_deprecated: bool,
    /// What the lock calls it: method, path, and the name of its variant if it is one.
    pub key: String,
    /// What the lock calls its arguments, in their order.
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
}

/// More required values than this are handed in by name.
const MOST_ARGUMENTS: usize = 6;

/// What deciding an operation needs to know of the rest.
pub struct Surroundings<'a> {
    /// The API.
    pub api: &'a Api,
    /// The types of its schemas.
    pub types: &'a Types<'a>,
    /// The models.
    pub models: &'a [Model],
    /// The security schemes.
    pub security: &'a SecuritySchemes,
    /// The client's methods that give the groups' handles.
    pub handles: Vec<Name>,
    /// What was decided when the client was last generated.
    pub recorded: &'a Recorded,
}

/// Decides the calls of a group.
pub fn plan(tagged: Tagged<'_>, around: &Surroundings<'_>, diagnostics: &mut Diagnostics) -> Group {
    let Tagged { tag, mut group, operations } = tagged;
    let mut scopes = Scopes::of(&group, around);
    for operation in operations {
        match &operation.variants {
            None => group.operations.extend(call(operation, None, &group, tag, around, &mut scopes, diagnostics)),
            Some(variants) => {
                for variant in &variants.calls {
                    group.operations.extend(call(operation, Some(variant), &group, tag, around, &mut scopes, diagnostics));
                }
            }
        }
    }
    group.operations.sort_by(|left, right| left.module.cmp(&right.module));
    group
}

/// The names that are taken in a group.
#[derive(Default)]
struct Scopes {
    methods: Scope,
    modules: Scope,
    types: Scope,
}

impl Scopes {
    fn of(group: &Group, around: &Surroundings<'_>) -> Self {
        let mut scopes = Self::default();
        scopes.modules.reserve(group.module.as_str());
        match &group.handle {
            GroupHandle::Tag(name) => scopes.types.reserve(name.as_str()),
            GroupHandle::Client => {
                around.handles.iter().for_each(|handle| scopes.methods.reserve(handle.as_str()));
                reserved::names(Space::ClientMethod).for_each(|name| scopes.methods.reserve(name));
            }
        }
        scopes
    }
}

fn call(
    operation: &api::Operation,
    variant: Option<&VariantCall>,
    group: &Group,
    tag: Option<&str>,
    around: &Surroundings<'_>,
    scopes: &mut Scopes,
    diagnostics: &mut Diagnostics,
) -> Option<Operation> {
    let wanted = match variant {
        Some(variant) => variant.name.clone(),
        None => method_name(operation, tag),
    };
    let key = key(operation, variant);
    let name = scopes.methods.claim(spelling::method(&wanted), &wanted, operation.id_at, diagnostics);
    let request = scopes.types.claim(name.with("request"), &wanted, operation.id_at, diagnostics);
    let error = scopes.types.claim(name.with("error"), &wanted, operation.id_at, diagnostics);
    let mut place = |word: &str| scopes.types.place(name.with(word));
    let (output, choice, literal) = (place("output"), place("body"), place("required"));
    let origin = docs::code(&format!("{} {}", operation.method, operation.path.text));
    let answer = response::Call {
        method: &operation.method,
        origin: &origin,
        success: variant.and_then(|variant| variant.response),
        output: &output,
        error: &error,
    };
    let responses = response::plan(&operation.responses, &answer, around.api, around.types, diagnostics);
    let question = request::Call { key: &key, origin: &origin, body: &choice, media_types: &responses.accept.choices };
    let Request { segments, arguments, setters, parameters, body, accept: own_accept, server: own_server, argument_keys } =
        request::plan(operation, variant, &question, around, diagnostics);
    let page = pagination::Call { parameters: &parameters, arguments: &arguments, output: &responses.output };
    let pagination = operation.pagination.as_ref().filter(|paging| {
        let is_one = responses.output_enum.is_none();
        if !is_one {
            let (what, why) = ("x-pagination".to_owned(), "needs one kind of page");
            let instead = "describe one JSON response to a success";
            diagnostics.report(paging.at, Problem::InvalidPagination { what, why, instead });
        }
        is_one
    });
    let pagination = pagination.and_then(|paging| pagination::plan(paging, &page, around.types, around.models));
    let server = super::server::of_operation(operation, around.api);
    let at_server = server.iter().map(|server| format!(" Server: {}.", docs::code(server))).collect::<String>();
    let docs = words(operation, variant).then(responses.notes).then(Docs::sentence(format!("Operation: {origin}.{at_server}")));
    let required = (arguments.len() > MOST_ARGUMENTS).then_some(literal);
    let planned = Operation {
        required,
        method_docs: docs.clone().then(argument_docs(&arguments)),
        docs,
        module: scopes.modules.place(spelling::module(name.as_str())),
        name,
        request,
        error,
        error_docs: Docs::sentence(format!("Errors that the description documents for {origin}.")),
        handle: group.handle.clone(),
        deprecated: operation.deprecated,
        uses_models: false,
        mentions_deprecated: false,
        key,
        argument_keys,
        method: Method::of(&operation.method),
        path: operation.path.text.clone(),
        timeout: variant.and_then(|variant| variant.timeout).or(operation.timeout),
        security: around.security.requirements(operation),
        server,
        own_server,
        segments,
        arguments,
        setters,
        parameters,
        body,
        accept: responses.accept.all,
        own_accept,
        output: responses.output,
        output_enum: responses.output_enum,
        streaming: responses.streaming,
        arms: responses.arms,
        fallback: responses.fallback,
        errors: responses.errors,
        headers: header::plan(&operation.responses, around.api, around.types, diagnostics),
        pagination,
    };
    let mut deprecated = around.models.iter().filter(|model| model.item.is_deprecated());
    let mentions_deprecated = deprecated.any(|model| planned.types().any(|ty| ty.mentions(model.name())));
    let uses_models = planned.types().any(Ty::mentions_model);
    Some(Operation { uses_models, mentions_deprecated, ..planned })
}

/// What the lock calls an operation.
pub fn key(operation: &api::Operation, variant: Option<&VariantCall>) -> String {
    match variant {
        Some(variant) => format!("{} {} {}", operation.method, operation.path.text, variant.name),
        None => format!("{} {}", operation.method, operation.path.text),
    }
}

/// The operation's id without a prefix that only repeats the group: `repos/list` of the tag `repos` is `list`.
fn method_name(operation: &api::Operation, tag: Option<&str>) -> String {
    if let Some(name) = &operation.rust_name {
        return name.clone();
    }
    let id = naming::operation(operation);
    let repeated = operation.id.as_deref().zip(tag).and_then(|(id, tag)| {
        let (prefix, rest) = id.split_once(['/', '.', ':'])?;
        (spelling::module(prefix) == spelling::module(tag) && !rest.is_empty()).then(|| rest.to_owned())
    });
    repeated.unwrap_or(id)
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
            StreamKind::TextEvents | StreamKind::Bytes => None,
        });
        members.chain(errors).chain(items).chain(outputs).chain(bodies).chain(streamed).chain(headers).chain([&self.output])
    }

    /// The public types of the call's file, in the order of their names.
    pub fn declared(&self) -> Vec<&Name> {
        let body = self.body_choice().map(|choice| &choice.name);
        let output = self.output_enum.as_ref().map(|output| &output.name);
        let mut types: Vec<_> =
            [&self.error, &self.request].into_iter().chain(&self.required).chain(body).chain(output).collect();
        types.sort();
        types
    }

    /// The enum of bodies that the request takes, if there are several.
    pub fn body_choice(&self) -> Option<&BodyChoice> {
        match &self.body {
            Some(RequestBody::Choice { choice, .. }) => Some(choice),
            _ => None,
        }
    }
}
