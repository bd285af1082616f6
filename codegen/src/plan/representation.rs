//! `Representation`: the ways in which one body can be written, and which of them a client needs.

use crate::api::{MediaKind, MediaType, SchemaId, Schemas, Shape};
use crate::diagnostic::{Diagnostics, Problem};

/// A way in which a body is written.
#[derive(Clone, Copy, Debug)]
pub struct Representation<'a> {
    /// How.
    pub format: Format,
    /// What the description says of it.
    pub media_type: &'a MediaType,
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

/// The representations that say something of their own: where there is JSON, the same schema in another format is only
/// another way to write what JSON says already, and so is XML. JSON comes first.
pub fn of<'a>(content: &'a [MediaType], schemas: &Schemas) -> Vec<Representation<'a>> {
    let mut all: Vec<Representation<'a>> =
        content.iter().map(|media_type| Representation { format: format(media_type, schemas), media_type }).collect();
    all.sort_by_key(|representation| representation.format != Format::Json);
    let Some(json) = all.first().copied().filter(|first| first.format == Format::Json) else { return all };
    all.retain(|other| match other.format {
        Format::Json | Format::Events | Format::Lines => true,
        Format::Multipart if has_files(other.media_type, schemas) => true,
        _ if other.media_type.kind() == MediaKind::Xml => false,
        Format::Text | Format::Binary if other.media_type.schema.is_none() => true,
        _ => !alike(json.media_type.schema, other.media_type.schema, schemas),
    });
    all
}

/// Reports XML that is not among what is used of a body although the JSON there says something else.
pub fn note_left_out(content: &[MediaType], used: &[Representation<'_>], schemas: &Schemas, diagnostics: &mut Diagnostics) {
    let json = used.first().and_then(|json| json.media_type.schema);
    for media_type in content.iter().filter(|media_type| media_type.kind() == MediaKind::Xml && media_type.schema.is_some()) {
        let is_used = used.iter().any(|used| used.media_type.name == media_type.name);
        if !is_used && !alike(json, media_type.schema, schemas) {
            let (what, instead) = ("XML that says something else than the JSON beside it", "only the JSON is sent and read");
            diagnostics.report(media_type.at, Problem::Unsupported { what, instead });
        }
    }
}

impl Representation<'_> {
    /// Whether it is XML, which is not taken apart.
    pub fn is_xml(&self) -> bool {
        self.format == Format::Text && self.media_type.kind() == MediaKind::Xml
    }

    /// Notes that a schema of XML says more than the client does.
    pub fn note_xml(&self, diagnostics: &mut Diagnostics) {
        if self.is_xml() && self.media_type.schema.is_some() {
            diagnostics.report(self.media_type.at, Problem::XmlAsText);
        }
    }

    /// The schema of what the body holds: of each item, where it comes item by item.
    pub fn schema(&self, schemas: &Schemas) -> Option<SchemaId> {
        match self.format {
            Format::Events | Format::Lines => self.media_type.item_schema.map(|item| payload(item, schemas)).or_else(|| {
                let schema = self.media_type.schema?;
                match schemas[schemas.target(schema).0].shape {
                    Shape::Array(items) => Some(items),
                    _ => Some(schema),
                }
            }),
            _ => self.media_type.schema,
        }
    }
}

/// What an item of an event stream carries: the schema of `data`, where the item is an event with its fields.
fn payload(item: SchemaId, schemas: &Schemas) -> SchemaId {
    let data = schemas.object(item).and_then(|event| event.property("data"));
    data.map_or(item, |data| data.schema)
}

fn format(media_type: &MediaType, schemas: &Schemas) -> Format {
    let shape = media_type.schema.map(|schema| &schemas[schemas.target(schema).0].shape);
    match media_type.kind() {
        MediaKind::EventStream => Format::Events,
        MediaKind::JsonLines => Format::Lines,
        MediaKind::Form => Format::Form,
        MediaKind::Multipart => Format::Multipart,
        _ if media_type.item_schema.is_some() => Format::Lines,
        MediaKind::Text | MediaKind::Xml => Format::Text,
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
fn is_binary(shape: &Shape) -> bool {
    matches!(shape, Shape::String(Some(format)) if format == "binary" || format == "file")
}

/// Whether a value of this schema is a file where it is a part of a form.
pub fn is_file(schema: SchemaId, schemas: &Schemas) -> bool {
    is_binary(&schemas[schemas.target(schema).0].shape)
}

/// Whether a value of this schema is a list of files where it is a part of a form.
pub fn is_file_list(schema: SchemaId, schemas: &Schemas) -> bool {
    matches!(schemas[schemas.target(schema).0].shape, Shape::Array(items) if is_file(items, schemas))
}

fn has_files(media_type: &MediaType, schemas: &Schemas) -> bool {
    let object = media_type.schema.and_then(|schema| schemas.object(schema));
    object.is_some_and(|object| {
        object.properties.iter().any(|part| is_file(part.schema, schemas) || is_file_list(part.schema, schemas))
    })
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
        (Shape::Array(left), Shape::Array(right)) => alike(*left, *right),
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
