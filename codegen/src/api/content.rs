//! `Content`: the media types of a value, with their schemas.

use indexmap::IndexMap;

use super::event::{self, EventAlternative, Events};
use super::header_name::is_token;
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
    /// How the properties of a form are written; used for bodies only.
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
    for (name, media_type) in named(content, lowering) {
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

/// The media types, each with a name that a header can hold: a key that lists several is one entry for each.
fn named(
    content: IndexMap<String, RefOr<document::MediaType>>,
    lowering: &mut Lowering<'_>,
) -> Vec<(String, document::MediaType)> {
    let mut named: Vec<(String, document::MediaType)> = Vec::new();
    let is_only = content.len() == 1;
    let keys: Vec<String> = content.keys().cloned().collect();
    for (key, media_type) in content {
        let Some(media_type) = lowering.resolver.resolve(media_type) else { continue };
        let names = listed(&key);
        if !key.chars().all(|character| character == ' ' || character.is_ascii_graphic()) {
            lowering.resolver.report(media_type.at, Problem::InvalidMediaType { name: key, is_only });
            continue;
        }
        if let [_, _, ..] = names.as_slice() {
            lowering.resolver.report(media_type.at, Problem::ListedMediaTypes { key: key.clone() });
        }
        for name in names.into_iter().filter(|name| *name == key || !keys.contains(name)) {
            if !is_regular(&name) {
                lowering.resolver.report(media_type.at, Problem::IrregularMediaType { name: name.clone() });
            }
            if named.iter().all(|(known, _)| *known != name) {
                named.push((name, media_type.clone()));
            }
        }
    }
    named
}

/// The media types that commas separate; those between quotation marks are part of a parameter.
fn listed(key: &str) -> Vec<String> {
    let mut is_quoted = false;
    let is_separator = |character| {
        is_quoted ^= character == '"';
        character == ',' && !is_quoted
    };
    let names: Vec<String> = key.split(is_separator).map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect();
    if names.is_empty() { vec![key.to_owned()] } else { names }
}

/// Whether a media type has a type and a subtype, as RFC 9110 section 8.3.1 says, or is `*`, which counts as `*/*`.
fn is_regular(name: &str) -> bool {
    let essence = name.split(';').next().unwrap_or_default().trim();
    let parts = essence.split_once('/');
    essence == "*" || parts.is_some_and(|(kind, subtype)| is_token(kind) && is_token(subtype))
}
