//! `Header`: a header of a response or of a part of a form.
//!
//! Mirrors the [Header Object](https://spec.openapis.org/oas/v3.1.1#header-object).

use indexmap::IndexMap;

use super::component::ComponentKind;
use super::media_type::MediaType;
use super::object::{Object, Read};
use super::reading::Reading;
use super::{ParameterStyle, RefOr, Schema};
use crate::node::{Node, Origin};

/// A header of a response or of a part of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    /// Where it was written.
    pub at: Origin,
    /// What it means.
    pub description: Option<String>,
    /// Whether it is always there.
    pub required: bool,
    /// Whether callers should stop using it.
    pub deprecated: bool,
    /// How the value is written; `simple` is all there is.
    pub style: Option<ParameterStyle>,
    /// Whether an object's entries are written `a=1,b=2`.
    pub explode: bool,
    /// The value's schema.
    pub schema: Option<Schema>,
    /// The value's media type, in place of a schema.
    pub content: IndexMap<String, RefOr<MediaType>>,
}

impl Read for Header {
    const KIND: Option<ComponentKind> = Some(ComponentKind::Header);

    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let mut object = Object::open(node, reading)?;
        // Examples say nothing about Rust, and the last two mean nothing in a header.
        for key in ["example", "examples", "allowEmptyValue", "allowReserved"] {
            object.node(key);
        }
        let header = Self {
            at: node.at,
            description: object.field("description", reading),
            required: object.field_or_default("required", reading),
            deprecated: object.field_or_default("deprecated", reading),
            style: object.field("style", reading),
            explode: object.field_or_default("explode", reading),
            schema: object.field("schema", reading),
            content: object.field_or_default("content", reading),
        };
        object.close(reading);
        Some(header)
    }
}
