//! `Resources`: the schema resources of a file, and the names that schemas give themselves.
//!
//! Mirrors [JSON Schema 2020-12, section 8.2](https://json-schema.org/draft/2020-12/json-schema-core#section-8.2).

use std::collections::BTreeMap;

use super::path;
use crate::node::{Node, Origin, Value};
use crate::pointer::Pointer;

/// The schema resources of a file. The first is the file itself; each `$id` in it begins another one.
#[derive(Clone, Debug)]
pub(super) struct Resources {
    all: Vec<Resource>,
    /// Positions in `all` by address.
    by_address: BTreeMap<String, Vec<usize>>,
    /// The innermost resource around each reference, unless that is the file.
    references: BTreeMap<Origin, usize>,
    has_dynamic_references: bool,
}

/// A part of a file that anchors and relative references belong to.
#[derive(Clone, Debug)]
pub(super) struct Resource {
    /// The base of relative references in it, if it names one.
    pub(super) address: Option<String>,
    /// Its root.
    pub(super) pointer: Pointer,
    /// Where it was written.
    pub(super) at: Origin,
    anchors: BTreeMap<String, Vec<Anchor>>,
}

/// A schema that a fragment without a slash leads to: `#pet`.
#[derive(Clone, Debug)]
pub(super) struct Anchor {
    /// The schema.
    pub(super) pointer: Pointer,
    /// Where the name was written.
    pub(super) at: Origin,
    /// Whether it is a `$dynamicAnchor`.
    pub(super) is_dynamic: bool,
}

/// Among how many schemas of one name the nearest is sought.
const MOST_COMPARED: usize = 1_000;

impl Resource {
    /// The address of a reference in this resource, if that differs from the one written.
    pub(super) fn join(&self, address: &str) -> Option<String> {
        Some(path::join_address(self.address.as_deref()?, address))
    }

    /// The schema that an anchor names.
    ///
    /// Documents without `$id` often have a `$dynamicAnchor` of one name in several components; the nearest to the reference is meant.
    ///
    /// # Errors
    ///
    /// Fails with one of the schemas where several have the name and nothing decides.
    pub(super) fn anchor(&self, name: &str, reference: impl FnOnce() -> Pointer) -> Result<Option<&Anchor>, &Anchor> {
        let anchors = self.anchors(name);
        match anchors {
            [] => Ok(None),
            [only] => Ok(Some(only)),
            [first, ..] if anchors.len() > MOST_COMPARED || !anchors.iter().all(|anchor| anchor.is_dynamic) => Err(first),
            [first, others @ ..] => {
                let reference = reference();
                let shared = |anchor: &Anchor| anchor.pointer.shared(&reference);
                let nearest = others.iter().fold(first, |near, other| if shared(other) > shared(near) { other } else { near });
                let is_one = anchors.iter().filter(|anchor| shared(anchor) == shared(nearest)).count() == 1;
                if is_one { Ok(Some(nearest)) } else { Err(first) }
            }
        }
    }

    /// All schemas that an anchor names.
    pub(super) fn anchors(&self, name: &str) -> &[Anchor] {
        self.anchors.get(name).map(Vec::as_slice).unwrap_or_default()
    }

    /// The anchors of which one name has several, each with the first of its name.
    fn duplicates(&self) -> impl Iterator<Item = (&str, &Anchor, &Anchor)> {
        self.anchors.iter().flat_map(|(name, anchors)| {
            let later = anchors.iter().skip(1).filter(|anchor| !(anchor.is_dynamic && anchors[0].is_dynamic));
            later.map(move |anchor| (name.as_str(), anchor, &anchors[0]))
        })
    }
}

impl Resources {
    /// Finds all resources of a file.
    pub(super) fn of(root: &Node) -> Self {
        let file = Resource { address: None, pointer: Pointer::root(), at: root.at, anchors: BTreeMap::new() };
        let mut found =
            Self { all: vec![file], by_address: BTreeMap::new(), references: BTreeMap::new(), has_dynamic_references: false };
        found.visit(root, &mut Vec::new(), 0, Keys::Keywords);
        found
    }

    /// The resource at a position.
    pub(super) fn get(&self, index: usize) -> &Resource {
        &self.all[index]
    }

    /// The position of the innermost resource around a reference.
    pub(super) fn around(&self, reference: Origin) -> usize {
        self.references.get(&reference).copied().unwrap_or_default()
    }

    /// The addresses of resources.
    pub(super) fn addresses(&self) -> impl Iterator<Item = &String> {
        self.by_address.keys()
    }

    /// Whether there is a `$dynamicRef`.
    pub(super) fn has_dynamic_references(&self) -> bool {
        self.has_dynamic_references
    }

    /// The positions of the resources with an address, which should be one.
    pub(super) fn with_address(&self, address: &str) -> &[usize] {
        self.by_address.get(address).map(Vec::as_slice).unwrap_or_default()
    }

    /// The address of another resource that has an anchor, and the anchor's schema.
    pub(super) fn having(&self, anchor: &str) -> Option<&Resource> {
        self.all.iter().find(|resource| resource.anchors.contains_key(anchor))
    }

    /// The anchors whose resource has an earlier one of the same name.
    pub(super) fn duplicates(&self) -> impl Iterator<Item = (&str, &Anchor, &Anchor)> {
        self.all.iter().flat_map(Resource::duplicates)
    }

    fn visit<'n>(&mut self, node: &'n Node, steps: &mut Vec<Step<'n>>, within: usize, keys: Keys) {
        match &node.value {
            Value::Sequence(elements) => {
                for (index, element) in elements.iter().enumerate() {
                    steps.push(Step::Index(index));
                    self.visit(element, steps, within, Keys::Keywords);
                    steps.pop();
                }
            }
            Value::Mapping(entries) => {
                let within = if keys == Keys::Keywords { self.enter(node, steps, within) } else { within };
                if let (true, Some(reference)) = (within > 0, node.get("$ref").or_else(|| node.get("$dynamicRef"))) {
                    self.references.insert(reference.at, within);
                }
                self.has_dynamic_references |= keys == Keys::Keywords && node.get("$dynamicRef").is_some();
                for (key, entry) in entries {
                    if let Some(keys) = keys.below(key) {
                        steps.push(Step::Key(key));
                        self.visit(entry, steps, within, keys);
                        steps.pop();
                    }
                }
            }
            _ => {}
        }
    }

    /// Enters the names of a schema. Returns the position of the resource that its parts belong to.
    fn enter(&mut self, node: &Node, steps: &[Step<'_>], within: usize) -> usize {
        let pointer = || steps.iter().map(Step::token).collect::<Pointer>();
        let text = |key| node.get(key).and_then(|node| Some((node.at, node.as_str()?)));
        let id = text("$id").or_else(|| text("$self").filter(|_| steps.is_empty()));
        let (address, fragment) = id.map_or(("", ""), |(_, id)| id.split_once('#').unwrap_or((id, "")));
        let within = if address.is_empty() { within } else { self.begin(address, node.at, pointer(), within) };
        let of_id = id.map(|(at, _)| (at, fragment)).filter(|(_, name)| !name.is_empty() && !name.starts_with('/'));
        let named = [(of_id, false), (text("$anchor"), false), (text("$dynamicAnchor"), true)];
        for (name, is_dynamic) in named {
            if let Some((at, name)) = name {
                let anchors = self.all[within].anchors.entry(name.to_owned()).or_default();
                anchors.push(Anchor { pointer: pointer(), at, is_dynamic });
            }
        }
        within
    }

    /// Begins a resource; the address of the file is that of its root.
    fn begin(&mut self, address: &str, at: Origin, pointer: Pointer, within: usize) -> usize {
        let address = self.all[within].join(address).unwrap_or_else(|| address.to_owned());
        let index = if pointer.tokens().is_empty() { 0 } else { self.all.len() };
        self.by_address.entry(address.clone()).or_default().push(index);
        match index {
            0 => self.all[0].address = Some(address),
            _ => self.all.push(Resource { address: Some(address), pointer, at, anchors: BTreeMap::new() }),
        }
        index
    }
}

/// What the keys of a mapping are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keys {
    /// Keywords of the specification.
    Keywords,
    /// Names that the description gives.
    Names,
}

impl Keys {
    /// What the keys below one of these keys are; nothing where there are only values, which name no schemas.
    fn below(self, key: &str) -> Option<Self> {
        match (self, key) {
            (Self::Names, _) => Some(Self::Keywords),
            (Self::Keywords, "example" | "examples" | "default" | "enum" | "const") => None,
            (
                Self::Keywords,
                "$defs" | "definitions" | "properties" | "patternProperties" | "dependentSchemas" | "schemas" | "paths"
                | "webhooks" | "pathItems" | "responses" | "parameters" | "requestBodies" | "headers" | "content" | "mediaTypes"
                | "callbacks" | "links",
            ) => Some(Self::Names),
            (Self::Keywords, _) => Some(Self::Keywords),
        }
    }
}

/// A step on the way to a value; few of the ways are ever written down.
enum Step<'n> {
    Key(&'n str),
    Index(usize),
}

impl Step<'_> {
    fn token(&self) -> String {
        match self {
            Self::Key(key) => (*key).to_owned(),
            Self::Index(index) => index.to_string(),
        }
    }
}
