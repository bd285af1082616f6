//! `ExternalDocs`: where more is said.

use super::object::{Read, Reading};
use crate::diagnostic::Problem;
use crate::node::Node;

/// The [External Documentation Object](https://spec.openapis.org/oas/v3.1.1#external-documentation-object).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExternalDocs {
    /// Where.
    pub url: String,
    /// What is said there.
    pub description: Option<String>,
}

impl Read for ExternalDocs {
    /// They are words for people: without an address they are left out.
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let Some(url) = node.get("url").and_then(Node::as_str) else {
            reading.report(node.at, Problem::UnreadableWords { found: node.kind() });
            return None;
        };
        let description = node.get("description").and_then(Node::as_str);
        Some(Self { url: url.to_owned(), description: description.map(str::to_owned) })
    }
}
