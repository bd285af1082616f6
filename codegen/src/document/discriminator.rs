//! `Discriminator`: the property whose value names the schema.

use indexmap::IndexMap;

use super::object::{Object, Read, Text};
use super::reading::Reading;
use crate::node::{Node, Origin};

/// The [Discriminator Object](https://spec.openapis.org/oas/v3.1.1#discriminator-object).
#[derive(Clone, Debug, PartialEq)]
pub struct Discriminator {
    /// Where it was written.
    pub at: Origin,
    /// The property whose value names the schema.
    pub property_name: String,
    /// Schemas by value, as names or references.
    pub mapping: IndexMap<String, Text>,
    /// `defaultMapping`: the schema of values that name none of the others.
    pub default_mapping: Option<Text>,
}

impl Read for Discriminator {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let mut object = Object::open_or(node, |text| format!("{{propertyName: {text}}}"), reading)?;
        let discriminator = Self {
            at: node.at,
            property_name: object.required("propertyName", reading)?,
            mapping: object.field_or_default("mapping", reading),
            default_mapping: object.field("defaultMapping", reading),
        };
        object.close(reading);
        Some(discriminator)
    }
}
