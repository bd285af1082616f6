//! `ComponentKind`: what the entries of `components` are, by which a reference to the wrong one is found.

use super::reading::Reading;
use crate::diagnostic::Problem;
use crate::node::{Node, Origin};
use crate::pointer::Pointer;
use crate::source::Sources;

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
    /// The kind of the entry at a place; none where the place does not decide it.
    fn at(pointer: &Pointer, is_swagger: bool) -> Option<Self> {
        let kind = |key: &str, key_of: fn(&Entry) -> &str| KINDS.iter().find(|entry| key_of(entry) == key).map(|entry| entry.0);
        match pointer.tokens() {
            [components, key, _] if components == "components" => kind(key, |entry| entry.2),
            [key, _] if is_swagger && !key.is_empty() => kind(key, |entry| entry.3),
            _ => None,
        }
    }

    fn name(self) -> &'static str {
        KINDS.iter().find(|entry| entry.0 == self).map_or("", |entry| entry.1)
    }

    /// The problem of a reference to another kind of component, judged by where its target stands.
    pub(super) fn mismatch(self, target: &Node, reference: &str, sources: &Sources, is_swagger: bool) -> Option<Problem> {
        let found = Self::at(&sources.pointer(target.at), is_swagger).filter(|found| *found != self)?;
        Some(Problem::WrongComponent {
            reference: reference.to_owned(),
            expected: self.name(),
            found: found.name(),
            remedy: match target.get("schema") {
                Some(_) if self == Self::Schema => Some(format!("did you mean its schema, `{reference}/schema`?")),
                _ if is_swagger => None,
                _ => self.remedy(found, reference),
            },
            // A parameter says all that a header does.
            is_readable: (self, found) == (Self::Header, Self::Parameter),
        })
    }

    /// How to use a component of another kind that has no schema where this kind is expected.
    fn remedy(self, found: Self, reference: &str) -> Option<String> {
        use ComponentKind::{Header, MediaType, Parameter, RequestBody, Response, Schema};
        let inline = |noun: &str, rest: &str| Some(format!("write the {noun} here, {rest}"));
        let content = format!("with `content: {{application/json: {{schema: {{$ref: '{reference}'}}}}}}`");
        let schema = format!("`schema: {{$ref: '{reference}'}}`");
        match (self, found) {
            (Schema, Parameter | Header | Response | RequestBody) => {
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
        // A reference of Swagger 2.0 was examined before it was converted.
        let Some(problem) = expected.mismatch(target, reference, self.sources, false) else { return true };
        let is_readable = matches!(problem, Problem::WrongComponent { is_readable: true, .. });
        self.report(at, problem);
        is_readable
    }
}
