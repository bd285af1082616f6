//! Path items and operations: parameters part from bodies.

use super::media::MediaTypes;
use super::parameter::{Place, place};
use super::{Conversion, stated};
use crate::diagnostic::Problem;
use crate::document::ComponentKind;
use crate::node::{Mapping, Node, Value};

/// The methods of Swagger 2.0.
const METHODS: [&str; 7] = ["get", "put", "post", "delete", "options", "head", "patch"];

impl Conversion<'_> {
    pub(super) fn path_item(&mut self, node: &Node) -> Node {
        let is_one = self.is_of_kind(node, ComponentKind::PathItem);
        let Some(node) = self.in_place(node).filter(|_| is_one) else { return Node::mapping::<String>(node.at, []) };
        let Some(entries) = node.as_mapping() else { return node.clone() };
        let shared: Vec<&Node> = self.parameters(node);
        let mut item = Mapping::default();
        for (key, value) in entries {
            match key.as_str() {
                "parameters" => drop(item.insert(key.clone(), self.beside(value, &shared))),
                method if METHODS.contains(&method) => drop(item.insert(key.clone(), self.operation(method, value, &shared))),
                _ => drop(item.insert(key.clone(), value.clone())),
            }
        }
        Node::mapping(node.at, item)
    }

    fn operation(&mut self, method: &str, node: &Node, shared: &[&Node]) -> Node {
        let Some(node) = self.in_place(node) else { return Node::mapping::<String>(node.at, []) };
        let Some(entries) = node.as_mapping() else { return node.clone() };
        let mut media_types = self.media_types.clone().or_of(node, self);
        if method == "head" {
            media_types.produces = None;
        }
        let own: Vec<&Node> = self.parameters(node);
        let mut operation = Mapping::default();
        for (key, value) in entries {
            match key.as_str() {
                "consumes" | "produces" => {}
                "schemes" | "parameters" if value.value == Value::Null => {}
                "schemes" => {
                    let servers = self.servers(self.root, Some(value)).filter(|_| self.differs("schemes", value));
                    operation.extend(servers.map(|servers| ("servers".to_owned(), servers)));
                }
                "parameters" => drop(operation.insert(key.clone(), self.beside(value, &own))),
                "responses" => {
                    let responses = self.responses(value, &media_types, !entries.contains_key("produces"));
                    operation.insert(key.clone(), responses);
                }
                _ => drop(operation.insert(key.clone(), value.clone())),
            }
        }
        let inherits = !entries.contains_key("consumes");
        let body = self.request_body(node, &own, &media_types, inherits);
        let body = body.or_else(|| self.request_body(node, shared, &media_types, inherits));
        operation.extend(body.map(|body| ("requestBody".to_owned(), body)));
        Node::mapping(node.at, operation)
    }

    /// Whether an operation says something else than the document, which has hosts to say it of.
    fn differs(&self, key: &str, value: &Node) -> bool {
        let texts = |node: &Node| -> Vec<String> {
            node.as_sequence().into_iter().flatten().filter_map(Node::as_str).map(str::to_owned).collect()
        };
        self.root.get("host").is_some() && self.root.get(key).map(texts) != Some(texts(value))
    }

    /// The parameters as they are written: references still references.
    fn parameters<'n>(&mut self, node: &'n Node) -> Vec<&'n Node>
    where
        Self: 'n,
    {
        let Some(list) = stated(node, "parameters") else { return Vec::new() };
        match list.as_sequence() {
            Some(elements) => elements.iter().filter(|node| self.is_of_kind(node, ComponentKind::Parameter)).collect(),
            None => {
                self.diagnostics.report(list.at, Problem::wrong_type("a list", list));
                Vec::new()
            }
        }
    }

    /// The parameters that stay parameters.
    fn beside(&mut self, list: &Node, parameters: &[&Node]) -> Node {
        let mut beside = Vec::new();
        for written in parameters {
            let Some(parameter) = self.behind(written) else { continue };
            if place(parameter) == Place::Beside {
                let named = self.component_reference(written, "parameters");
                let parameter = named.or_else(|| self.in_place(written).map(|parameter| self.parameter(parameter)));
                beside.extend(parameter);
            }
        }
        Node::sequence(list.at, beside)
    }

    /// The parameters that are a body, or the fields of one.
    fn request_body(&mut self, operation: &Node, parameters: &[&Node], media_types: &MediaTypes, inherits: bool) -> Option<Node> {
        let mut bodies = Vec::new();
        let mut fields = Vec::new();
        for written in parameters {
            let Some(parameter) = self.behind(written) else { continue };
            match place(parameter) {
                Place::Beside => {}
                Place::Body => bodies.push((*written, parameter)),
                // The operations of a path say again what stands beside them.
                Place::Form if self.may_copy(parameter, 1, written.at) => fields.push(parameter),
                Place::Form => {}
            }
        }
        if let [(_, first), others @ ..] = bodies.as_slice() {
            for parameter in others.iter().map(|(_, parameter)| parameter).chain(&fields) {
                let name = parameter.get("name").and_then(Node::as_str).unwrap_or("body").to_owned();
                self.diagnostics.report(parameter.at, Problem::DuplicateParameter { name, first: first.at });
            }
        }
        match (bodies.first(), fields.is_empty()) {
            (Some((written, _)), _) => {
                let named = self.renamed_reference(written, "parameters", "requestBodies").filter(|_| inherits);
                named.or_else(|| self.in_place(written).map(|parameter| self.body(parameter, media_types)))
            }
            (None, false) => Some(self.form(&fields, operation.at, media_types)),
            (None, true) => None,
        }
    }
}
