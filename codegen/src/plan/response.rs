//! `Arm`: what each status gives.

use super::docs::{self, Docs};
use super::name::{self, Name, Scope};
use super::{Ty, Types};
use crate::api::{self, SchemaId};
use crate::diagnostic::{Diagnostics, Problem};

/// A documented status and what it gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Arm {
    /// The status.
    pub status: Status,
    /// What it gives.
    pub outcome: Outcome,
}

/// What a status gives that has no arm.
#[derive(Clone, Debug, PartialEq)]
pub enum Fallback {
    /// `response.undocumented(runtime::Received::json)`: a success is read as the documented one is, anything else is an error.
    Undocumented(Reading),
    /// What the description says of `default`.
    Default(Outcome),
}

/// What a documented status gives.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// `response.json()` or `response.empty()`.
    Success(Reading),
    /// `response.error(ListError::BadRequest)`: a documented error without a schema.
    Error(VariantPath),
    /// `response.error_json(ListError::BadRequest)`: a documented error with one.
    ErrorJson(VariantPath),
}

/// How a response's body is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// `json`.
    Json,
    /// `empty`.
    Empty,
}

/// `ListError::BadRequest`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct VariantPath {
    /// The enum.
    pub item: Name,
    /// Its variant.
    pub variant: Name,
}

/// A status or range of the description.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// `404`.
    Code(u16),
    /// `4XX`, by its first digit: any other status of its class.
    Range(u8),
}

/// A variant of an operation's error enum.
#[derive(Clone, Debug, PartialEq)]
pub struct ErrorVariant {
    /// Docs of the variant.
    pub docs: Docs,
    /// `NotFound`.
    pub name: Name,
    /// The typed body, if the description has one.
    pub ty: Option<Ty>,
}

/// What an operation's responses come to.
pub struct Responses {
    /// The type of the body of a success.
    pub output: Ty,
    /// The `Accept` header's value.
    pub accept: Option<String>,
    /// One arm per documented status.
    pub arms: Vec<Arm>,
    /// What any other status gives.
    pub fallback: Fallback,
    /// The variants of the error enum.
    pub errors: Vec<ErrorVariant>,
}

/// Decides what each status gives. `success` replaces the schema of a success, for a variant of an operation.
pub fn plan(
    responses: &[api::Response],
    success: Option<SchemaId>,
    error: &Name,
    types: &Types<'_>,
    diagnostics: &mut Diagnostics,
) -> Responses {
    let documented = responses.iter().any(|response| response.status.is_success());
    let is_success = |status: api::Status| status.is_success() || (status == api::Status::Default && !documented);
    let mut planned = Responses {
        output: Ty::Unit,
        accept: accept(responses),
        arms: Vec::new(),
        fallback: Fallback::Undocumented(Reading::Empty),
        errors: Vec::new(),
    };
    let mut output: Option<Ty> = None;
    let mut scope = Scope::of_values();
    for response in responses {
        let body = body(response, diagnostics);
        let outcome = if is_success(response.status) {
            let body = body.map(|schema| types.with_null(success.unwrap_or(schema)));
            let reading = if body.is_some() { Reading::Json } else { Reading::Empty };
            let ty = body.unwrap_or(Ty::Unit);
            if *output.get_or_insert_with(|| ty.clone()) != ty {
                diagnostics.report(response.at, Problem::SeveralOutputs);
            }
            if response.status != api::Status::Default {
                planned.fallback = Fallback::Undocumented(reading);
            }
            Outcome::Success(reading)
        } else {
            let variant = variant(response, body.map(|schema| types.in_variant(schema)), &mut scope, diagnostics);
            let path = VariantPath { item: error.clone(), variant: variant.name.clone() };
            let outcome = if variant.ty.is_some() { Outcome::ErrorJson(path) } else { Outcome::Error(path) };
            planned.errors.push(variant);
            outcome
        };
        match status(response.status) {
            Some(status) => planned.arms.push(Arm { status, outcome }),
            None => planned.fallback = Fallback::Default(outcome),
        }
    }
    planned.output = output.unwrap_or(Ty::Unit);
    planned
}

/// The schema of a response's JSON body.
fn body(response: &api::Response, diagnostics: &mut Diagnostics) -> Option<SchemaId> {
    let json = response.content.iter().find(|media_type| media_type.is_json());
    if let (None, Some(other)) = (json, response.content.first()) {
        diagnostics.report(other.at, Problem::UnsupportedMediaType { media_type: other.name.clone() });
    }
    json?.schema
}

/// The JSON media types of all responses.
fn accept(responses: &[api::Response]) -> Option<String> {
    let mut names: Vec<&str> = Vec::new();
    for media_type in responses.iter().flat_map(|response| &response.content).filter(|media_type| media_type.is_json()) {
        if !names.contains(&media_type.name.as_str()) {
            names.push(&media_type.name);
        }
    }
    (!names.is_empty()).then(|| names.join(", "))
}

fn variant(response: &api::Response, ty: Option<Ty>, scope: &mut Scope, diagnostics: &mut Diagnostics) -> ErrorVariant {
    let status = response.status;
    let words = response.description.as_deref().map(Docs::text).unwrap_or_default();
    ErrorVariant {
        docs: words.then(Docs::sentence(format!("Status: {}.", docs::code(&status.to_string())))),
        name: scope.claim(name::variant(&word(status)), &status.to_string(), response.at, diagnostics),
        ty,
    }
}

fn status(status: api::Status) -> Option<Status> {
    match status {
        api::Status::Code(code) => Some(Status::Code(code)),
        api::Status::Range(digit) => Some(Status::Range(digit)),
        api::Status::Default => None,
    }
}

/// What a status is called: its reason phrase, as [RFC 9110](https://www.rfc-editor.org/rfc/rfc9110#section-15) gives it.
fn word(status: api::Status) -> String {
    let word = match status {
        api::Status::Code(code) => match code {
            100 => "Continue",
            101 => "SwitchingProtocols",
            300 => "MultipleChoices",
            301 => "MovedPermanently",
            302 => "Found",
            303 => "SeeOther",
            304 => "NotModified",
            307 => "TemporaryRedirect",
            308 => "PermanentRedirect",
            400 => "BadRequest",
            401 => "Unauthorized",
            402 => "PaymentRequired",
            403 => "Forbidden",
            404 => "NotFound",
            405 => "MethodNotAllowed",
            406 => "NotAcceptable",
            407 => "ProxyAuthenticationRequired",
            408 => "RequestTimeout",
            409 => "Conflict",
            410 => "Gone",
            411 => "LengthRequired",
            412 => "PreconditionFailed",
            413 => "ContentTooLarge",
            414 => "UriTooLong",
            415 => "UnsupportedMediaType",
            416 => "RangeNotSatisfiable",
            417 => "ExpectationFailed",
            421 => "MisdirectedRequest",
            422 => "UnprocessableContent",
            423 => "Locked",
            424 => "FailedDependency",
            425 => "TooEarly",
            426 => "UpgradeRequired",
            428 => "PreconditionRequired",
            429 => "TooManyRequests",
            431 => "RequestHeaderFieldsTooLarge",
            451 => "UnavailableForLegalReasons",
            500 => "InternalServerError",
            501 => "NotImplemented",
            502 => "BadGateway",
            503 => "ServiceUnavailable",
            504 => "GatewayTimeout",
            505 => "HttpVersionNotSupported",
            507 => "InsufficientStorage",
            511 => "NetworkAuthenticationRequired",
            _ => return format!("Status{code}"),
        },
        api::Status::Range(1) => "Informational",
        api::Status::Range(3) => "Redirection",
        api::Status::Range(4) => "ClientError",
        api::Status::Range(5) => "ServerError",
        api::Status::Range(_) | api::Status::Default => "Default",
    };
    word.to_owned()
}
