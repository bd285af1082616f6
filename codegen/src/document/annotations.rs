//! `Annotations`: the keywords that describe a schema and constrain no value.

use super::Extension;
use super::external_docs::ExternalDocs;
use super::object::{Object, Read};
use super::reading::Reading;
use crate::node::Node;

/// The keywords that describe a schema and constrain no value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Annotations {
    /// `title`.
    pub title: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// `default`.
    pub default: Option<Node>,
    /// `example`, or the first of `examples`.
    pub example: Option<Node>,
    /// `externalDocs`.
    pub external_docs: Option<ExternalDocs>,
    /// `readOnly`: only the server sets the value.
    pub read_only: bool,
    /// `writeOnly`: only the client sets the value.
    pub write_only: bool,
    /// `deprecated`: users should stop using it.
    pub deprecated: bool,
    /// `name` of `x-clientsmith`: replaces the derived name of the model or field.
    pub rust_name: Option<String>,
}

impl Annotations {
    pub(super) fn read(object: &mut Object<'_>, reading: &mut Reading<'_>) -> Self {
        Self {
            title: object.field("title", reading),
            description: object.field("description", reading),
            default: object.field("default", reading),
            example: example(object),
            external_docs: object.node("externalDocs").and_then(|node| ExternalDocs::read(node, reading)),
            read_only: object.field_or_default("readOnly", reading),
            write_only: object.field_or_default("writeOnly", reading),
            deprecated: object.field_or_default("deprecated", reading),
            rust_name: Extension::name(object, reading),
        }
    }

    /// These annotations, completed by further ones: a flag is set if either sets it.
    #[must_use]
    pub fn or(self, further: Self) -> Self {
        Self {
            title: self.title.or(further.title),
            description: self.description.or(further.description),
            default: self.default.or(further.default),
            example: self.example.or(further.example),
            external_docs: self.external_docs.or(further.external_docs),
            read_only: self.read_only || further.read_only,
            write_only: self.write_only || further.write_only,
            deprecated: self.deprecated || further.deprecated,
            rust_name: self.rust_name.or(further.rust_name),
        }
    }

    /// The annotations that also apply to a schema whose `allOf` contains this one: neither its name nor its deprecation.
    #[must_use]
    pub fn inherited(self) -> Self {
        Self { deprecated: false, rust_name: None, ..self }
    }
}

/// Reads `example`, or the first of `examples`.
fn example(object: &mut Object<'_>) -> Option<Node> {
    let examples = object.node("examples").and_then(Node::as_sequence).and_then(|examples| examples.first());
    object.node("example").or(examples).cloned()
}
