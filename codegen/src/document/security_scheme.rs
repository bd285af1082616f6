//! `SecurityRequirement`: which credentials an operation needs.
//!
//! Mirrors the [Security Requirement Object](https://spec.openapis.org/oas/v3.1.1#security-requirement-object).

use indexmap::IndexMap;

use super::object::{Read, Reading};
use crate::node::{Node, Origin};

/// Schemes that are needed together, and the scopes of each.
#[derive(Clone, Debug, PartialEq)]
pub struct SecurityRequirement {
    /// Where it was written.
    pub at: Origin,
    /// The scopes by the name of the scheme.
    pub schemes: IndexMap<String, Vec<String>>,
}

impl Read for SecurityRequirement {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        Some(Self { at: node.at, schemes: IndexMap::read(node, reading)? })
    }
}
