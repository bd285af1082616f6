//! `Incoming`: a request that the API makes: of a webhook or a callback.

use indexmap::IndexMap;

use super::lowering::Lowering;
use super::reference::Resolver;
use super::request_body::{self, RequestBody};
use super::response::{self, Response};
use super::schemas::Schemas;
use crate::diagnostic::Problem;
use crate::document::object::read_entries;
use crate::document::{Operation, PathItem};
use crate::node::Node;

/// A request that the API makes. Whoever receives it needs its models; there is no call for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Incoming {
    /// The name of the webhook or callback.
    pub name: String,
    /// The expression for the address of a callback.
    pub expression: Option<String>,
    /// The method.
    pub method: String,
    /// Whether no other method is described at the same address.
    pub is_only: bool,
    /// `operationId`.
    pub id: Option<String>,
    /// The body that is received.
    pub request_body: Option<RequestBody>,
    /// The responses that are expected.
    pub responses: Vec<Response>,
}

/// A request whose bodies wait for the shapes of their schemas.
pub(super) struct Draft {
    name: String,
    expression: Option<String>,
    method: String,
    is_only: bool,
    id: Option<String>,
    request_body: Option<request_body::Draft>,
    responses: Vec<response::Draft>,
}

/// The requests of webhooks.
pub(super) fn webhooks(webhooks: IndexMap<String, PathItem>, lowering: &mut Lowering<'_>) -> Vec<Draft> {
    webhooks.into_iter().flat_map(|(name, item)| requests(&name, None, item, lowering)).collect()
}

/// The requests of an operation's callbacks: path items by an expression for the address, by the callback's name.
///
/// They are read as late as here, for a callback may be its own.
pub(super) fn callbacks(callbacks: &Node, lowering: &mut Lowering<'_>) -> Vec<Draft> {
    let mut incoming = Vec::new();
    for (name, callback) in callbacks.as_mapping().into_iter().flatten() {
        let items: Option<IndexMap<String, PathItem>> =
            read_entries(callback, |key| !key.starts_with("x-"), &mut lowering.resolver.reading);
        for (expression, item) in items.into_iter().flatten() {
            incoming.extend(requests(name, Some(&expression), item, lowering));
        }
    }
    incoming
}

fn requests(name: &str, expression: Option<&str>, item: PathItem, lowering: &mut Lowering<'_>) -> Vec<Draft> {
    let is_only = item.operations.len() == 1;
    let request = |(method, operation): (String, Operation)| {
        if let Some(callbacks) = &operation.callbacks {
            lowering.resolver.reading.diagnostics.report_key(callbacks.at, Problem::NotExpressed { keyword: "callbacks" });
        }
        Draft {
            name: name.to_owned(),
            expression: expression.map(str::to_owned),
            method,
            is_only,
            id: operation.operation_id,
            request_body: operation.request_body.and_then(|body| request_body::resolve(body, lowering)),
            responses: response::resolve(operation.responses, lowering),
        }
    };
    item.operations.into_iter().map(request).collect()
}

/// Resolves the bodies, now that the schemas have their shapes.
pub(super) fn complete(drafts: Vec<Draft>, schemas: &Schemas, resolver: &mut Resolver<'_>) -> Vec<Incoming> {
    let complete = |Draft { name, expression, method, is_only, id, request_body, responses }: Draft| Incoming {
        name,
        expression,
        method,
        is_only,
        id,
        request_body: request_body.map(|body| body.complete(schemas, resolver)),
        responses: responses.into_iter().map(|response| response.complete(schemas, resolver)).collect(),
    };
    drafts.into_iter().map(complete).collect()
}
