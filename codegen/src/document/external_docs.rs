//! `ExternalDocs`: where else something is documented.
//!
//! Mirrors the [External Documentation Object](https://spec.openapis.org/oas/v3.1.1#external-documentation-object).

use super::object::{Object, Read};
use super::reading::Reading;
use crate::node::Node;

/// Where else something is documented.
#[derive(Clone, Debug, PartialEq)]
pub struct ExternalDocs {
    /// The address.
    pub url: String,
    /// What is there.
    pub description: Option<String>,
}

impl Read for ExternalDocs {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let mut object = Object::open(node, reading)?;
        let docs = Self { url: object.field("url", reading)?, description: object.field("description", reading) };
        object.close(reading);
        Some(docs)
    }
}
