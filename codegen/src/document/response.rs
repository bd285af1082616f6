//! `Response`: what a status brings.
//!
//! Mirrors the [Response Object](https://spec.openapis.org/oas/v3.1.1#response-object).

use indexmap::IndexMap;

use super::media_type::MediaType;
use super::object::{Object, Read};
use super::reading::Reading;
use super::{Header, RefOr};
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
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let mut object = Object::open(node, reading)?;
        if let Some(links) = object.node("links") {
            reading.diagnostics.report_key(links.at, Problem::NotExpressed { keyword: "links" });
        }
        let summary = object.field("summary", reading);
        let response = Self {
            at: node.at,
            description: object.field("description", reading).or(summary),
            headers: object.field_or_default("headers", reading),
            content: object.field_or_default("content", reading),
        };
        object.close(reading);
        Some(response)
    }
}
