//! `PartContent`: what a part of a form of several parts holds, by its schema and its encoding.

use super::constraint::ConstraintKind;
use super::media_type::MediaType;
use super::representation::is_binary;
use super::schema::{Property, Schema, SchemaId, Shape, Union};
use super::schemas::Schemas;
use crate::document::MediaKind;

/// What a part of a form holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartContent {
    /// A value: text, or JSON if it is a list or an object.
    Value,
    /// A value with a media type: JSON if the media type is JSON, otherwise text.
    ValueAs(String),
    /// Text with any media type.
    TextAs(String),
    /// A file.
    File(FileFormat),
    /// Any number of files.
    Files(FileFormat),
}

/// How a file is written as a part of a form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileFormat {
    /// Its media type, unless the file has another one.
    pub media_type: Option<String>,
    /// Whether it is written in Base64.
    pub is_base64: bool,
    /// Whether the description also allows values other than files.
    pub may_be_value: bool,
}

impl PartContent {
    /// How its files are written, if it is files.
    pub fn file_format(&self) -> Option<&FileFormat> {
        match self {
            Self::File(format) | Self::Files(format) => Some(format),
            Self::Value | Self::ValueAs(_) | Self::TextAs(_) => None,
        }
    }
}

impl MediaType {
    /// What a part of a form holds: `contentType` of its encoding goes first, then `contentMediaType` of its schema, then the defaults
    /// of the [Encoding Object](https://spec.openapis.org/oas/v3.1.1#encoding-object), where a value without a type is a file.
    pub fn part(&self, property: &Property, schemas: &Schemas) -> PartContent {
        let encoding = self.encoding_of(&property.name);
        let declared = encoding.and_then(|encoding| encoding.content_type.as_deref());
        match content(property.schema, declared, schemas, 0) {
            // Nothing is said of a property that is only required.
            PartContent::File(_) if !property.is_described && schemas[property.schema].shape == Shape::Any => PartContent::Value,
            content => content,
        }
    }
}

/// Lists and unions are looked into so far.
const DEEPEST: usize = 4;

fn content(id: SchemaId, declared: Option<&str>, schemas: &Schemas, depth: usize) -> PartContent {
    let schema = &schemas[schemas.target(id).0];
    let own = schema.constraints.iter().find_map(|constraint| match &constraint.kind {
        ConstraintKind::ContentMediaType(media_type) => Some(media_type.as_str()),
        _ => None,
    });
    let file = || PartContent::File(FileFormat { media_type: declared.or(own).and_then(single), ..FileFormat::default() });
    match &schema.shape {
        Shape::String(_) => of_text(schema, declared, own),
        Shape::Any if schema.allowed_values().is_some() => of_value(declared),
        Shape::Any if declared.or(own).is_none_or(|media_type| names_file(media_type) || names_any(media_type)) => file(),
        Shape::Any => of_value(declared.or(own)),
        Shape::Array(_) | Shape::Union(_) if depth == DEEPEST => of_value(declared),
        Shape::Array(items) => match content(*items, declared, schemas, depth + 1) {
            // Nothing is known of the items of a list that describes none.
            PartContent::File(_) if declared.is_none() && schemas[*items].at == schema.at => PartContent::Value,
            PartContent::File(format) => PartContent::Files(format),
            content => content,
        },
        Shape::Union(union) => of_union(union, declared, schemas, depth),
        Shape::Object(_) | Shape::Map(_) if declared.is_some_and(is_foreign) => file(),
        _ => of_value(declared),
    }
}

/// A text: a file where it holds bytes, encoded or not.
fn of_text(schema: &Schema, declared: Option<&str>, own: Option<&str>) -> PartContent {
    let encoding = schema.constraints.iter().find_map(|constraint| match &constraint.kind {
        ConstraintKind::ContentEncoding(encoding) => Some(encoding.as_str()),
        _ => None,
    });
    if is_binary(&schema.shape) || encoding.is_some() || declared.is_some_and(names_file) {
        let media_type = declared.or(own).and_then(single);
        return PartContent::File(FileFormat { media_type, is_base64: encoding == Some("base64"), may_be_value: false });
    }
    match (declared, own.and_then(single)) {
        (None, Some(own)) => PartContent::TextAs(own),
        _ => of_value(declared),
    }
}

/// One of several alternatives: files, if one of them is a file.
fn of_union(union: &Union, declared: Option<&str>, schemas: &Schemas, depth: usize) -> PartContent {
    let contents: Vec<PartContent> =
        union.variants.iter().map(|variant| content(*variant, declared, schemas, depth + 1)).collect();
    let mut formats = contents.iter().filter_map(PartContent::file_format);
    let Some(format) = formats.next().cloned() else { return of_value(declared) };
    let may_be_value = contents.iter().any(|content| content.file_format().is_none_or(|format| format.may_be_value));
    let format = FileFormat { may_be_value, ..format };
    let has_list = contents.iter().any(|content| matches!(content, PartContent::Files(_)));
    if has_list { PartContent::Files(format) } else { PartContent::File(format) }
}

/// A value in the media type that is declared; of several in JSON, if that is one of them.
fn of_value(declared: Option<&str>) -> PartContent {
    let is_json = |name: &str| MediaKind::of(name) == MediaKind::Json;
    let json = || declared?.split(',').map(str::trim).find(|name| is_json(name) && !name.contains('*'));
    let media_type = declared.and_then(single).or_else(|| json().map(str::to_owned));
    media_type.map_or(PartContent::Value, PartContent::ValueAs)
}

/// The media type, if it is exactly one.
fn single(declared: &str) -> Option<String> {
    (!declared.contains([',', '*'])).then(|| declared.trim().to_owned())
}

/// Whether one of the media types is that of a file.
fn names_file(declared: &str) -> bool {
    declared.split(',').any(|name| MediaKind::of(name) == MediaKind::Binary)
}

/// Whether one of the media types is a range of all kinds.
fn names_any(declared: &str) -> bool {
    declared.split(',').any(|name| MediaKind::of(name) == MediaKind::Any)
}

/// Whether a value that is made of others has no form in any of the media types.
fn is_foreign(declared: &str) -> bool {
    let has_form = |name| matches!(MediaKind::of(name), MediaKind::Json | MediaKind::Yaml | MediaKind::Text | MediaKind::Any);
    !declared.split(',').any(has_form)
}
