//! Swagger 2.0 becomes OpenAPI 3.0, value by value: each keeps the place that it was written at.
//!
//! Mirrors the [Swagger Object](https://spec.openapis.org/oas/v2.0.html#swagger-object).

mod body;
mod media;
mod operation;
mod parameter;
mod response;
mod schema;
mod security_scheme;
mod server;

use std::collections::BTreeMap;

use self::media::MediaTypes;
use super::ComponentKind;
use crate::diagnostic::{Diagnostics, Problem};
use crate::node::{Mapping, Node, Origin, Value};
use crate::source::{Copies, Description, FileId};

/// Whether a document is written for Swagger 2.0.
pub fn is_swagger(root: &Node) -> bool {
    root.get("openapi").is_none() && root.get("swagger").is_some()
}

/// The description with its document, and whatever that refers to, in the words of OpenAPI 3.0.
pub fn convert(description: &Description, root: &Node, diagnostics: &mut Diagnostics) -> Description {
    let mut conversion = Conversion {
        description,
        root,
        media_types: MediaTypes::default(),
        schemas: BTreeMap::new(),
        pending: Vec::new(),
        copies: Copies::of(description.sources()),
        diagnostics,
    };
    let converted = conversion.document();
    conversion.convert_pending();
    let files = conversion.files();
    description.clone().with_roots(conversion.with_moved_references(converted, files))
}

/// The value under a key, unless it is `null`, which says nothing.
fn stated<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    node.get(key).filter(|value| value.value != Value::Null)
}

/// A document on its way.
struct Conversion<'a> {
    description: &'a Description,
    root: &'a Node,
    /// What operations consume and produce unless they say otherwise.
    media_types: MediaTypes,
    /// The schemas of other files that references have led to, converted.
    schemas: BTreeMap<Origin, Node>,
    /// Those that are still to be converted.
    pending: Vec<&'a Node>,
    /// How much may still be said where it is not written.
    copies: Copies,
    diagnostics: &'a mut Diagnostics,
}

/// The version of a document that has been converted.
pub(super) const CONVERTED: &str = "3.0.3";

/// Where OpenAPI 3.0 keeps what the root of a Swagger document does.
const DEFINITIONS: &str = "definitions";

impl<'a> Conversion<'a> {
    fn document(&mut self) -> Node {
        let root = self.root;
        self.media_types = MediaTypes::default().or_of(root, self);
        let mut entries = Mapping::default();
        let mut components = Mapping::default();
        let servers = self.servers(root, None);
        for (key, node) in root.as_mapping().into_iter().flatten() {
            match key.as_str() {
                "swagger" => drop(entries.insert("openapi".to_owned(), self.version(node))),
                "host" | "basePath" | "schemes" | "consumes" | "produces" => {}
                DEFINITIONS => drop(components.insert("schemas".to_owned(), self.each(node, Self::schema))),
                "parameters" => self.parameter_components(node, &mut components),
                "responses" => drop(components.insert("responses".to_owned(), self.each(node, Self::response_component))),
                "securityDefinitions" => {
                    drop(components.insert("securitySchemes".to_owned(), self.each(node, Self::security_scheme)))
                }
                "paths" => drop(
                    entries.insert(key.clone(), self.each_but_extensions(node, |conversion, _, node| conversion.path_item(node))),
                ),
                _ => drop(entries.insert(key.clone(), node.clone())),
            }
        }
        entries.extend(servers.map(|servers| ("servers".to_owned(), servers)));
        if !components.is_empty() {
            entries.insert("components".to_owned(), Node::mapping(root.at, components));
        }
        Node::mapping(root.at, entries)
    }

    fn version(&mut self, node: &Node) -> Node {
        let text = match node.as_str() {
            Some(text) => Some(text),
            None => self.description.sources().scalar_text(node.at),
        };
        match text {
            Some("2.0") => Node::text(node.at, CONVERTED),
            other => Node::text(node.at, other.filter(|other| *other != CONVERTED).unwrap_or_default()),
        }
    }

    /// Converts each entry of a mapping.
    fn each(&mut self, node: &Node, convert: impl Fn(&mut Self, &Node) -> Node) -> Node {
        self.entries(node, |_| true, |conversion, _, node| convert(conversion, node))
    }

    /// Converts each entry of a mapping in which the specification allows extensions, by its key.
    fn each_but_extensions(&mut self, node: &Node, convert: impl Fn(&mut Self, &str, &Node) -> Node) -> Node {
        self.entries(node, |key| !key.starts_with("x-"), convert)
    }

    fn entries(&mut self, node: &Node, wanted: fn(&str) -> bool, convert: impl Fn(&mut Self, &str, &Node) -> Node) -> Node {
        let Some(node) = self.in_place(node) else { return Node::mapping::<String>(node.at, []) };
        let Some(entries) = node.as_mapping() else { return node.clone() };
        let entries = entries.iter().map(|(key, node)| {
            let node = if wanted(key) { convert(self, key, node) } else { node.clone() };
            (key.clone(), node)
        });
        let entries: Vec<_> = entries.collect();
        Node::mapping(node.at, entries)
    }

    /// The value itself, or the one that a reference in its place leads to.
    fn behind<'n>(&mut self, node: &'n Node) -> Option<&'n Node>
    where
        'a: 'n,
    {
        self.description.behind(node, self.diagnostics)
    }

    /// Whether a value may be said a number of times more than it is written. Once it may not, nothing may.
    fn may_copy(&mut self, node: &Node, count: usize, at: Origin) -> bool {
        count == 0 || self.copies.may_take(node, count, at, self.diagnostics)
    }

    /// The value that is to be said in place of a reference; nothing, once too much was.
    fn in_place<'n>(&mut self, node: &'n Node) -> Option<&'n Node>
    where
        'a: 'n,
    {
        let found = self.behind(node)?;
        let is_copy = node.reference().is_some();
        (!is_copy || self.may_copy(found, 1, node.at)).then_some(found)
    }

    /// Whether a value may be one of a kind; a reference to another kind is reported.
    fn is_of_kind(&mut self, node: &Node, kind: ComponentKind) -> bool {
        let Some((reference, text)) = node.reference() else { return true };
        let target = self.description.find(reference.at, text);
        let problem = target.and_then(|target| kind.mismatch(target, text, self.description.sources(), true));
        let is_of_kind = problem.is_none();
        problem.into_iter().for_each(|problem| self.diagnostics.report(reference.at, problem));
        is_of_kind
    }

    /// Whether a value is in the document itself, by what its file says or an overlay.
    fn is_in_document(&self, target: &Node) -> bool {
        self.description.is_of_main_file(target.at)
    }

    /// The texts of a list.
    fn texts(&mut self, node: &Node) -> Vec<(Origin, String)> {
        let Some(node) = self.behind(node) else { return Vec::new() };
        let Some(elements) = node.as_sequence() else {
            self.diagnostics.report(node.at, Problem::wrong_type("a list", node));
            return Vec::new();
        };
        elements.iter().filter_map(|element| Some((element.at, element.as_str()?.to_owned()))).collect()
    }

    /// The other files that schemas have been taken from, with these converted.
    fn files(&mut self) -> Vec<Node> {
        let sources = self.description.sources();
        let mut roots: BTreeMap<FileId, &Node> = BTreeMap::new();
        for at in self.schemas.keys() {
            let root = || self.description.find(*at, "#");
            if let (false, Some(root)) = (roots.contains_key(&sources.file(*at)), root()) {
                roots.insert(sources.file(*at), root);
            }
        }
        roots.into_values().map(|root| self.replaced(root)).collect()
    }

    fn replaced(&self, node: &Node) -> Node {
        match (self.schemas.get(&node.at), &node.value) {
            (Some(schema), _) => schema.clone(),
            (_, Value::Mapping(entries)) => {
                Node::mapping(node.at, entries.iter().map(|(key, node)| (key.clone(), self.replaced(node))))
            }
            (_, Value::Sequence(elements)) => Node::sequence(node.at, elements.iter().map(|node| self.replaced(node)).collect()),
            _ => node.clone(),
        }
    }
}
