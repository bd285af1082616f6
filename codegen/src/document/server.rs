//! `Server`: where an API is served.
//!
//! Mirrors the [Server](https://spec.openapis.org/oas/v3.1.1#server-object) and
//! [Server Variable](https://spec.openapis.org/oas/v3.1.1#server-variable-object) Objects.

use indexmap::IndexMap;

use super::Extension;
use super::object::{Object, Read};
use super::reading::Reading;
use crate::node::{Node, Origin};

/// Where an API is served.
#[derive(Clone, Debug, PartialEq)]
pub struct Server {
    /// Where it was written.
    pub at: Origin,
    /// The base URL, with variables in braces.
    pub url: String,
    /// Where the URL was written.
    pub url_at: Origin,
    /// What is served there.
    pub description: Option<String>,
    /// What it is called (3.2).
    pub name: Option<String>,
    /// `name` of `x-clientsmith`: replaces the derived name of the constant.
    pub rust_name: Option<String>,
    /// The variables of the URL.
    pub variables: IndexMap<String, ServerVariable>,
}

/// A variable of a server's URL.
#[derive(Clone, Debug, PartialEq)]
pub struct ServerVariable {
    /// Where it was written.
    pub at: Origin,
    /// The value to use unless the caller gives another.
    pub default: String,
    /// The values it can take, if they are known.
    pub values: Vec<String>,
    /// What it means.
    pub description: Option<String>,
}

impl Read for Server {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let mut object = Object::open_or(node, |text| format!("{{url: {text}}}"), reading)?;
        let server = Self {
            at: node.at,
            url: object.required("url", reading)?,
            url_at: node.get("url").map_or(node.at, |url| url.at),
            description: object.field("description", reading),
            name: object.field("name", reading),
            rust_name: Extension::name(&mut object, reading),
            variables: object.field_or_default("variables", reading),
        };
        object.close(reading);
        Some(server)
    }
}

impl Read for ServerVariable {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let mut object = Object::open(node, reading)?;
        let variable = Self {
            at: node.at,
            default: object.required("default", reading)?,
            values: object.field_or_default("enum", reading),
            description: object.field("description", reading),
        };
        object.close(reading);
        Some(variable)
    }
}
