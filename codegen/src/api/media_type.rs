//! `RequestBody` and `MediaType`: bodies and their representations.

use indexmap::IndexMap;

use super::schema::{Lowering, SchemaId};
use crate::document::{self, RefOr};
use crate::node::Origin;

/// The body of a request.
#[derive(Clone, Debug, PartialEq)]
pub struct RequestBody {
    /// Where it was written.
    pub at: Origin,
    /// What it means.
    pub description: Option<String>,
    /// Whether it must be sent.
    pub required: bool,
    /// Its representations.
    pub content: Vec<MediaType>,
}

/// One representation of a body.
#[derive(Clone, Debug, PartialEq)]
pub struct MediaType {
    /// Where it was written.
    pub at: Origin,
    /// `application/json`, say; parameters as written.
    pub name: String,
    /// The body's schema.
    pub schema: Option<SchemaId>,
}

impl MediaType {
    /// Whether the body is JSON: `application/json`, `application/...+json`, or anything at all.
    pub fn is_json(&self) -> bool {
        let essence = self.name.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        essence == "application/json"
            || essence == "text/json"
            || essence == "*/*"
            || essence == "application/*"
            || essence.ends_with("+json")
    }
}

/// Resolves a request's body.
pub fn resolve_body(body: RefOr<document::RequestBody>, lowering: &mut Lowering<'_>) -> Option<RequestBody> {
    let body = lowering.resolver.resolve(body)?;
    let content = resolve(body.content, lowering);
    Some(RequestBody { at: body.at, description: body.description, required: body.required, content })
}

/// Resolves the representations of a body.
pub fn resolve(content: IndexMap<String, RefOr<document::MediaType>>, lowering: &mut Lowering<'_>) -> Vec<MediaType> {
    let mut resolved = Vec::new();
    for (name, media_type) in content {
        let Some(media_type) = lowering.resolver.resolve(media_type) else { continue };
        let schema = media_type.schema.map(|schema| lowering.lower(schema));
        resolved.push(MediaType { at: media_type.at, name, schema });
    }
    resolved
}
