//! Parameters: what says the type becomes a schema, and `collectionFormat` a style.

use super::{Conversion, stated};
use crate::diagnostic::Problem;
use crate::document::value_labels;
use crate::node::{Mapping, Node, Origin};

/// The keys of a parameter, a header or a list's items that a schema has from 3.0 on.
const OF_SCHEMA: [&str; 20] = [
    "type",
    "format",
    "items",
    "default",
    "enum",
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "multipleOf",
    "x-nullable",
    "properties",
    "additionalProperties",
    "allOf",
];

/// Whether a key of a parameter, a header or a list's items is one of its schema from 3.0 on.
fn is_of_schema(key: &str) -> bool {
    OF_SCHEMA.contains(&key) || value_labels::KEYS.contains(&key)
}

/// The ways to write a list in a query or form.
const FORMATS: &[&str] = &["csv", "ssv", "tsv", "pipes", "multi"];

/// The ways to write a list elsewhere.
const FORMATS_OF_ONE: &[&str] = &["csv", "ssv", "tsv", "pipes"];

/// The key for the formats of lists in a list, a word of our own: from 3.0 on such lists have no form.
const INNER_FORMATS: &str = "collectionFormats";

/// Where a parameter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// It stays a parameter.
    Beside,
    /// It is the body.
    Body,
    /// It is a field of the body.
    Form,
}

/// Where a parameter goes, by its `in`.
pub(super) fn place(parameter: &Node) -> Place {
    match parameter.get("in").and_then(Node::as_str) {
        Some("body") => Place::Body,
        Some("formData") => Place::Form,
        _ => Place::Beside,
    }
}

impl Conversion<'_> {
    /// The named parameters; those that are bodies become request bodies.
    pub(super) fn parameter_components(&mut self, node: &Node, components: &mut Mapping) {
        let Some(entries) = node.as_mapping() else { return };
        let mut parameters = Mapping::default();
        let mut bodies = Mapping::default();
        for (name, parameter) in entries {
            let Some(parameter) = self.behind(parameter) else { continue };
            match place(parameter) {
                Place::Beside => drop(parameters.insert(name.clone(), self.parameter(parameter))),
                Place::Body => {
                    let media_types = self.media_types.clone();
                    bodies.insert(name.clone(), self.body(parameter, &media_types));
                }
                // Each operation gathers its own.
                Place::Form => {}
            }
        }
        for (key, entries) in [("parameters", parameters), ("requestBodies", bodies)] {
            if !entries.is_empty() {
                components.insert(key.to_owned(), Node::mapping(node.at, entries));
            }
        }
    }

    /// A parameter that stays one.
    pub(super) fn parameter(&mut self, node: &Node) -> Node {
        let Some(entries) = node.as_mapping() else { return node.clone() };
        let mut converted = self.with_schema(node.at, entries);
        let location = node.get("in").and_then(Node::as_str).unwrap_or_default();
        let is_list = node.get("type").and_then(Node::as_str) == Some("array");
        if !is_list {
            return Node::mapping(node.at, converted);
        }
        let is_pair = matches!(location, "query" | "cookie");
        let format = self.list_format(node, if is_pair { FORMATS } else { FORMATS_OF_ONE });
        let explode = Node::boolean(format.at, format.word == Some("multi"));
        let style = format.word.and_then(if is_pair { style } else { style_of_one });
        converted.extend(style.map(|style| ("style".to_owned(), Node::text(format.at, style))));
        converted.insert("explode".to_owned(), explode);
        converted.extend(self.inner_formats(node).map(|formats| (INNER_FORMATS.to_owned(), formats)));
        Node::mapping(node.at, converted)
    }

    /// How the lists in a list are written, level by level, if there are any.
    fn inner_formats(&mut self, parameter: &Node) -> Option<Node> {
        let mut formats = Vec::new();
        let mut list = parameter.get("items");
        while let Some(items) = list.filter(|items| items.get("type").and_then(Node::as_str) == Some("array")) {
            let format = items.get("collectionFormat");
            let word = format.and_then(Node::as_str).filter(|word| FORMATS_OF_ONE.contains(word));
            if let (Some(format), None) = (format, word) {
                let (what, instead) = ("this `collectionFormat` of a list in a list", "commas separate its items");
                self.diagnostics.report(format.at, Problem::Unsupported { what, instead });
            }
            formats.push(Node::text(format.map_or(items.at, |format| format.at), word.unwrap_or("csv")));
            list = items.get("items");
        }
        (!formats.is_empty()).then(|| Node::sequence(parameter.at, formats))
    }

    /// How a list is written; a format that its place does not have is reported.
    fn list_format<'n>(&mut self, parameter: &'n Node, known: &'static [&'static str]) -> ListFormat<'n> {
        let format = stated(parameter, "collectionFormat");
        let at = format.map_or(parameter.at, |format| format.at);
        let word = format.map_or(Some("csv"), Node::as_str).filter(|word| known.contains(word));
        if word.is_none() {
            let name = parameter.get("name").and_then(Node::as_str).unwrap_or_default().to_owned();
            self.diagnostics.report(at, Problem::MisplacedStyle { name, known });
        }
        ListFormat { at, word }
    }

    /// The entries of a parameter or header, those that say the type in a schema.
    pub(super) fn with_schema(&mut self, at: Origin, entries: &Mapping) -> Mapping {
        let (of_schema, mut rest): (Mapping, Mapping) =
            entries.iter().map(|(key, node)| (key.clone(), node.clone())).partition(|(key, _)| is_of_schema(key));
        rest.shift_remove("collectionFormat");
        if let Some(schema) = rest.shift_remove("schema") {
            rest.insert("schema".to_owned(), self.schema(&schema));
        } else if !of_schema.is_empty() {
            let schema = self.type_of(at, of_schema);
            rest.insert("schema".to_owned(), schema);
        }
        rest
    }

    /// The schema that a parameter's own keywords say. It stands where its type does, for the parameter stands at its own place.
    fn type_of(&mut self, at: Origin, entries: Mapping) -> Node {
        let first = entries.get("type").or_else(|| entries.values().next()).map_or(at, |node| node.at);
        self.schema(&Node::mapping(first, entries))
    }

    /// The schema of a field of a form, and how a list in it is written.
    pub(super) fn field(&mut self, parameter: &Node) -> (Node, Option<Node>) {
        let entries = parameter.as_mapping().cloned().unwrap_or_default();
        let of_schema = |key: &str| is_of_schema(key) || matches!(key, "description" | "x-deprecated" | "x-clientsmith");
        let of_schema: Mapping = entries.into_iter().filter(|(key, _)| of_schema(key)).collect();
        let schema = match parameter.get("schema") {
            Some(schema) => self.schema(schema),
            None => self.type_of(parameter.at, of_schema),
        };
        let kind = schema.get("type").and_then(Node::as_str);
        // Any text of a form may be empty; of any other value OpenAPI 3 has no way to say so.
        if let Some(key) = parameter.get("allowEmptyValue").filter(|key| key.as_bool() == Some(true) && kind != Some("string")) {
            self.diagnostics.report(key.at, Problem::NotExpressed { keyword: "allowEmptyValue" });
        }
        if kind != Some("array") {
            return (schema, None);
        }
        let ListFormat { at, word } = self.list_format(parameter, FORMATS);
        let inner = self.inner_formats(parameter).map(|formats| (INNER_FORMATS, formats));
        let encoding = word.and_then(style).map(|style| {
            let entries = [("style", Node::text(at, style)), ("explode", Node::boolean(at, word == Some("multi")))];
            Node::mapping(at, entries.into_iter().chain(inner))
        });
        (schema, encoding)
    }
}

/// `collectionFormat`.
struct ListFormat<'n> {
    at: Origin,
    /// One that its place has.
    word: Option<&'n str>,
}

/// The style of a list elsewhere: from 3.0 on there are only commas, so that these are words of our own.
pub(super) fn style_of_one(format: &str) -> Option<&'static str> {
    FORMATS_OF_ONE.iter().copied().find(|known| *known == format && format != "csv")
}

/// The style of a list in a query or form; OpenAPI has no word of its own for tabs.
fn style(format: &str) -> Option<&'static str> {
    Some(match format {
        "csv" | "multi" => "form",
        "ssv" => "spaceDelimited",
        "tsv" => "tabDelimited",
        "pipes" => "pipeDelimited",
        _ => return None,
    })
}
