//! Responses: the schema stands below each media type that an operation produces.

use super::Conversion;
use super::media::MediaTypes;
use super::parameter::style_of_one;
use crate::diagnostic::Problem;
use crate::document::ComponentKind;
use crate::node::{Mapping, Node};

impl Conversion<'_> {
    /// One of the document's named responses.
    pub(super) fn response_component(&mut self, node: &Node) -> Node {
        let media_types = self.media_types.clone();
        self.response(node, &media_types, false)
    }

    /// The responses of an operation.
    pub(super) fn responses(&mut self, node: &Node, media_types: &MediaTypes, inherited: bool) -> Node {
        let of_errors = media_types.of_errors();
        self.each_but_extensions(node, |conversion, status, node| {
            let media_types = if status.starts_with('2') { media_types } else { &of_errors };
            let response = conversion.response(node, media_types, inherited);
            conversion.with_download(status, response, media_types)
        })
    }

    /// Adds a body to a success without a schema if the operation produces only bytes. The specification says that there is none.
    fn with_download(&mut self, status: &str, response: Node, media_types: &MediaTypes) -> Node {
        let may_have_body = status.starts_with('2') && !matches!(status, "204" | "205");
        let is_undescribed = ["content", "$ref"].iter().all(|key| response.get(key).is_none());
        let (Some(media_type), Some(entries)) = (media_types.of_bytes(), response.as_mapping()) else { return response };
        if !may_have_body || !is_undescribed {
            return response;
        }
        self.diagnostics.report_key(response.at, Problem::BodyWithoutSchema { media_type: media_type.to_owned() });
        let bytes = Node::mapping::<String>(response.at, []);
        let content = self.content(&media_types.produces, media_type, response.at, &bytes);
        Node::mapping(response.at, entries.clone().into_iter().chain([("content".to_owned(), content)]))
    }

    fn response(&mut self, node: &Node, media_types: &MediaTypes, inherited: bool) -> Node {
        if !self.is_of_kind(node, ComponentKind::Response) {
            return Node::mapping::<String>(node.at, []);
        }
        if let (true, Some(reference)) = (inherited, self.component_reference(node, "responses")) {
            return reference;
        }
        let Some(node) = self.in_place(node) else { return Node::mapping::<String>(node.at, []) };
        let Some(entries) = node.as_mapping() else { return node.clone() };
        let mut response = Mapping::default();
        for (key, value) in entries {
            match key.as_str() {
                "schema" => {
                    let content = self.response_content(value, node.get("examples"), media_types);
                    response.insert("content".to_owned(), content);
                }
                "examples" => {}
                "headers" => drop(response.insert(key.clone(), self.each(value, Self::header))),
                _ => drop(response.insert(key.clone(), value.clone())),
            }
        }
        Node::mapping(node.at, response)
    }

    fn response_content(&mut self, schema: &Node, examples: Option<&Node>, media_types: &MediaTypes) -> Node {
        let is_file = schema.get("type").and_then(Node::as_str) == Some("file");
        let usual = if is_file { "application/octet-stream" } else { "application/json" };
        let media_type = Node::mapping(schema.at, [("schema", self.schema(schema))]);
        let content = self.content(&media_types.produces, usual, schema.at, &media_type);
        let entries = content.as_mapping().into_iter().flatten().map(|(name, media_type)| {
            let example = examples.and_then(|examples| examples.get(name)).map(|example| ("example", example.clone()));
            let entries = media_type.as_mapping().into_iter().flatten().map(|(key, node)| (key.as_str(), node.clone()));
            (name.clone(), Node::mapping(media_type.at, entries.chain(example)))
        });
        Node::mapping(content.at, entries)
    }

    fn header(&mut self, node: &Node) -> Node {
        let Some(node) = self.in_place(node) else { return Node::mapping::<String>(node.at, []) };
        match node.as_mapping() {
            Some(entries) => {
                let format = entries.get("collectionFormat");
                let style = format.and_then(|format| Some(Node::text(format.at, style_of_one(format.as_str()?)?)));
                let converted = self.with_schema(node.at, entries).into_iter();
                Node::mapping(node.at, converted.chain(style.map(|style| ("style".to_owned(), style))))
            }
            None => node.clone(),
        }
    }

    /// A reference to one of the document's named things, as it is called now.
    pub(super) fn component_reference(&mut self, node: &Node, kind: &str) -> Option<Node> {
        self.renamed_reference(node, kind, kind)
    }

    /// The same for things that have moved to a list of another name.
    pub(super) fn renamed_reference(&mut self, node: &Node, from: &str, to: &str) -> Option<Node> {
        let (reference, target) = node.reference()?;
        let name = target.strip_prefix(&format!("#/{from}/")).filter(|name| !name.contains('/'))?;
        let target = self.description.find(reference.at, target)?;
        let stays = self.is_in_document(target) && target.reference().is_none();
        stays.then(|| Node::mapping(node.at, [("$ref", Node::text(reference.at, format!("#/components/{to}/{name}")))]))
    }
}
