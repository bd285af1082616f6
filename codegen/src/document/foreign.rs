//! Extensions of other tools that say what a keyword says, in schemas.

use super::object::{Object, Text};
use super::reading::Reading;
use super::value_labels;
use crate::diagnostic::Problem;
use crate::node::Node;

/// Reads `nullable`, or else `x-nullable`, which says the same where a version of the specification has no such keyword.
pub(super) fn nullable(object: &mut Object<'_>, reading: &mut Reading<'_>) -> bool {
    let extension = object.node("x-nullable");
    if let Some(node) = extension.filter(|node| node.as_bool().is_none()) {
        let (key, expected) = ("x-nullable", "`true` or `false`");
        reading.diagnostics.report_key(node.at, Problem::UnreadExtension { key, expected });
    }
    let keyword: Option<bool> = object.field("nullable", reading);
    keyword.or(extension.and_then(Node::as_bool)).unwrap_or_default()
}

/// Reads `x-ms-discriminator-value`.
pub(super) fn discriminator_value(object: &mut Object<'_>, reading: &mut Reading<'_>) -> Option<Text> {
    let node = object.node("x-ms-discriminator-value")?;
    let text = value_labels::text(node).map(|text| Text { at: node.at, text });
    if text.is_none() {
        let (key, expected) = ("x-ms-discriminator-value", "a text or another scalar");
        reading.diagnostics.report_key(node.at, Problem::UnreadExtension { key, expected });
    }
    text
}

/// Reads `format`, or else the extension of Kubernetes that says the same.
pub(super) fn format(object: &mut Object<'_>, reading: &mut Reading<'_>) -> Option<String> {
    let is_int_or_string: bool = object.field_or_default("x-kubernetes-int-or-string", reading);
    object.field("format", reading).or_else(|| is_int_or_string.then(|| "int-or-string".to_owned()))
}
