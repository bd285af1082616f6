//! `Response` and `Status`: what an operation can answer.

use std::fmt;

use indexmap::IndexMap;

use super::header::{self, Header};
use super::lowering::Lowering;
use super::media_type::{self, MediaType};
use super::reference::Resolver;
use super::representation::{self, Format, Representation};
use super::schema::SchemaId;
use super::schemas::Schemas;
use crate::diagnostic::Problem;
use crate::document::{self, RefOr};
use crate::node::Origin;

/// What a status brings.
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    /// Where it was written.
    pub at: Origin,
    /// The status.
    pub status: Status,
    /// What it means.
    pub description: Option<String>,
    /// The headers beside the usual ones.
    pub headers: Vec<Header>,
    /// The body's representations.
    pub representations: Vec<Representation>,
    /// Whether the description no longer documents it, which an earlier client had.
    pub is_dropped: bool,
}

impl Response {
    /// A response that the description no longer documents, with JSON of a schema in it.
    pub fn dropped(at: Origin, status: Status, schema: Option<SchemaId>) -> Self {
        let json = schema.map(|schema| Representation { format: Format::Json, media_type: MediaType::json(at, schema) });
        let description = Some("The API description no longer documents this response.".to_owned());
        Self { at, status, description, headers: Vec::new(), representations: json.into_iter().collect(), is_dropped: true }
    }
}

/// A response whose representations wait for the shapes of their schemas.
pub(super) struct Draft {
    at: Origin,
    status: Status,
    description: Option<String>,
    headers: Vec<Header>,
    content: Vec<MediaType>,
}

impl Draft {
    pub(super) fn complete(self, schemas: &Schemas, resolver: &mut Resolver<'_>) -> Response {
        let Self { at, status, description, headers, content } = self;
        let representations = representation::received(content, schemas, resolver);
        Response { at, status, description, headers, representations, is_dropped: false }
    }
}

/// A key of the [Responses Object](https://spec.openapis.org/oas/v3.1.1#responses-object).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// `404`.
    Code(u16),
    /// `4XX`, by its first digit.
    Range(u8),
    /// `default`.
    Default,
}

impl Status {
    /// Reads a key: a status, a range, or `default`.
    pub fn parse(text: &str) -> Option<Self> {
        if text == "default" {
            return Some(Self::Default);
        }
        let first = text.bytes().next().filter(|digit| (b'1'..=b'5').contains(digit))?;
        match &text[1..] {
            "XX" | "xx" => Some(Self::Range(first - b'0')),
            rest if rest.len() == 2 && rest.bytes().all(|byte| byte.is_ascii_digit()) => text.parse().ok().map(Self::Code),
            _ => None,
        }
    }

    /// Whether it stands for success.
    pub fn is_success(self) -> bool {
        matches!(self, Self::Code(200..=299) | Self::Range(2))
    }

    /// Whether HTTP allows no body with this status.
    pub fn is_bodiless(self) -> bool {
        matches!(self, Self::Code(204 | 205))
    }

    /// Whether it is a redirect. `304` is not: it refers to a success that the caller already has.
    pub fn is_redirect(self) -> bool {
        self != Self::Code(304) && matches!(self, Self::Code(300..=399) | Self::Range(3))
    }

    /// Whether a response with this status is a success. A redirect is a success if no other success is documented, and `default` if
    /// neither a success nor a redirect is documented.
    pub fn is_success_among(self, documented: &[Response]) -> bool {
        let has = |is: fn(Self) -> bool| documented.iter().any(|response| is(response.status));
        match self {
            _ if self.is_success() => true,
            _ if has(Self::is_success) => false,
            Self::Default => !has(Self::is_redirect),
            _ => self.is_redirect(),
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Code(code) => write!(formatter, "{code}"),
            Self::Range(digit) => write!(formatter, "{digit}XX"),
            Self::Default => formatter.write_str("default"),
        }
    }
}

/// Resolves the responses of an operation, exact statuses first.
pub(super) fn resolve(responses: IndexMap<String, RefOr<document::Response>>, lowering: &mut Lowering<'_>) -> Vec<Draft> {
    let mut resolved: Vec<Draft> = Vec::new();
    for (key, response) in responses {
        let Some(response) = lowering.resolver.resolve(response) else { continue };
        let Some(status) = Status::parse(&key) else {
            lowering.resolver.reading.diagnostics.report_key(response.at, Problem::InvalidStatus { status: key });
            continue;
        };
        let headers = header::resolve(response.headers, lowering);
        let content = media_type::resolve(response.content, lowering);
        resolved.push(Draft { at: response.at, status, description: response.description, headers, content });
    }
    resolved.sort_by_key(|response| response.status);
    resolved
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_statuses_ranges_and_default() {
        assert_eq!(Status::parse("204"), Some(Status::Code(204)));
        assert_eq!(Status::parse("4XX"), Some(Status::Range(4)));
        assert_eq!(Status::parse("default"), Some(Status::Default));
        for text in ["", "2", "20", "2000", "6XX", "099", "2X0", "ok", "２00"] {
            assert_eq!(Status::parse(text), None, "{text}");
        }
    }
}
