//! `RequestBody` and `MediaType`: bodies and their representations.

use indexmap::IndexMap;

use super::header::{self, Header};
use super::lowering::Lowering;
use super::parameter::Style;
use super::schema::SchemaId;
use crate::diagnostic::Problem;
use crate::document::{self, ParameterStyle, RefOr};
use crate::node::Origin;

/// One representation of a body.
#[derive(Clone, Debug, PartialEq)]
pub struct MediaType {
    /// Where it was written.
    pub at: Origin,
    /// `application/json`, say; parameters as written.
    pub name: String,
    /// The body's schema.
    pub schema: Option<SchemaId>,
    /// The schema of each item of a body that comes item by item.
    pub item_schema: Option<SchemaId>,
    /// How properties are written in forms.
    pub encoding: Vec<Encoding>,
}

/// How one property is written in a form.
#[derive(Clone, Debug, PartialEq)]
pub struct Encoding {
    /// Where it was written.
    pub at: Origin,
    /// The property.
    pub property: String,
    /// The media type of the part.
    pub content_type: Option<String>,
    /// How the value is written.
    pub style: Option<Style>,
    /// Whether items and entries are written apart.
    pub explode: Option<bool>,
    /// Whether reserved characters stand as they are.
    pub allow_reserved: bool,
    /// The headers of the part.
    pub headers: Vec<Header>,
}

/// What a media type says of the bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MediaKind {
    /// `application/json`, `application/...+json`.
    Json,
    /// `application/x-ndjson`, `application/jsonl`: a JSON value in each line.
    JsonLines,
    /// `text/event-stream`.
    EventStream,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `multipart/form-data` and its kin.
    Multipart,
    /// `application/xml`, `application/...+xml`: text, as far as Rust is concerned.
    Xml,
    /// `text/...`.
    Text,
    /// `*/*`, `application/*`: the schema says what it is.
    Any,
    /// Everything else.
    Binary,
}

impl MediaType {
    /// What the media type says of the bytes.
    pub fn kind(&self) -> MediaKind {
        let essence = self.name.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        match essence.as_str() {
            "application/json" | "text/json" | "application/x-json" => MediaKind::Json,
            "*/*" | "application/*" | "*" => MediaKind::Any,
            "text/event-stream" => MediaKind::EventStream,
            "application/x-ndjson"
            | "application/ndjson"
            | "application/jsonl"
            | "application/x-jsonlines"
            | "application/json-lines"
            | "application/json-seq"
            | "application/jsonlines" => MediaKind::JsonLines,
            "application/x-www-form-urlencoded" => MediaKind::Form,
            "application/xml" | "text/xml" => MediaKind::Xml,
            "application/yaml" | "application/x-yaml" | "application/javascript" | "application/graphql" => MediaKind::Text,
            other if other.ends_with("+json") => MediaKind::Json,
            other if other.ends_with("+xml") => MediaKind::Xml,
            other if other.starts_with("multipart/") => MediaKind::Multipart,
            other if other.starts_with("text/") => MediaKind::Text,
            _ => MediaKind::Binary,
        }
    }

    /// Whether the body is JSON: `application/json`, `application/...+json`, or anything at all.
    pub fn is_json(&self) -> bool {
        matches!(self.kind(), MediaKind::Json | MediaKind::Any)
    }

    /// How a property is written in a form, if that is said.
    pub fn encoding_of(&self, property: &str) -> Option<&Encoding> {
        self.encoding.iter().find(|encoding| encoding.property == property)
    }
}

/// Resolves the representations of a body.
pub fn resolve(content: IndexMap<String, RefOr<document::MediaType>>, lowering: &mut Lowering<'_>) -> Vec<MediaType> {
    let mut resolved = Vec::new();
    for (name, media_type) in content {
        let Some(media_type) = lowering.resolver.resolve(media_type) else { continue };
        if !can_be_sent(&name) {
            lowering.resolver.report(media_type.at, Problem::InvalidMediaType { name });
            continue;
        }
        let schema = media_type.schema.map(|schema| lowering.lower(schema));
        let item_schema = media_type.item_schema.map(|schema| lowering.lower(schema));
        let encoding = media_type.encoding.into_iter().map(|(name, encoding)| lower_encoding(name, encoding, lowering)).collect();
        resolved.push(MediaType { at: media_type.at, name, schema, item_schema, encoding });
    }
    resolved
}

/// Whether a header can hold a media type.
fn can_be_sent(name: &str) -> bool {
    name.chars().all(|character| character == ' ' || character.is_ascii_graphic())
}

fn lower_encoding(property: String, encoding: document::Encoding, lowering: &mut Lowering<'_>) -> Encoding {
    let style = match encoding.style {
        Some(ParameterStyle::Form) => Some(Style::Form),
        Some(ParameterStyle::SpaceDelimited) => Some(Style::SpaceDelimited),
        Some(ParameterStyle::PipeDelimited) => Some(Style::PipeDelimited),
        Some(ParameterStyle::TabDelimited) => Some(Style::TabDelimited),
        Some(ParameterStyle::DeepObject) => Some(Style::DeepObject),
        Some(_) => {
            lowering.resolver.report(
                encoding.at,
                Problem::MisplacedStyle {
                    name: property.clone(),
                    known: &["form", "spaceDelimited", "pipeDelimited", "deepObject"],
                },
            );
            None
        }
        None => None,
    };
    Encoding {
        at: encoding.at,
        headers: header::resolve(encoding.headers, lowering),
        property,
        content_type: encoding.content_type,
        style,
        explode: encoding.explode,
        allow_reserved: encoding.allow_reserved,
    }
}
