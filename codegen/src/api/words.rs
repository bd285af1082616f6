//! `Words`: what a schema says of itself to people.

use crate::document::{ExternalDocs, Schema};
use crate::node::Node;

/// What a schema says of itself, which no member of its `allOf` replaces.
pub(super) struct Words {
    title: Option<String>,
    description: Option<String>,
    example: Option<Node>,
    external_docs: Option<ExternalDocs>,
    deprecated: bool,
    rust_name: Option<String>,
}

impl Words {
    pub(super) fn of(schema: &Schema) -> Self {
        Self {
            title: schema.title.clone(),
            description: schema.description.clone(),
            example: schema.example.clone(),
            external_docs: schema.external_docs.clone(),
            deprecated: schema.deprecated,
            rust_name: schema.rust_name.clone(),
        }
    }

    /// These words, and for what they leave open, others.
    pub(super) fn or(self, others: Self) -> Self {
        Self {
            title: self.title.or(others.title),
            description: self.description.or(others.description),
            example: self.example.or(others.example),
            external_docs: self.external_docs.or(others.external_docs),
            deprecated: self.deprecated || others.deprecated,
            rust_name: self.rust_name.or(others.rust_name),
        }
    }

    pub(super) fn put(self, schema: &mut Schema) {
        schema.title = self.title.or(schema.title.take());
        schema.description = self.description.or(schema.description.take());
        schema.example = self.example.or(schema.example.take());
        schema.external_docs = self.external_docs.or(schema.external_docs.take());
        schema.deprecated = self.deprecated;
        schema.rust_name = self.rust_name;
    }
}
