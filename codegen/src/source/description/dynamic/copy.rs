//! `Copy`: a schema with dynamic references as one of its uses means it.

use super::{Expansion, Scope};
use crate::diagnostic::Problem;
use crate::limits::Limit;
use crate::node::{Mapping, Node, Value};
use crate::pointer::Pointer;
use crate::source::{Description, Spot};

/// The keys of a schema that stay behind when it is copied.
const IDENTITY: [&str; 6] = ["$id", "$anchor", "$dynamicAnchor", "$schema", "$defs", "definitions"];

/// The keys beside a reference that do not affect which values are valid.
const ANNOTATIONS: [&str; 9] =
    ["title", "description", "default", "example", "examples", "deprecated", "readOnly", "writeOnly", "externalDocs"];

/// The keys whose values are schemas by name.
const BY_NAME: [&str; 3] = ["properties", "patternProperties", "dependentSchemas"];

/// The keys whose values are no schemas.
const DATA: [&str; 5] = ["example", "examples", "default", "enum", "const"];

/// Copies the schemas that a reference leads to, resolving dynamic anchors as they resolve at the reference.
pub(super) struct Copy<'c, 'e, 'd> {
    expansion: &'c mut Expansion<'d>,
    /// The reference.
    site: &'e Spot,
    scope: &'e Scope,
    changed: &'c mut Description,
    /// The schemas that are being copied, and where the copies will be.
    around: Vec<(Spot, Pointer)>,
}

impl<'c, 'e, 'd> Copy<'c, 'e, 'd> {
    pub(super) fn new(expansion: &'c mut Expansion<'d>, site: &'e Spot, scope: &'e Scope, changed: &'c mut Description) -> Self {
        Self { expansion, site, scope, changed, around: Vec::new() }
    }

    /// The copy of a schema for a place, together with the keywords beside the reference to it.
    pub(super) fn of(&mut self, user: &Node, schema: &Spot, place: &Pointer) -> Option<Node> {
        let description = self.expansion.description;
        let (reference, _) = user.reference()?;
        let node = description.value(schema)?;
        let limits = description.sources().limits();
        if place.tokens().len().max(self.around.len()) > limits.of(Limit::Nesting) {
            self.expansion.diagnostics.report(reference.at, Problem::too_much(Limit::Nesting, limits));
            return None;
        }
        if !self.expansion.copies.may_take(node, 1, reference.at, self.expansion.diagnostics) {
            return None;
        }
        let mut beside = user.as_mapping()?.clone();
        beside.shift_remove("$ref");
        let only_describes = |key: &String| [&IDENTITY[..], &ANNOTATIONS].concat().contains(&key.as_str());
        let members = beside.get("allOf").and_then(Node::as_sequence).map_or(0, <[Node]>::len);
        let is_whole = beside.keys().all(only_describes);
        let inner = if is_whole { place.clone() } else { place.key("allOf").index(members) };
        self.around.push((schema.clone(), inner.clone()));
        let entries = node.as_mapping()?.iter().filter(|(key, _)| !IDENTITY.contains(&key.as_str()));
        let copied =
            Node { at: node.at, value: Value::Mapping(entries.map(|(key, node)| (key.clone(), node.clone())).collect()) };
        let copied = self.schema(&copied, schema, &inner);
        self.around.pop();
        let Value::Mapping(mut copied) = copied.value else { return None };
        if is_whole {
            copied.extend(beside);
            return Some(Node { at: user.at, value: Value::Mapping(copied) });
        }
        let copied = Node { at: self.changed.copied_at(node.at), value: Value::Mapping(copied) };
        let mut members = beside.get("allOf").and_then(Node::as_sequence).map(<[Node]>::to_vec).unwrap_or_default();
        members.push(copied);
        beside.insert("allOf".to_owned(), Node::sequence(user.at, members));
        Some(Node { at: user.at, value: Value::Mapping(beside) })
    }

    /// The copy of a schema that was written at one place, for another.
    fn schema(&mut self, node: &Node, from: &Spot, place: &Pointer) -> Node {
        let Value::Mapping(entries) = &node.value else { return self.each(node, from, place) };
        let mut copied = Mapping::default();
        for (key, entry) in entries {
            let (from, place) = (from.child(key), place.key(key));
            let entry = match key.as_str() {
                key if DATA.contains(&key) => self.changed.copied(entry),
                key if BY_NAME.contains(&key) => self.each(entry, &from, &place),
                _ => self.schema(entry, &from, &place),
            };
            copied.insert(key.clone(), entry);
        }
        let copied = Node { at: self.changed.copied_at(node.at), value: Value::Mapping(copied) };
        self.referred(copied, from, place)
    }

    /// The same of each element, or of each entry of a mapping by name.
    fn each(&mut self, node: &Node, from: &Spot, place: &Pointer) -> Node {
        let value = match &node.value {
            Value::Sequence(elements) => {
                let copy =
                    |(index, node): (usize, &Node)| self.schema(node, &from.child(&index.to_string()), &place.index(index));
                Value::Sequence(elements.iter().enumerate().map(copy).collect())
            }
            Value::Mapping(entries) => {
                let copy = |(key, node): (&String, &Node)| (key.clone(), self.schema(node, &from.child(key), &place.key(key)));
                Value::Mapping(entries.iter().map(copy).collect())
            }
            scalar => scalar.clone(),
        };
        Node { at: self.changed.copied_at(node.at), value }
    }

    /// A copied schema whose reference leads to where it led from the schema's own place, or to what a name means now.
    fn referred(&mut self, copied: Node, from: &Spot, place: &Pointer) -> Node {
        let description = self.expansion.description;
        let Some(written) = description.value(from) else { return copied };
        if let Some((at, text)) = written.get("$dynamicRef").and_then(|reference| Some((reference.at, reference.as_str()?))) {
            let Some(usual) = description.dynamic_anchor(at, text) else { return copied };
            let name = text.rsplit('#').next().unwrap_or_default();
            return self.referring(copied, "$dynamicRef", self.scope.get(name).unwrap_or(&usual));
        }
        let Some((reference, _)) = written.reference() else { return copied };
        let Some(target) = description.target_of(from) else { return copied };
        if self.expansion.is_open(&target, self.scope) {
            let here = self.around.iter().find(|(schema, _)| *schema == target).map(|(_, place)| place.clone());
            return match here {
                Some(pointer) => self.referring(copied, "$ref", &Spot { file: self.site.file, pointer }),
                None => self.of(&copied, &target, place).unwrap_or(copied),
            };
        }
        // A target in another file is resolved relative to where the reference was written.
        match target.file == description.sources().file(reference.at) {
            true => self.referring(copied, "$ref", &target),
            false => copied,
        }
    }

    /// A schema that refers to a place by its pointer from the root of its file.
    fn referring(&self, mut copied: Node, key: &str, target: &Spot) -> Node {
        let root = self.expansion.description.value(&Spot::root(target.file));
        if let (Value::Mapping(entries), Some(root)) = (&mut copied.value, root) {
            entries.shift_remove(key);
            entries.insert("$ref".to_owned(), Node::text(root.at, target.pointer.fragment()));
        }
        copied
    }
}
