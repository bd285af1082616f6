//! Schemas: nullability, discriminators, files and references are written otherwise in OpenAPI 3.0.

use std::collections::BTreeMap;

use super::{Conversion, DEFINITIONS};
use crate::document::ComponentKind;
use crate::node::{Mapping, Node, Origin, Value};
use crate::pointer::Pointer;

impl Conversion<'_> {
    pub(super) fn schema(&mut self, node: &Node) -> Node {
        let Some(entries) = node.as_mapping() else { return node.clone() };
        let mut converted = Mapping::default();
        for (key, value) in entries {
            let (key, value) = match (key.as_str(), &value.value) {
                ("$ref", Value::String(target)) => match self.schema_reference(value.at, target) {
                    Some(reference) => ("$ref", reference),
                    None => continue,
                },
                ("properties" | "patternProperties" | "definitions" | "$defs", Value::Mapping(_)) => {
                    (key.as_str(), self.schemas_in(value))
                }
                ("allOf" | "oneOf" | "anyOf" | "items", Value::Sequence(members)) => {
                    let members: Vec<_> = members.iter().map(|member| self.schema(member)).collect();
                    (key.as_str(), Node::sequence(value.at, members))
                }
                ("items" | "additionalProperties" | "not", _) => (key.as_str(), self.schema(value)),
                ("discriminator", Value::String(_)) => (key.as_str(), Node::mapping(value.at, [("propertyName", value.clone())])),
                ("type", Value::String(name)) if name == "file" => {
                    converted.insert("format".to_owned(), Node::text(value.at, "binary"));
                    (key.as_str(), Node::text(value.at, "string"))
                }
                ("collectionFormat", _) => continue,
                _ => (key.as_str(), value.clone()),
            };
            converted.entry(key.to_owned()).or_insert(value);
        }
        Node::mapping(node.at, converted)
    }

    /// The schemas of a mapping whose keys are data.
    fn schemas_in(&mut self, node: &Node) -> Node {
        let entries: Vec<_> = match node.as_mapping() {
            Some(entries) => entries.iter().map(|(name, schema)| (name.clone(), self.schema(schema))).collect(),
            None => return node.clone(),
        };
        Node::mapping(node.at, entries)
    }

    /// What a reference to a schema is called now; none if it leads nowhere, which is reported.
    fn schema_reference(&mut self, at: Origin, target: &str) -> Option<Node> {
        let found = self.description.follow(at, target, self.diagnostics)?;
        if let Some(problem) = ComponentKind::Schema.mismatch(found, target, self.description.sources(), true) {
            self.diagnostics.report(at, problem);
            return None;
        }
        if !self.is_in_document(found) {
            self.pending.push(found);
            return Some(Node::text(at, target));
        }
        let (address, fragment) = target.split_once('#').unwrap_or((target, ""));
        let moved = Pointer::from_fragment(&format!("#{fragment}")).and_then(|pointer| match pointer.tokens() {
            [definitions, rest @ ..] if definitions == DEFINITIONS => {
                let tokens = ["components", "schemas"].into_iter().map(str::to_owned).chain(rest.iter().cloned());
                Some(tokens.collect::<Pointer>())
            }
            _ => None,
        });
        let text = moved.map_or_else(|| target.to_owned(), |pointer| format!("{address}{}", pointer.fragment()));
        Some(Node::text(at, text))
    }

    /// Converts the schemas of other files, and those that these refer to.
    pub(super) fn convert_pending(&mut self) {
        while let Some(schema) = self.pending.pop() {
            if !self.schemas.contains_key(&schema.at) {
                let converted = self.schema(schema);
                self.schemas.insert(schema.at, converted);
            }
        }
    }

    /// Other files and the document with the references put right that lead to other places of the document than definitions, such
    /// as a response's schema.
    pub(super) fn with_moved_references(&self, root: Node, files: Vec<Node>) -> Vec<Node> {
        let mut astray = Vec::new();
        [&root].into_iter().chain(&files).for_each(|node| self.find_astray(node, &root, &mut astray));
        let mut places = BTreeMap::new();
        if !astray.is_empty() {
            enter(&root, &Pointer::root(), &mut places);
        }
        let moved: BTreeMap<Origin, String> = astray
            .into_iter()
            .filter_map(|(at, address, target)| Some((at, format!("{address}{}", places.get(&target)?.fragment()))))
            .collect();
        files.into_iter().chain([root]).map(|node| put(node, &moved)).collect()
    }

    /// The references that led to a value of the document, and lead elsewhere in it now: each with its address and that value.
    fn find_astray<'n>(&self, node: &'n Node, root: &Node, astray: &mut Vec<(Origin, &'n str, Origin)>) {
        if let Some((reference, text)) = node.reference() {
            let (address, fragment) = text.split_once('#').unwrap_or((text, ""));
            let target = self.description.find(reference.at, text).filter(|target| self.is_in_document(target));
            let pointer = Pointer::from_fragment(&format!("#{fragment}"));
            if let (Some(target), Some(pointer)) = (target, pointer)
                && root.lookup(&pointer).is_none_or(|found| found.at != target.at)
            {
                astray.push((reference.at, address, target.at));
            }
        }
        match &node.value {
            Value::Mapping(entries) => entries.values().for_each(|node| self.find_astray(node, root, astray)),
            Value::Sequence(elements) => elements.iter().for_each(|node| self.find_astray(node, root, astray)),
            _ => {}
        }
    }
}

/// Where each value is now: the innermost of those that were made from one, as a schema is within its media type.
fn enter(node: &Node, pointer: &Pointer, places: &mut BTreeMap<Origin, Pointer>) {
    let place = places.entry(node.at).or_insert_with(|| pointer.clone());
    if place.shared(pointer) == place.tokens().len() {
        place.clone_from(pointer);
    }
    match &node.value {
        Value::Mapping(entries) => entries.iter().for_each(|(key, node)| enter(node, &pointer.key(key), places)),
        Value::Sequence(elements) => {
            elements.iter().enumerate().for_each(|(index, node)| enter(node, &pointer.index(index), places));
        }
        _ => {}
    }
}

fn put(mut node: Node, moved: &BTreeMap<Origin, String>) -> Node {
    node.value = match node.value {
        Value::String(text) => Value::String(moved.get(&node.at).cloned().unwrap_or(text)),
        Value::Sequence(elements) => Value::Sequence(elements.into_iter().map(|node| put(node, moved)).collect()),
        Value::Mapping(entries) => Value::Mapping(entries.into_iter().map(|(key, node)| (key, put(node, moved))).collect()),
        other => other,
    };
    node
}
