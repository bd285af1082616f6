//! `ComponentKind`: what the entries of `components` are, by which a reference to the wrong one is found.

use super::reading::Reading;
use crate::diagnostic::Problem;
use crate::node::{Node, Origin};

/// What an entry of `components` is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComponentKind {
    /// A schema.
    Schema,
    /// A response.
    Response,
    /// A parameter.
    Parameter,
    /// An example.
    Example,
    /// A request body.
    RequestBody,
    /// A header.
    Header,
    /// A security scheme.
    SecurityScheme,
    /// A link.
    Link,
    /// A callback.
    Callback,
    /// A path item.
    PathItem,
    /// A media type.
    MediaType,
}

/// A kind with its name, its key in `components`, and the one at the root of a Swagger 2.0 document.
type Entry = (ComponentKind, &'static str, &'static str, &'static str);

/// All kinds.
const KINDS: [Entry; 11] = [
    (ComponentKind::Schema, "a schema", "schemas", "definitions"),
    (ComponentKind::Response, "a response", "responses", "responses"),
    (ComponentKind::Parameter, "a parameter", "parameters", "parameters"),
    (ComponentKind::Example, "an example", "examples", ""),
    (ComponentKind::RequestBody, "a request body", "requestBodies", ""),
    (ComponentKind::Header, "a header", "headers", ""),
    (ComponentKind::SecurityScheme, "a security scheme", "securitySchemes", "securityDefinitions"),
    (ComponentKind::Link, "a link", "links", ""),
    (ComponentKind::Callback, "a callback", "callbacks", ""),
    (ComponentKind::PathItem, "a path item", "pathItems", ""),
    (ComponentKind::MediaType, "a media type", "mediaTypes", ""),
];

impl ComponentKind {
    /// The kind of the entry that was written at a place; none where the place does not decide it.
    fn of(node: &Node, reading: &Reading<'_>) -> Option<Self> {
        let pointer = reading.sources.pointer(node.at);
        let kind = |key: &str, key_of: fn(&Entry) -> &str| KINDS.iter().find(|entry| key_of(entry) == key).map(|entry| entry.0);
        match pointer.tokens() {
            [components, key, _] if components == "components" => kind(key, |entry| entry.2),
            // What was the parameter of a body is a body once it is converted.
            [parameters, _] if reading.is_swagger && parameters == "parameters" && node.get("content").is_some() => {
                Some(Self::RequestBody)
            }
            [key, _] if reading.is_swagger => kind(key, |entry| entry.3),
            _ => None,
        }
    }

    fn name(self) -> &'static str {
        KINDS.iter().find(|entry| entry.0 == self).map_or("", |entry| entry.1)
    }

    /// How to refer to an entry of another kind where this one is expected.
    fn remedy(self, found: Self, reference: &str) -> Option<String> {
        use ComponentKind::{Header, MediaType, Parameter, RequestBody, Response, Schema};
        let inline = |noun: &str, rest: &str| Some(format!("write the {noun} here, {rest}"));
        let content = format!("with `content: {{application/json: {{schema: {{$ref: '{reference}'}}}}}}`");
        let schema = format!("`schema: {{$ref: '{reference}'}}`");
        match (self, found) {
            (Schema, Parameter | Header | MediaType) => Some(format!("did you mean its schema, `{reference}/schema`?")),
            (Schema, Response | RequestBody) => {
                Some("refer to the schema in its `content`, which best is one of `components/schemas`".to_owned())
            }
            (Response, Schema) => inline("response", &content),
            (RequestBody, Schema) => inline("request body", &content),
            (Parameter, Schema) => inline("parameter", &format!("with `name`, `in` and {schema}")),
            (Header, Schema) => inline("header", &format!("with {schema}")),
            (MediaType, Schema) => inline("media type", &format!("with {schema}")),
            _ => None,
        }
    }
}

impl Reading<'_> {
    /// Whether the target of a reference is of a kind, as far as its place decides; if not, that is reported.
    pub fn is_of_kind(&mut self, target: &Node, expected: ComponentKind, at: Origin, reference: &str) -> bool {
        let found = ComponentKind::of(target, self);
        let Some(found) = found.filter(|found| *found != expected) else { return true };
        // What was converted is called as it was written, where no other form has a place.
        let (reference, remedy) = match self.is_swagger {
            true => (self.sources.address(target.at), None),
            false => (reference.to_owned(), expected.remedy(found, reference)),
        };
        // A parameter says all that a header does.
        let is_readable = (expected, found) == (ComponentKind::Header, ComponentKind::Parameter);
        let (expected, found) = (expected.name(), found.name());
        self.report(at, Problem::WrongComponent { reference, expected, found, remedy, is_readable });
        is_readable
    }
}
