//! `Operation`: one call of the API, with our extensions.
//!
//! Mirrors the [Operation Object](https://spec.openapis.org/oas/v3.1.1#operation-object).

use std::time::Duration;

use indexmap::IndexMap;

use super::object::{Object, Read};
use super::reading::Reading;
use super::{ExternalDocs, Pagination, Parameter, RefOr, RequestBody, Response, Schema, SecurityRequirement, Server};
use crate::diagnostic::Problem;
use crate::node::{Node, Origin};

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
    /// `x-rust-name`: replaces the derived name of the method.
    pub rust_name: Option<String>,
    /// `x-timeout`: how long one attempt may take.
    pub timeout: Option<Duration>,
    /// `x-pagination`: how further pages are asked for.
    pub pagination: Option<Pagination>,
    /// `x-variants`: one endpoint, several typed calls.
    pub variants: Option<Variants>,
}

/// `x-variants`.
#[derive(Clone, Debug, PartialEq)]
pub struct Variants {
    /// Where it was written.
    pub at: Origin,
    /// The property of the request body that decides.
    pub property: String,
    /// Where `property` was written.
    pub property_at: Origin,
    /// The calls by the name of their method.
    pub calls: IndexMap<String, VariantCall>,
}

/// One call of [`Variants`].
#[derive(Clone, Debug, PartialEq)]
pub struct VariantCall {
    /// Where it was written.
    pub at: Origin,
    /// The value of the deciding property.
    pub value: Node,
    /// The body of a success.
    pub response: Option<Schema>,
    /// How long one attempt may take.
    pub timeout: Option<Duration>,
    /// What it does, in a line.
    pub summary: Option<String>,
    /// What it does, in CommonMark.
    pub description: Option<String>,
}

impl Read for Operation {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let node = reading.behind(node)?;
        let mut object = Object::open(node, reading)?;
        let callbacks = object.node("callbacks").cloned();
        let operation = Self {
            at: node.at,
            tags: object.field_or_default("tags", reading),
            summary: object.field("summary", reading),
            description: object.field("description", reading),
            external_docs: object.field("externalDocs", reading),
            operation_id: object.field("operationId", reading).filter(|id: &String| !id.trim().is_empty()),
            operation_id_at: node.get("operationId").map_or(node.at, |id| id.at),
            parameters: object.field_or_default("parameters", reading),
            request_body: object.field("requestBody", reading),
            responses: object.extensible_field("responses", reading),
            callbacks,
            deprecated: object.field_or_default("deprecated", reading),
            security: object.field("security", reading),
            servers: object.field_or_default("servers", reading),
            rust_name: object.field("x-rust-name", reading),
            timeout: object.node("x-timeout").and_then(|node| timeout(node, reading)),
            pagination: object.field("x-pagination", reading),
            variants: object.field("x-variants", reading),
        };
        object.close(reading);
        Some(operation)
    }
}

/// Reads a time such as `500ms`, `10s` or `5m`.
fn timeout(node: &Node, reading: &mut Reading<'_>) -> Option<Duration> {
    let text = String::read(node, reading)?;
    let unit = text.trim_start_matches(|character: char| character.is_ascii_digit());
    let milliseconds = match unit {
        "ms" => Some(1),
        "s" => Some(1_000),
        "m" => Some(60_000),
        _ => None,
    };
    let count: Option<u64> = text[..text.len() - unit.len()].parse().ok().filter(|count| *count > 0);
    let duration =
        milliseconds.zip(count).and_then(|(unit, count): (u64, u64)| unit.checked_mul(count)).map(Duration::from_millis);
    if duration.is_none() {
        reading.report(node.at, Problem::InvalidTimeout { text });
    }
    duration
}

impl Read for Variants {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let mut object = Object::open(node, reading)?;
        let variants = Self {
            at: node.at,
            property: object.required("property", reading)?,
            property_at: node.get("property").map_or(node.at, |property| property.at),
            calls: object.required("calls", reading)?,
        };
        object.close(reading);
        Some(variants)
    }
}

impl Read for VariantCall {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let mut object = Object::open(node, reading)?;
        let call = Self {
            at: node.at,
            value: object.required("value", reading)?,
            response: object.field("response", reading),
            timeout: object.node("timeout").and_then(|node| timeout(node, reading)),
            summary: object.field("summary", reading),
            description: object.field("description", reading),
        };
        object.close(reading);
        Some(call)
    }
}
