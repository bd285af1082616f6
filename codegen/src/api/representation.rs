//! `Representation`: the ways in which one body can be written, as far as a client needs them.

use super::documented_header::is_scalar;
use super::media_type::MediaType;
use super::reference::Resolver;
use super::schema::{SchemaId, Shape};
use super::schemas::Schemas;
use super::ty::Type;
use crate::diagnostic::Problem;
use crate::document::MediaKind;

/// A way in which a body is written.
#[derive(Clone, Debug, PartialEq)]
pub struct Representation {
    /// The format of its bytes.
    pub format: Format,
    /// Its media type, with the schema.
    pub media_type: MediaType,
}

/// How a body is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// JSON.
    Json,
    /// Text that is not taken apart: `text/...`, XML.
    Text,
    /// Bytes.
    Binary,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `multipart/form-data`.
    Multipart,
    /// `text/event-stream`.
    Events,
    /// A JSON value in each line.
    Lines,
}

/// The representations of what a client sends, plain JSON first: beside it, the same schema in another format is only another way
/// to write the same values.
pub(super) fn sent(content: Vec<MediaType>, schemas: &Schemas, resolver: &mut Resolver<'_>) -> Vec<Representation> {
    let format = |media_type: &MediaType| match format(media_type, schemas) {
        _ if is_json_in_yaml(media_type, schemas) => Format::Json,
        Format::Form if !media_type.schema.is_none_or(|schema| is_form(schema, schemas)) => Format::Text,
        Format::Lines if !has_items(media_type, schemas) => Format::Binary,
        format => format,
    };
    let all = content.into_iter().map(|media_type| Representation { format: format(&media_type), media_type }).collect();
    let mut needed = needed(all, |_| false, schemas, resolver);
    needed.sort_by_key(|representation| (representation.format != Format::Json, rank(&representation.media_type)));
    needed
}

/// The representations of what a client receives, JSON first: beside it, the same schema in another format is read only where
/// its values are scalars, for the server chooses the format and any format can hold those.
pub(super) fn received(content: Vec<MediaType>, schemas: &Schemas, resolver: &mut Resolver<'_>) -> Vec<Representation> {
    let is_scalar = |media_type: &MediaType| media_type.schema.is_some_and(|schema| is_scalar(schema, schemas));
    let all = content.into_iter().map(|media_type| Representation { format: format(&media_type, schemas), media_type }).collect();
    needed(all, is_scalar, schemas, resolver)
}

/// Whether values of a schema are objects, whose properties are those of a form.
fn is_form(schema: SchemaId, schemas: &Schemas) -> bool {
    let is_object = |id| matches!(schemas[id].shape, Shape::Object(_) | Shape::Map(_) | Shape::Any);
    schemas.alternatives(schema).into_iter().all(is_object)
}

/// Whether the values of a body of JSON lines have a type. A text is the lines themselves.
fn has_items(media_type: &MediaType, schemas: &Schemas) -> bool {
    let is_text = |schema| matches!(schemas[schemas.target(schema).0].shape, Shape::String(_) | Shape::Any);
    media_type.item_schema.is_some() || media_type.schema.is_some_and(|schema| !is_text(schema))
}

/// The place of a media type among those of JSON: the plain one goes first, then its other names, then those that say more.
fn rank(media_type: &MediaType) -> usize {
    let is_plain = media_type.name.eq_ignore_ascii_case("application/json");
    match media_type.kind() {
        MediaKind::Json | MediaKind::Any if is_plain => 0,
        MediaKind::Json | MediaKind::Any if media_type.meaning().is_none() => 1,
        MediaKind::Json => 2,
        _ => 3,
    }
}

/// Whether a value is sent as JSON in the place of YAML, which includes JSON. Text is the caller's YAML.
fn is_json_in_yaml(media_type: &MediaType, schemas: &Schemas) -> bool {
    let is_text = |schema| matches!(schemas[schemas.target(schema).0].shape, Shape::String(_));
    media_type.kind() == MediaKind::Yaml && media_type.schema.is_some_and(|schema| !is_text(schema))
}

/// The representations that a client needs. Where there is JSON, XML is not used: its schema is reported if it differs.
fn needed(
    mut all: Vec<Representation>,
    is_needed_beside_json: impl Fn(&MediaType) -> bool,
    schemas: &Schemas,
    resolver: &mut Resolver<'_>,
) -> Vec<Representation> {
    all.sort_by_key(|representation| representation.format != Format::Json);
    let Some(first) = all.first().filter(|first| first.format == Format::Json) else { return all };
    let json = first.media_type.schema;
    all.retain(|Representation { format, media_type }| match format {
        Format::Json | Format::Events | Format::Lines => true,
        Format::Multipart if has_files(media_type, schemas) => true,
        _ if media_type.kind() == MediaKind::Xml => {
            if !alike(json, media_type.schema, schemas) {
                let (what, instead) = ("XML that says something else than the JSON beside it", "only the JSON is sent and read");
                resolver.report(media_type.at, Problem::Unsupported { what, instead });
            }
            false
        }
        Format::Text | Format::Binary if media_type.schema.is_none() || is_needed_beside_json(media_type) => true,
        _ => !alike(json, media_type.schema, schemas),
    });
    all
}

/// The schema of the first JSON body.
pub fn json_schema(representations: &[Representation]) -> Option<SchemaId> {
    representations.iter().find(|representation| representation.media_type.is_json())?.media_type.schema
}

impl Representation {
    /// Whether it is XML, which is not taken apart.
    pub fn is_xml(&self) -> bool {
        self.format == Format::Text && self.media_type.kind() == MediaKind::Xml
    }

    /// Whether it is JSON of which the media type says nothing further.
    pub fn is_plain_json(&self) -> bool {
        self.format == Format::Json && self.media_type.kind() != MediaKind::Yaml && self.media_type.meaning().is_none()
    }

    /// Whether it is JSON with a media type of YAML.
    pub fn is_json_in_yaml(&self) -> bool {
        self.format == Format::Json && self.media_type.kind() == MediaKind::Yaml
    }

    /// Whether it is a form as one text: its schema is not an object.
    pub fn is_form_as_text(&self) -> bool {
        self.format == Format::Text && self.media_type.kind() == MediaKind::Form
    }

    /// Whether it is text that holds a single value with a type other than text.
    pub fn is_typed_text(&self, schemas: &Schemas) -> bool {
        let is_typed = |schema| schemas.type_of(schema, &mut Vec::new()).0 != Type::Text(None) && is_scalar(schema, schemas);
        self.format == Format::Text && !self.is_xml() && self.media_type.schema.is_some_and(is_typed)
    }

    /// Whether it is sent as bytes.
    pub fn is_bytes(&self) -> bool {
        self.format == Format::Binary
    }

    /// The schema of what the body holds: of each item, where it comes item by item.
    pub fn schema(&self, schemas: &Schemas) -> Option<SchemaId> {
        match self.format {
            Format::Events | Format::Lines => self.media_type.item(schemas),
            _ => self.media_type.schema,
        }
    }
}

fn format(media_type: &MediaType, schemas: &Schemas) -> Format {
    let shape = media_type.schema.map(|schema| &schemas[schemas.target(schema).0].shape);
    match media_type.kind() {
        MediaKind::EventStream => Format::Events,
        MediaKind::JsonLines => Format::Lines,
        MediaKind::Form => Format::Form,
        MediaKind::Multipart => Format::Multipart,
        _ if media_type.item_schema.is_some() => Format::Lines,
        MediaKind::Text | MediaKind::Xml | MediaKind::Yaml => Format::Text,
        MediaKind::Binary => Format::Binary,
        MediaKind::Json | MediaKind::Any if shape.is_some_and(is_binary) => Format::Binary,
        MediaKind::Json => Format::Json,
        MediaKind::Any => match shape {
            None => Format::Binary,
            Some(Shape::String(_)) => Format::Text,
            Some(_) => Format::Json,
        },
    }
}

/// Whether a schema stands for bytes that no JSON text could hold.
pub(super) fn is_binary(shape: &Shape) -> bool {
    matches!(shape, Shape::String(Some(format)) if format == "binary" || format == "file")
}

/// Whether values of a schema are bytes, where they are not in JSON.
pub fn is_bytes(schema: SchemaId, schemas: &Schemas) -> bool {
    is_binary(&schemas[schemas.target(schema).0].shape)
}

fn has_files(media_type: &MediaType, schemas: &Schemas) -> bool {
    let object = media_type.schema.and_then(|schema| schemas.object(schema));
    object.is_some_and(|object| object.properties.iter().any(|part| media_type.part(part, schemas).file_format().is_some()))
}

/// Whether two schemas describe the same values. What is not looked at is taken to differ.
pub fn alike(left: Option<SchemaId>, right: Option<SchemaId>, schemas: &Schemas) -> bool {
    const DEPTH: usize = 8;
    match (left, right) {
        (Some(left), Some(right)) => are_alike(left, right, schemas, DEPTH),
        // A representation without a schema says nothing that the other does not.
        _ => true,
    }
}

fn are_alike(left: SchemaId, right: SchemaId, schemas: &Schemas, depth: usize) -> bool {
    let (left, right) = (schemas.target(left).0, schemas.target(right).0);
    if left == right {
        return true;
    }
    if depth == 0 {
        return false;
    }
    let alike = |left, right| are_alike(left, right, schemas, depth - 1);
    match (&schemas[left].shape, &schemas[right].shape) {
        (Shape::Array(left), Shape::Array(right)) | (Shape::Numeric(left), Shape::Numeric(right)) => alike(*left, *right),
        (Shape::Map(Some(left)), Shape::Map(Some(right))) => alike(*left, *right),
        (Shape::Object(left), Shape::Object(right)) => {
            let properties = left.properties.iter().zip(&right.properties);
            left.properties.len() == right.properties.len()
                && left.additional.is_some() == right.additional.is_some()
                && properties.into_iter().all(|(left, right)| {
                    left.name == right.name && left.required == right.required && alike(left.schema, right.schema)
                })
        }
        (Shape::Union(left), Shape::Union(right)) => {
            left.variants.len() == right.variants.len()
                && left.variants.iter().zip(&right.variants).all(|(left, right)| alike(*left, *right))
        }
        (left, right) => left == right,
    }
}
