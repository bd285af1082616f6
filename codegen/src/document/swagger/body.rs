//! Body and form parameters become request bodies.

use super::Conversion;
use super::media::MediaTypes;
use crate::diagnostic::Problem;
use crate::node::{Mapping, Node, Origin};

const MULTIPART: &str = "multipart/form-data";
const URL_ENCODED: &str = "application/x-www-form-urlencoded";

impl Conversion<'_> {
    /// The request body that a parameter `in: body` is.
    pub(super) fn body(&mut self, parameter: &Node, media_types: &MediaTypes) -> Node {
        let mut body = Mapping::default();
        let mut schema = Node::mapping::<String>(parameter.at, []);
        for (key, node) in parameter.as_mapping().into_iter().flatten() {
            match key.as_str() {
                "in" | "name" => {}
                "schema" => schema = self.schema(node),
                _ => drop(body.insert(key.clone(), node.clone())),
            }
        }
        let media_type = Node::mapping(schema.at, [("schema", schema.clone())]);
        let content = self.content(&media_types.consumes, "application/json", schema.at, &media_type);
        body.insert("content".to_owned(), content);
        Node::mapping(parameter.at, body)
    }

    /// The request body that parameters `in: formData` are together.
    pub(super) fn form(&mut self, parameters: &[&Node], operation: Origin, media_types: &MediaTypes) -> Node {
        let mut properties = Mapping::default();
        let mut encoding = Mapping::default();
        let mut required = Vec::new();
        let mut has_file = false;
        for parameter in parameters {
            let Some(name) = parameter.get("name").and_then(Node::as_str) else {
                self.diagnostics.report(parameter.at, Problem::MissingKey { key: "name", is_there: false });
                continue;
            };
            has_file |= parameter.get("type").and_then(Node::as_str) == Some("file");
            let (schema, written) = self.field(parameter);
            if parameter.get("required").and_then(Node::as_bool) == Some(true) {
                required.push(Node::text(parameter.at, name));
            }
            properties.insert(name.to_owned(), schema);
            encoding.extend(written.map(|written| (name.to_owned(), written)));
        }
        let is_required = !required.is_empty();
        let mut schema = Mapping::from_iter([("type".to_owned(), Node::text(operation, "object"))]);
        schema.insert("properties".to_owned(), Node::mapping(operation, properties));
        if is_required {
            schema.insert("required".to_owned(), Node::sequence(operation, required));
        }
        let consumed = |name: &str| media_types.consumes.iter().flatten().any(|(_, consumed)| consumed.starts_with(name));
        let name = if has_file || consumed(MULTIPART) && !consumed(URL_ENCODED) { MULTIPART } else { URL_ENCODED };
        let mut media_type = Mapping::from_iter([("schema".to_owned(), Node::mapping(operation, schema))]);
        if !encoding.is_empty() {
            media_type.insert("encoding".to_owned(), Node::mapping(operation, encoding));
        }
        let content = Node::mapping(operation, [(name, Node::mapping(operation, media_type))]);
        Node::mapping(operation, [("content", content), ("required", Node::boolean(operation, is_required))])
    }
}
