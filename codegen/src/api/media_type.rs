//! `MediaType`: one representation of a body.

use indexmap::IndexMap;

use super::content::{self, Content};
use super::event::EventAlternative;
use super::header::{self, Header};
use super::lowering::Lowering;
use super::schema::{SchemaId, Shape};
use super::schemas::Schemas;
use super::style::{self, Style};
use crate::diagnostic::Problem;
use crate::document::{self, MediaKind, ParameterStyle, RefOr};
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
    /// The events of a stream, where their names distinguish several.
    pub events: Vec<EventAlternative>,
    /// How properties are written in forms.
    pub encoding: Vec<Encoding>,
}

impl MediaType {
    /// JSON of a schema.
    pub(super) fn json(at: Origin, schema: SchemaId) -> Self {
        let name = "application/json".to_owned();
        Self { at, name, schema: Some(schema), item_schema: None, events: Vec::new(), encoding: Vec::new() }
    }
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
    /// The separators of lists in a list, level by level.
    pub inner_separators: Vec<char>,
    /// Whether reserved characters stand as they are.
    pub allow_reserved: bool,
    /// Whether its style is that of a part, too: in OpenAPI 3.0 only pairs of a form have styles.
    pub has_styled_parts: bool,
    /// The headers of the part.
    pub headers: Vec<Header>,
}

impl Encoding {
    /// Its style, and whether items and entries are written apart; the usual ones where it says nothing.
    pub fn style_or_default(&self) -> (Style, bool) {
        let style = self.style.unwrap_or(Style::Form);
        (style, self.explode.unwrap_or(style == Style::Form))
    }

    /// Whether it gives a part another style than the usual one, in which each item of a list is a part.
    pub fn has_unusual_style(&self) -> bool {
        self.style.is_some_and(|style| style != Style::Form) || self.explode == Some(false)
    }
}

impl MediaType {
    /// What the media type says of the bytes.
    pub fn kind(&self) -> MediaKind {
        MediaKind::of(&self.name)
    }

    /// Whether the body is JSON: `application/json`, `application/...+json`, or anything at all.
    pub fn is_json(&self) -> bool {
        matches!(self.kind(), MediaKind::Json | MediaKind::Any)
    }

    /// What the media type says of a value beyond how it is written, such as `application/merge-patch+json`; `None` for plain JSON
    /// and its other names.
    pub fn meaning(&self) -> Option<String> {
        let essence = self.name.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        let is_plain = ["application/json", "text/json", "application/x-json"].contains(&essence.as_str())
            || essence.contains('*')
            || self.kind() == MediaKind::Yaml && !essence.contains('+');
        (!is_plain).then_some(essence)
    }

    /// The schema of each item of a body that comes item by item.
    pub fn item(&self, schemas: &Schemas) -> Option<SchemaId> {
        self.item_schema.or_else(|| {
            let schema = self.schema?;
            match schemas[schemas.target(schema).0].shape {
                Shape::Array(items) => Some(items),
                _ => Some(schema),
            }
        })
    }

    /// How a property is written in a form, if that is said.
    pub fn encoding_of(&self, property: &str) -> Option<&Encoding> {
        self.encoding.iter().find(|encoding| encoding.property == property)
    }
}

/// Resolves the representations of a body.
pub(super) fn resolve(media_types: IndexMap<String, RefOr<document::MediaType>>, lowering: &mut Lowering<'_>) -> Vec<MediaType> {
    let resolved = content::resolve(media_types, lowering);
    let encoded = |Content { at, name, schema, item_schema, events, encoding }: Content| {
        let encoding = encoding.into_iter().map(|(property, encoding)| lower_encoding(property, encoding, lowering)).collect();
        MediaType { at, name, schema, item_schema, events, encoding }
    };
    resolved.into_iter().map(encoded).collect()
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
        inner_separators: encoding.collection_formats.into_iter().map(style::separator).collect(),
        allow_reserved: encoding.allow_reserved,
        has_styled_parts: lowering.resolver.reading.is_swagger || !lowering.resolver.reading.is_3_0,
    }
}
