//! `Variants`: one endpoint and several typed calls, as `x-clientsmith` describes them.

use std::time::Duration;

use indexmap::IndexMap;

use super::Schema;
use super::extension::timeout;
use super::object::{Object, Read};
use super::reading::Reading;
use crate::node::{Node, Origin};

/// `variants` of `x-clientsmith`.
#[derive(Clone, Debug, PartialEq)]
pub struct Variants {
    /// Where it was written.
    pub at: Origin,
    /// The property of the request body that decides.
    pub property: String,
    /// Where `property` was written.
    pub property_at: Origin,
    /// The calls by the name of their method.
    pub calls: IndexMap<String, VariantCall>,
}

/// One call of [`Variants`].
#[derive(Clone, Debug, PartialEq)]
pub struct VariantCall {
    /// Where it was written.
    pub at: Origin,
    /// The value of the deciding property.
    pub value: Node,
    /// The body of a success.
    pub response: Option<Schema>,
    /// How long one attempt may take.
    pub timeout: Option<Duration>,
    /// What it does, in a line.
    pub summary: Option<String>,
    /// What it does, in CommonMark.
    pub description: Option<String>,
}

impl Read for Variants {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let mut object = Object::open(node, reading)?;
        let variants = Self {
            at: node.at,
            property: object.required("property", reading)?,
            property_at: node.get("property").map_or(node.at, |property| property.at),
            calls: object.required("calls", reading)?,
        };
        object.close_extension(reading);
        Some(variants)
    }
}

impl Read for VariantCall {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let mut object = Object::open(node, reading)?;
        let call = Self {
            at: node.at,
            value: object.required("value", reading)?,
            response: object.field("response", reading),
            timeout: object.node("timeout").and_then(|node| timeout(node, reading)),
            summary: object.field("summary", reading),
            description: object.field("description", reading),
        };
        object.close_extension(reading);
        Some(call)
    }
}
