//! `Response`: what a status brings.
//!
//! Mirrors the [Response Object](https://spec.openapis.org/oas/v3.1.1#response-object).

use indexmap::IndexMap;

use super::component::ComponentKind;
use super::media_type::MediaType;
use super::object::{Object, Read};
use super::reading::Reading;
use super::{Header, RefOr, Schema};
use crate::diagnostic::Problem;
use crate::node::{Node, Origin};

/// What a status brings.
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    /// Where it was written.
    pub at: Origin,
    /// What it means.
    pub description: Option<String>,
    /// The headers beside the usual ones.
    pub headers: IndexMap<String, RefOr<Header>>,
    /// The body's representations, by media type.
    pub content: IndexMap<String, RefOr<MediaType>>,
}

impl Read for Response {
    const KIND: Option<ComponentKind> = Some(ComponentKind::Response);

    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let mut object = Object::open_or(node, |text| format!("{{description: {text}}}"), reading)?;
        if let Some(links) = object.node("links") {
            reading.diagnostics.report_key(links.at, Problem::NotExpressed { keyword: "links" });
        }
        let summary = object.field("summary", reading);
        let mut response = Self {
            at: node.at,
            description: object.field("description", reading).or(summary),
            headers: object.field_or_default("headers", reading),
            content: object.field_or_default("content", reading),
        };
        object.close(reading);
        response.find_streams();
        Some(response)
    }
}

impl Response {
    /// Makes the schema of a body that comes item by item the schema of its items.
    fn find_streams(&mut self) {
        let description = self.description.as_deref();
        for media_type in self.content.values_mut() {
            if let RefOr::Item(media_type) = media_type {
                let is_stream = |schema: &mut Schema| is_stream(description, schema);
                media_type.item_schema = media_type.item_schema.take().or_else(|| media_type.schema.take_if(is_stream));
            }
        }
    }
}

/// Whether a schema describes one of the values that grpc-gateway sends, each in a line: it is one of `x-stream-definitions`, or is
/// called the result of a stream in a response that says so.
fn is_stream(description: Option<&str>, schema: &Schema) -> bool {
    let is_definition = schema.reference.as_ref().is_some_and(|reference| reference.target.contains("#/x-stream-definitions/"));
    let is_described = description.is_some_and(|description| description.trim_end().ends_with("(streaming responses)"));
    let title = schema.annotations.title.as_deref();
    is_definition || (is_described && title.is_some_and(|title| title.starts_with("Stream result of ")))
}
