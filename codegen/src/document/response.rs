//! `Response` and `Header`: what a status brings.
//!
//! Mirrors the [Response](https://spec.openapis.org/oas/v3.1.1#response-object) and
//! [Header](https://spec.openapis.org/oas/v3.1.1#header-object) Objects.

use indexmap::IndexMap;

use super::media_type::MediaType;
use super::object::{Object, Read, Reading};
use super::{RefOr, Schema};
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

/// A header of a response.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    /// Where it was written.
    pub at: Origin,
    /// What it means.
    pub description: Option<String>,
    /// Whether it is always there.
    pub required: bool,
    /// The value's schema.
    pub schema: Option<Schema>,
}

impl Read for Response {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let mut object = Object::open(node, reading)?;
        object.node("summary");
        object.node("links");
        let response = Self {
            at: node.at,
            description: object.field("description", reading),
            headers: object.field_or_default("headers", reading),
            content: object.field_or_default("content", reading),
        };
        object.close(reading);
        Some(response)
    }
}

impl Read for Header {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let mut object = Object::open(node, reading)?;
        for key in ["example", "examples", "style", "explode", "deprecated", "content", "allowEmptyValue", "allowReserved"] {
            object.node(key);
        }
        let header = Self {
            at: node.at,
            description: object.field("description", reading),
            required: object.field_or_default("required", reading),
            schema: object.field("schema", reading),
        };
        object.close(reading);
        Some(header)
    }
}
