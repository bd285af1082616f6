//! Which files a file refers to: every `$ref` in it, and every file that a discriminator names.

use super::path::{self, Address};
use crate::node::{Mapping, Node, Value};

/// A file that another one refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) path: String,
    /// Whether its text is prose, such as Markdown, and not YAML or JSON.
    pub(super) is_prose: bool,
}

/// The files that a file refers to, in the order in which it names them.
///
/// A reference that means nothing, as in an example, is found as well: what is never followed does no harm.
pub(super) fn files(root: &Node, base: &str) -> Vec<Named> {
    let mut found = Vec::new();
    let mut open = vec![("", root)];
    while let Some((key, node)) = open.pop() {
        match &node.value {
            Value::Sequence(elements) => open.extend(elements.iter().rev().map(|node| ("", node))),
            Value::Mapping(entries) => {
                found.extend(named(entries).filter_map(|text| file(text, key, base)));
                let known = entries.iter().rev().filter(|(key, _)| !is_foreign(key));
                open.extend(known.map(|(key, node)| (key.as_str(), node)));
            }
            _ => {}
        }
    }
    found
}

/// What a mapping refers to.
fn named(entries: &Mapping) -> impl Iterator<Item = &str> {
    let reference = entries.get("$ref").and_then(Node::as_str);
    let mapping = entries.get("discriminator").and_then(|discriminator| discriminator.get("mapping"));
    let mapped = mapping.and_then(Node::as_mapping).into_iter().flat_map(Mapping::values).filter_map(Node::as_str);
    reference.into_iter().chain(mapped)
}

/// The file that a reference below a key names.
fn file(text: &str, key: &str, base: &str) -> Option<Named> {
    let (address, fragment) = text.split_once('#').map_or((text, None), |(address, fragment)| (address, Some(fragment)));
    match Address::read(address, base) {
        Address::File(path) => {
            let is_description = matches!(key, "description" | "summary") && fragment.is_none();
            let is_prose = path::is_markup(&path) || (is_description && !path::is_data(&path));
            Some(Named { path, is_prose })
        }
        Address::Here | Address::Remote => None,
    }
}

/// Whether a key is an extension that is not read; samples of code behind references are nothing for us.
fn is_foreign(key: &str) -> bool {
    key.starts_with("x-") && !matches!(key, "x-clientsmith" | "x-stream-definitions")
}
