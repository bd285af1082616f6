//! `Operation`: one call of the API, with our extension.
//!
//! Mirrors the [Operation Object](https://spec.openapis.org/oas/v3.1.1#operation-object).

use indexmap::IndexMap;

use super::object::{Object, Read};
use super::reading::Reading;
use super::{Extension, ExternalDocs, Parameter, RefOr, RequestBody, Response, SecurityRequirement, Server};
use crate::node::{Node, Origin, Value};

/// One call of the API.
#[derive(Clone, Debug, PartialEq)]
pub struct Operation {
    /// Where it was written.
    pub at: Origin,
    /// The tags; the first names the group.
    pub tags: Vec<String>,
    /// What it does, in a line.
    pub summary: Option<String>,
    /// What it does, in CommonMark.
    pub description: Option<String>,
    /// Where else it is documented.
    pub external_docs: Option<ExternalDocs>,
    /// A name that is unique in the description.
    pub operation_id: Option<String>,
    /// Where `operationId` was written.
    pub operation_id_at: Origin,
    /// The parameters beside those of the path.
    pub parameters: Vec<RefOr<Parameter>>,
    /// The body.
    pub request_body: Option<RefOr<RequestBody>>,
    /// The responses by status.
    pub responses: IndexMap<String, RefOr<Response>>,
    /// The requests that the API makes in turn, not read yet: one of them may be this operation.
    pub callbacks: Option<Node>,
    /// Whether callers should stop using it.
    pub deprecated: bool,
    /// The security it needs, if not the document's.
    pub security: Option<Vec<SecurityRequirement>>,
    /// Its servers, if not the path's or the document's.
    pub servers: Vec<Server>,
    /// `x-clientsmith`.
    pub extension: Extension,
}

impl Read for Operation {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let node = reading.behind(node)?;
        let mut object = Object::open(node, reading)?;
        let callbacks = object.node("callbacks").filter(|callbacks| callbacks.value != Value::Null).cloned();
        let operation = Self {
            at: node.at,
            tags: object.field_or_default("tags", reading),
            summary: object.field("summary", reading),
            description: object.field("description", reading),
            external_docs: object.field("externalDocs", reading),
            operation_id: object.field("operationId", reading).map(|id: String| id.trim().to_owned()).filter(|id| !id.is_empty()),
            operation_id_at: node.get("operationId").map_or(node.at, |id| id.at),
            parameters: object.field_or_default("parameters", reading),
            request_body: object.field("requestBody", reading),
            responses: object.extensible_field("responses", reading),
            callbacks,
            deprecated: object.field_or_default("deprecated", reading),
            security: object.field("security", reading),
            servers: object.field_or_default("servers", reading),
            extension: Extension::of_operation(&mut object, reading),
        };
        object.close(reading);
        Some(operation)
    }
}
