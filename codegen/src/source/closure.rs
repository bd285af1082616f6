//! Which files a file refers to: every `$ref` in it, and every file that a discriminator names.

use super::path::Address;
use crate::node::{Mapping, Node, Value};

/// The files that a file refers to, in the order in which it names them.
///
/// A reference that means nothing, as in an example, is found as well: what is never followed does no harm.
pub(super) fn files(root: &Node, base: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![root];
    while let Some(node) = open.pop() {
        match &node.value {
            Value::Sequence(elements) => open.extend(elements.iter().rev()),
            Value::Mapping(entries) => {
                found.extend(named(entries).filter_map(|text| file(text, base)));
                open.extend(entries.iter().rev().filter(|(key, _)| !is_foreign(key)).map(|(_, node)| node));
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

fn file(text: &str, base: &str) -> Option<String> {
    match Address::read(text.split('#').next().unwrap_or_default(), base) {
        Address::File(path) => Some(path),
        Address::Here | Address::Remote => None,
    }
}

/// Whether a key is an extension of somebody else's; samples of code behind references are nothing for us.
fn is_foreign(key: &str) -> bool {
    key.starts_with("x-") && key != "x-clientsmith"
}
