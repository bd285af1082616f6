//! `Operation`: one call, with everything that its path, the document and its references add.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use indexmap::IndexMap;

use super::header_name;
use super::incoming::{self, Incoming};
use super::lowering::Lowering;
use super::only_value::{self, OnlyValue};
use super::pagination::{self, Pagination};
use super::parameter::{self, Location, Parameter};
use super::path::PathTemplate;
use super::path_expression::PathExpression;
use super::reference::Resolver;
use super::request_body::{self, RequestBody};
use super::response::{self, Response};
use super::schemas::Schemas;
use super::security_scheme::{self, Requirement, SecurityScheme};
use super::server::{self, Server};
use super::style::Style;
use super::undefined_form;
use super::variants::{self, Variants};
use crate::diagnostic::{Place, Problem};
use crate::document::{self, ExternalDocs, PathItem, RefOr, SecurityRequirement};
use crate::node::Origin;
use crate::selection::{Candidate, Selection};

/// One call of the API.
#[derive(Clone, Debug, PartialEq)]
pub struct Operation {
    /// Where it was written.
    pub at: Origin,
    /// `operationId`, unless an earlier operation has the same.
    pub id: Option<String>,
    /// `operationId`, if other operations have the same.
    pub shared_id: Option<String>,
    /// Where the id was written, or the operation, if it has none.
    pub id_at: Origin,
    /// The method, as the network sees it.
    pub method: String,
    /// The path.
    pub path: PathTemplate,
    /// The tags; the first names the group.
    pub tags: Vec<String>,
    /// What it does, in a line.
    pub summary: Option<String>,
    /// What it does, in CommonMark.
    pub description: Option<String>,
    /// Where else it is documented.
    pub external_docs: Option<ExternalDocs>,
    /// Whether callers should stop using it.
    pub deprecated: bool,
    /// The parameters: those of the path first, in its order, then the others in the description's.
    pub parameters: Vec<Parameter>,
    /// The values of required parameters that have only one, by their places.
    pub only_values: BTreeMap<usize, OnlyValue>,
    /// The body of the request.
    pub request_body: Option<RequestBody>,
    /// The responses, exact statuses first.
    pub responses: Vec<Response>,
    /// The requests that the API makes in turn.
    pub callbacks: Vec<Incoming>,
    /// The combinations of credentials with which it can be called; none if it needs none.
    pub security: Vec<Vec<Requirement>>,
    /// Where it is served, if it or its path says so; the first is the default.
    pub servers: Vec<Server>,
    /// How long one attempt may take.
    pub timeout: Option<Duration>,
    /// How further pages are asked for.
    pub pagination: Option<Pagination>,
    /// The typed calls that stand in place of this one.
    pub variants: Option<Variants>,
    /// `name` of `x-clientsmith`.
    pub rust_name: Option<String>,
}

impl Operation {
    /// The parameters that callers give a value.
    pub fn given_parameters(&self) -> impl Iterator<Item = &Parameter> {
        let parameters = self.parameters.iter().enumerate();
        parameters.filter(|(place, _)| !self.only_values.contains_key(place)).map(|(_, parameter)| parameter)
    }
}

/// What the document says of credentials.
pub(super) struct Security<'a> {
    /// What operations need unless they say otherwise.
    pub(super) default: Option<Vec<SecurityRequirement>>,
    /// The schemes by name.
    pub(super) schemes: &'a IndexMap<String, SecurityScheme>,
}

/// An operation whose bodies and extensions wait for the shapes of their schemas.
pub(super) struct Draft {
    /// What the description says, without the parts below.
    said: document::Operation,
    shared_id: Option<String>,
    method: String,
    path: PathTemplate,
    parameters: Vec<Parameter>,
    request_body: Option<request_body::Draft>,
    responses: Vec<response::Draft>,
    callbacks: Vec<incoming::Draft>,
    security: Vec<Vec<Requirement>>,
    servers: Vec<Server>,
    variants: Option<variants::Draft>,
}

/// About how many values a parameter is made of.
const VALUES_OF_A_PARAMETER: usize = 5;

/// The operations of all paths that a selection leaves out, by their methods and paths.
pub(super) fn left_out(paths: &IndexMap<String, PathItem>, selection: &Selection) -> BTreeSet<(String, String)> {
    let mut left_out = BTreeSet::new();
    for (path, item) in paths {
        for (method, operation) in &item.operations {
            let candidate = Candidate { path, id: operation.operation_id.as_deref(), tags: &operation.tags };
            if !selection.has(candidate) {
                left_out.insert((method.clone(), path.clone()));
            }
        }
    }
    left_out
}

/// Collects the operations of all paths.
pub(super) fn collect(
    paths: IndexMap<String, PathItem>,
    security: &Security<'_>,
    selection: &Selection,
    lowering: &mut Lowering<'_>,
) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let mut unmatched: Vec<_> = selection.patterns().collect();
    let mut outlines: BTreeMap<String, (String, Origin)> = BTreeMap::new();
    for (text, item) in paths {
        let at = item.at;
        let path = match PathTemplate::parse(&text) {
            Ok(path) => path,
            Err(problem) => {
                lowering.resolver.reading.diagnostics.report_key(at, problem);
                continue;
            }
        };
        if let Some(problem) = path.problem() {
            lowering.resolver.reading.diagnostics.report_key(at, problem);
        }
        let outline = outlines.entry(path.outline()).or_insert_with(|| (text.clone(), at));
        if outline.1 != at {
            let problem = Problem::AmbiguousPath { path: text.clone(), first: outline.0.clone(), first_at: outline.1 };
            lowering.resolver.reading.diagnostics.report_key(at, problem);
        }
        for (method, operation) in item.operations {
            let candidate = Candidate { path: &text, id: operation.operation_id.as_deref(), tags: &operation.tags };
            unmatched.retain(|(_, pattern)| !pattern.matches(candidate));
            if !selection.has(candidate) {
                continue;
            }
            if !header_name::is_token(&method) {
                lowering.resolver.reading.diagnostics.report_key(operation.at, Problem::InvalidMethod { method });
                continue;
            }
            let servers = if operation.servers.is_empty() { &item.servers } else { &operation.servers };
            let servers = server::resolve(servers.clone(), &mut lowering.resolver);
            // What stands beside the operations is said again for each.
            let scopes = |requirement: &SecurityRequirement| {
                requirement.schemes.values().map(|scopes| 1 + scopes.names.len()).sum::<usize>()
            };
            let inherited = operation.security.is_none().then(|| security.default.iter().flatten().map(scopes).sum());
            let count = inherited.unwrap_or(0) + VALUES_OF_A_PARAMETER * item.parameters.len();
            if !lowering.resolver.reading.may_repeat_values(count, operation.at) {
                return drafts;
            }
            let requirements = operation.security.as_ref().or(security.default.as_ref()).map_or(&[][..], Vec::as_slice);
            let security = security_scheme::alternatives(requirements, security.schemes, &mut lowering.resolver);
            let draft = draft(method, path.clone(), &item.parameters, operation, lowering);
            drafts.push(Draft { security, servers, ..draft });
        }
    }
    for (key, pattern) in unmatched {
        let problem = Problem::UnmatchedPattern { key, pattern: pattern.to_string() };
        lowering.resolver.reading.diagnostics.report_at(Place::Nowhere, problem);
    }
    distinguish(&mut drafts, lowering);
    drafts
}

/// Leaves an id that several operations have to the first of them.
fn distinguish(drafts: &mut [Draft], lowering: &mut Lowering<'_>) {
    let mut users: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (place, draft) in drafts.iter().enumerate() {
        draft.said.operation_id.iter().for_each(|id| users.entry(id.clone()).or_default().push(place));
    }
    for (id, places) in users.into_iter().filter(|(_, places)| places.len() > 1) {
        let first = drafts[places[0]].said.operation_id_at;
        for place in places {
            let draft = &mut drafts[place];
            if draft.said.operation_id_at != first {
                let problem = Problem::DuplicateOperationId { id: id.clone(), first };
                lowering.resolver.report(draft.said.operation_id_at, problem);
                draft.said.operation_id = None;
            }
            draft.shared_id = Some(id.clone());
        }
    }
}

impl Draft {
    /// What the operation itself says of credentials.
    pub(super) fn declared_security(&self) -> Option<&[SecurityRequirement]> {
        self.said.security.as_deref()
    }
}

fn draft(
    method: String,
    path: PathTemplate,
    shared: &[RefOr<document::Parameter>],
    mut said: document::Operation,
    lowering: &mut Lowering<'_>,
) -> Draft {
    let own = std::mem::take(&mut said.parameters);
    let parameters = parameter::resolve(shared, own, lowering);
    let is_declared =
        |name: &str| parameters.iter().any(|parameter| parameter.location == Location::Path && parameter.name == name);
    let path = path.declared(is_declared);
    let parameters = in_path_order(&path, parameters, said.at, lowering);
    let request_body = said.request_body.take().and_then(|body| request_body::resolve(body, lowering));
    let responses = response::resolve(std::mem::take(&mut said.responses), lowering);
    if responses.is_empty() && !lowering.resolver.reading.is_exhausted() {
        lowering.resolver.report(said.at, Problem::NoResponses);
    }
    let callbacks = said.callbacks.take().map(|callbacks| {
        lowering.resolver.reading.diagnostics.report_key(callbacks.at, Problem::NotCalled { what: "callbacks" });
        incoming::callbacks(&callbacks, lowering)
    });
    let callbacks = callbacks.unwrap_or_default();
    let variants = said.extension.variants.take().map(|variants| variants::Draft::new(variants, lowering));
    let (security, servers) = (Vec::new(), Vec::new());
    let shared_id = None;
    Draft { said, shared_id, method, path, parameters, request_body, responses, callbacks, security, servers, variants }
}

/// Path parameters in the path's order, then those of its query, then the others; the path and the list must agree.
fn in_path_order(path: &PathTemplate, parameters: Vec<Parameter>, at: Origin, lowering: &mut Lowering<'_>) -> Vec<Parameter> {
    let (mut of_path, others): (Vec<_>, Vec<_>) =
        parameters.into_iter().partition(|parameter| parameter.location == Location::Path);
    let mut undeclared = |name: &str| {
        let problem = Problem::UndeclaredPathParameter { name: name.to_owned(), path: path.text.clone() };
        lowering.resolver.report(at, problem);
        parameter::undeclared(name, at, lowering)
    };
    let mut ordered = Vec::new();
    for PathExpression { written, name, .. } in path.parameters() {
        let named = |name: &String| of_path.iter().position(|parameter| parameter.name == *name);
        ordered.push(match named(written).or_else(|| named(name)) {
            Some(position) => Parameter { name: name.clone(), ..of_path.remove(position) },
            None => undeclared(name),
        });
    }
    for (wire_name, name) in &path.query_parameters {
        let of_query = |parameter: &Parameter| parameter.location == Location::Query && parameter.name == *wire_name;
        let parameter = match of_path.iter().position(|parameter| parameter.name == *name) {
            Some(position) => of_path.remove(position),
            None if others.iter().any(of_query) => continue,
            None => undeclared(name),
        };
        let (location, style) = (Location::Query, Style::Form);
        ordered.push(Parameter { location, style, explode: true, name: wire_name.clone(), ..parameter });
    }
    for stray in of_path {
        lowering.resolver.report(stray.at, Problem::ParameterNotInPath { name: stray.name, path: path.text.clone() });
    }
    ordered.extend(others);
    ordered
}

/// Resolves bodies and extensions, now that the schemas have their shapes.
pub(super) fn complete(drafts: Vec<Draft>, schemas: &Schemas, resolver: &mut Resolver<'_>) -> Vec<Operation> {
    drafts.into_iter().map(|draft| draft.complete(schemas, resolver)).collect()
}

impl Draft {
    fn complete(self, schemas: &Schemas, resolver: &mut Resolver<'_>) -> Operation {
        let Self { said, shared_id, method, path, parameters, request_body, responses, callbacks, security, servers, variants } =
            self;
        let request_body = request_body.map(|body| body.complete(schemas, resolver));
        let parameters = parameter::without_ignored(parameters, request_body.as_ref(), resolver);
        parameters.iter().for_each(|parameter| undefined_form::check_parameter(parameter, schemas, resolver));
        let only_values = only_value::of_parameters(&parameters, schemas);
        let responses: Vec<Response> = responses.into_iter().map(|response| response.complete(schemas, resolver)).collect();
        let callbacks = incoming::complete(callbacks, schemas, resolver);
        let pagination = said
            .extension
            .pagination
            .and_then(|pagination| pagination::resolve(pagination, &parameters, &responses, schemas, resolver));
        let variants = variants.and_then(|variants| variants.complete(request_body.as_ref(), schemas, resolver));
        Operation {
            at: said.at,
            id: said.operation_id,
            shared_id,
            id_at: said.operation_id_at,
            method,
            path,
            tags: said.tags,
            summary: said.summary,
            description: said.description,
            external_docs: said.external_docs,
            deprecated: said.deprecated,
            parameters,
            only_values,
            request_body,
            responses,
            callbacks,
            security,
            servers,
            timeout: said.extension.timeout,
            pagination,
            variants,
            rust_name: said.extension.name,
        }
    }
}
