//! `Content`: the media types of a value, with their schemas.

use indexmap::IndexMap;

use super::event::{self, EventAlternative, Events};
use super::lowering::Lowering;
use super::schema::SchemaId;
use crate::diagnostic::Problem;
use crate::document::{self, MediaKind, RefOr};
use crate::node::Origin;

/// A media type and its schemas.
pub(super) struct Content {
    pub(super) at: Origin,
    pub(super) name: String,
    pub(super) schema: Option<SchemaId>,
    pub(super) item_schema: Option<SchemaId>,
    /// The events of a stream, where their names distinguish several.
    pub(super) events: Vec<EventAlternative>,
    /// What is said of properties in forms; only bodies use it.
    pub(super) encoding: IndexMap<String, document::Encoding>,
}

impl Content {
    pub(super) fn kind(&self) -> MediaKind {
        MediaKind::of(&self.name)
    }
}

/// Resolves the media types of a value.
pub(super) fn resolve(content: IndexMap<String, RefOr<document::MediaType>>, lowering: &mut Lowering<'_>) -> Vec<Content> {
    let mut resolved = Vec::new();
    for (name, media_type) in content {
        let Some(media_type) = lowering.resolver.resolve(media_type) else { continue };
        if !can_be_sent(&name) {
            lowering.resolver.report(media_type.at, Problem::InvalidMediaType { name });
            continue;
        }
        let document::MediaType { at, schema, item_schema, encoding, .. } = media_type;
        let (schema, item_schema, events) = match MediaKind::of(&name) {
            MediaKind::EventStream => {
                let Events { data, alternatives } = event::lower(schema, item_schema, lowering);
                (None, data, alternatives)
            }
            _ => {
                let mut lower = |schema: Option<_>| schema.map(|schema| lowering.lower(schema));
                (lower(schema), lower(item_schema), Vec::new())
            }
        };
        resolved.push(Content { at, name, schema, item_schema, events, encoding });
    }
    resolved
}

/// Whether a header can hold a media type.
fn can_be_sent(name: &str) -> bool {
    name.chars().all(|character| character == ' ' || character.is_ascii_graphic())
}
