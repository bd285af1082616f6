//! `RequestBody` and `MediaType`: bodies and their representations.
//!
//! Mirrors the [Request Body](https://spec.openapis.org/oas/v3.1.1#request-body-object),
//! [Media Type](https://spec.openapis.org/oas/v3.1.1#media-type-object) and
//! [Encoding](https://spec.openapis.org/oas/v3.1.1#encoding-object) Objects.

use indexmap::IndexMap;

use super::component::ComponentKind;
use super::object::{Object, Read};
use super::reading::Reading;
use super::{CollectionFormat, Header, ParameterStyle, RefOr, Schema};
use crate::diagnostic::Problem;
use crate::node::{Mapping, Node, Origin};

/// The body of a request.
#[derive(Clone, Debug, PartialEq)]
pub struct RequestBody {
    /// Where it was written.
    pub at: Origin,
    /// What it means.
    pub description: Option<String>,
    /// Its representations, by media type.
    pub content: IndexMap<String, RefOr<MediaType>>,
    /// Whether it must be sent.
    pub required: bool,
}

/// One representation of a body.
#[derive(Clone, Debug, PartialEq)]
pub struct MediaType {
    /// Where it was written.
    pub at: Origin,
    /// The schema of the whole body.
    pub schema: Option<Schema>,
    /// The schema of each item of a sequential body (3.2).
    pub item_schema: Option<Schema>,
    /// How properties are written in forms.
    pub encoding: IndexMap<String, Encoding>,
}

/// How one property is written in a form.
#[derive(Clone, Debug, PartialEq)]
pub struct Encoding {
    /// Where it was written.
    pub at: Origin,
    /// The media type of the part.
    pub content_type: Option<String>,
    /// How the value is written, if not as usual.
    pub style: Option<ParameterStyle>,
    /// Whether items and entries are written apart, if not as usual for the style.
    pub explode: Option<bool>,
    /// How lists in a list are written, level by level (Swagger 2.0).
    pub collection_formats: Vec<CollectionFormat>,
    /// Whether reserved characters stand as they are.
    pub allow_reserved: bool,
    /// The headers of the part.
    pub headers: IndexMap<String, RefOr<Header>>,
}

/// What becomes of parts whose encoding is not read.
const INSTEAD: &str = "the parts are the caller's to write";

impl Read for RequestBody {
    const KIND: Option<ComponentKind> = Some(ComponentKind::RequestBody);

    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let mut object = Object::open(node, reading)?;
        if let Some(content) = node.get("content").filter(|content| content.as_mapping().is_some_and(Mapping::is_empty)) {
            reading.report(content.at, Problem::EmptyValue { expected: "a media type" });
        }
        object.demand("content", reading);
        let body = Self {
            at: node.at,
            description: object.field("description", reading),
            content: object.field_or_default("content", reading),
            required: object.field_or_default("required", reading),
        };
        object.close(reading);
        Some(body)
    }
}

impl Read for MediaType {
    const KIND: Option<ComponentKind> = Some(ComponentKind::MediaType);

    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let mut object = Object::open(node, reading)?;
        for key in ["example", "examples"] {
            object.node(key);
        }
        report_positions(&mut object, reading);
        let media_type = Self {
            at: node.at,
            schema: object.field("schema", reading),
            item_schema: object.field("itemSchema", reading),
            encoding: object.field_or_default("encoding", reading),
        };
        object.close(reading);
        Some(media_type)
    }
}

impl Read for Encoding {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let mut object = Object::open(node, reading)?;
        if let Some(nested) = object.node("encoding") {
            reading
                .diagnostics
                .report_key(nested.at, Problem::Unsupported { what: "`encoding` within an encoding", instead: INSTEAD });
        }
        report_positions(&mut object, reading);
        let encoding = Self {
            at: node.at,
            content_type: object.field("contentType", reading),
            style: object.field("style", reading),
            explode: object.field("explode", reading),
            collection_formats: object.field_or_default("collectionFormats", reading),
            allow_reserved: object.field_or_default("allowReserved", reading),
            headers: object.field_or_default("headers", reading),
        };
        object.close(reading);
        Some(encoding)
    }
}

/// Reports how parts are encoded that have a place but no name (3.2).
fn report_positions(object: &mut Object<'_>, reading: &mut Reading<'_>) {
    for (key, what) in [("prefixEncoding", "`prefixEncoding`"), ("itemEncoding", "`itemEncoding`")] {
        if let Some(node) = object.node(key) {
            reading.diagnostics.report_key(node.at, Problem::Unsupported { what, instead: INSTEAD });
        }
    }
}
