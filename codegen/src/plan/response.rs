//! `Arm`: what each status gives.

use super::docs::{self, Docs};
use super::name::{self, Name};
use super::representation::{self, Format, Representation};
use super::scope::Scope;
use super::{Ty, Types};
use crate::api::{self, Api, SchemaId};
use crate::diagnostic::{Diagnostics, Problem};

/// A documented status and what it gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Arm {
    /// The status.
    pub status: Status,
    /// The media type that it is about, where the same status has others: `if response.is("text/csv")`.
    pub media_type: Option<String>,
    /// What it gives.
    pub outcome: Outcome,
}

/// What a status gives that has no arm.
#[derive(Clone, Debug, PartialEq)]
pub enum Fallback {
    /// `response.undocumented(runtime::Received::json)`: a success is read as the documented one is, anything else is an error.
    Undocumented(Success),
    /// What the description says of `default`.
    Default(Outcome),
}

/// What a documented status gives.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// A success.
    Success(Success),
    /// `response.error(ListError::BadRequest)`: a documented error without a schema.
    Error(VariantPath),
    /// `response.error_json(ListError::BadRequest)`: a documented error with one.
    ErrorJson(VariantPath),
    /// `response.error_text(ListError::BadRequest)`: a documented error whose body is text.
    ErrorText(VariantPath),
}

/// How a success is read: `response.json()`, or `response.json().map(GetOutput::Ok)`.
#[derive(Clone, Debug, PartialEq)]
pub struct Success {
    /// How the body is read.
    pub reading: Reading,
    /// The variant of the output that holds it, where successes differ.
    pub variant: Option<VariantPath>,
}

/// How a response's body is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// `json`.
    Json,
    /// `text`.
    Text,
    /// `binary`.
    Binary,
    /// `events`: all events of an event stream with JSON in them.
    Events,
    /// `text_events`: the same, with text in them.
    TextEvents,
    /// `json_lines`: the JSON values in all lines.
    Lines,
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

/// A variant of an operation's error or output enum.
#[derive(Clone, Debug, PartialEq)]
pub struct StatusVariant {
    /// Docs of the variant.
    pub docs: Docs,
    /// `NotFound`.
    pub name: Name,
    /// The body, if the description has one.
    pub ty: Option<Ty>,
}

/// The enum of successes that differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Output {
    /// `GetOutput`.
    pub name: Name,
    /// Docs of the enum.
    pub docs: Docs,
    /// One variant per status, or per body where a status has several.
    pub variants: Vec<StatusVariant>,
}

/// A way to take the body of a success as it comes: `.stream()`.
#[derive(Clone, Debug, PartialEq)]
pub struct Streaming {
    /// What the stream is made of.
    pub kind: StreamKind,
    /// The `Accept` header's value.
    pub accept: String,
    /// Whether `.await` gives the stream, too: no success has a body that ends for sure.
    pub is_awaited: bool,
}

/// What a stream is made of.
#[derive(Clone, Debug, PartialEq)]
pub enum StreamKind {
    /// `runtime::EventStream<T>`, with JSON in the events.
    Events(Ty),
    /// `runtime::EventStream<String>`.
    TextEvents,
    /// `runtime::LineStream<T>`.
    Lines(Ty),
    /// `runtime::Download`.
    Bytes,
}

/// What an operation's responses come to.
pub struct Responses {
    /// The type of the body of a success.
    pub output: Ty,
    /// The enum that it is, where successes differ.
    pub output_enum: Option<Output>,
    /// The `Accept` header's value.
    pub accept: Option<String>,
    /// How the body can be taken as it comes.
    pub streaming: Option<Streaming>,
    /// One arm per documented status and body.
    pub arms: Vec<Arm>,
    /// What any other status gives.
    pub fallback: Fallback,
    /// The variants of the error enum.
    pub errors: Vec<StatusVariant>,
}

/// What deciding responses needs to know of their operation.
pub struct Call<'a> {
    /// The method; an answer to `HEAD` has no body, whatever is described.
    pub method: &'a str,
    /// `GET /pets`, in backticks.
    pub origin: &'a str,
    /// Replaces the schema of a success, for a variant of the operation.
    pub success: Option<SchemaId>,
    /// What the output enum is to be called.
    pub output: &'a Name,
    /// The error enum.
    pub error: &'a Name,
}

/// Decides what each status gives.
pub fn plan(
    responses: &[api::Response],
    call: &Call<'_>,
    api: &Api,
    types: &Types<'_>,
    diagnostics: &mut Diagnostics,
) -> Responses {
    let documented = responses.iter().any(|response| response.status.is_success());
    let is_success = |status: api::Status| status.is_success() || (status == api::Status::Default && !documented);
    let mut successes = Vec::new();
    let mut errors = Errors { arms: Vec::new(), default: None, variants: Vec::new(), scope: Scope::of_values() };
    for response in responses {
        if is_success(response.status) {
            successes.extend(bodies(response, call, api, types, diagnostics));
        }
        if !response.status.is_success() {
            errors.add(response, call.error, api, types, diagnostics);
        }
    }
    let accept = accept(&successes, responses, api);
    let streaming = streaming(&successes);
    // A body that comes as a stream has a way of its own; it is no alternative to one that comes at once.
    if successes.iter().any(|success| !success.is_streamed()) {
        successes.retain(|success| !success.is_streamed());
    }
    let output_enum = output_enum(&mut successes, call, types, diagnostics);
    let output = match &output_enum {
        Some(output) => Ty::Local(output.name.clone()),
        None => successes.first().map_or(Ty::Unit, |success| success.ty.clone()),
    };
    let plain = successes.iter().find(|success| !success.guarded);
    let undocumented = plain.map_or(Success { reading: Reading::Empty, variant: None }, Body::success);
    let mut arms: Vec<Arm> = successes.iter().map(Body::arm).collect();
    arms.extend(errors.arms);
    let fallback = errors.default.unwrap_or(Fallback::Undocumented(undocumented));
    Responses { output, output_enum, accept, streaming, arms, fallback, errors: errors.variants }
}

/// A body of a success.
struct Body<'a> {
    response: &'a api::Response,
    /// The description's media type, unless there is no body.
    media_type: Option<&'a str>,
    /// Whether only the media type tells it from another body of the same status.
    guarded: bool,
    schema: Option<SchemaId>,
    reading: Reading,
    ty: Ty,
    variant: Option<VariantPath>,
}

/// The bodies of a success; the last one is what a response without a known media type is taken for.
fn bodies<'a>(
    response: &'a api::Response,
    call: &Call<'_>,
    api: &Api,
    types: &Types<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Body<'a>> {
    let empty =
        Body { response, media_type: None, guarded: false, schema: None, reading: Reading::Empty, ty: Ty::Unit, variant: None };
    let is_bodiless = call.method == "HEAD" || matches!(response.status, api::Status::Code(204 | 205));
    if is_bodiless && !response.content.is_empty() {
        let instead = "the response is taken as empty, as HTTP says";
        diagnostics.report(response.at, Problem::Unsupported { what: "a body where HTTP allows none", instead });
    }
    let representations = if is_bodiless { Vec::new() } else { representation::of(&response.content, &api.schemas) };
    let mut bodies: Vec<Body<'a>> = Vec::new();
    for representation in representations {
        let (reading, schema, ty) = body(&representation, call, api, types);
        let known = bodies.iter().any(|body| body.reading == reading && body.ty == ty);
        if !known {
            let media_type = Some(representation.media_type.name.as_str());
            bodies.push(Body { response, media_type, guarded: true, schema, reading, ty, variant: None });
        }
    }
    if bodies.is_empty() {
        bodies.push(empty);
    }
    let streamed = bodies.iter().filter(|body| body.is_streamed()).count();
    let is_streamed_alone = streamed == bodies.len();
    // The first body comes last, as what anything unknown is taken for.
    let first = bodies.iter().position(|body| is_streamed_alone || !body.is_streamed()).unwrap_or_default();
    let mut first = bodies.remove(first);
    first.guarded = false;
    bodies.push(first);
    bodies
}

fn body(representation: &Representation<'_>, call: &Call<'_>, api: &Api, types: &Types<'_>) -> (Reading, Option<SchemaId>, Ty) {
    let schema = representation.schema(&api.schemas);
    let list = |ty: Ty| Ty::Vec(Box::new(ty));
    match (representation.format, schema) {
        (Format::Json, Some(schema)) => {
            let schema = call.success.unwrap_or(schema);
            (Reading::Json, Some(schema), types.with_null(schema))
        }
        (Format::Json, None) => (Reading::Empty, None, Ty::Unit),
        (Format::Text | Format::Form, _) => (Reading::Text, None, Ty::String),
        (Format::Binary | Format::Multipart, _) => (Reading::Binary, None, Ty::Bytes),
        (Format::Lines, schema) => (Reading::Lines, None, list(schema.map_or(Ty::Json, |schema| types.with_null(schema)))),
        (Format::Events, schema) => match schema.map(|schema| types.with_null(schema)) {
            None | Some(Ty::String) => (Reading::TextEvents, None, list(Ty::Event(Box::new(Ty::String)))),
            Some(ty) => (Reading::Events, None, list(Ty::Event(Box::new(ty)))),
        },
    }
}

impl Body<'_> {
    /// Whether it may never end.
    fn is_streamed(&self) -> bool {
        matches!(self.reading, Reading::Events | Reading::TextEvents | Reading::Lines)
    }

    fn success(&self) -> Success {
        Success { reading: self.reading, variant: self.variant.clone() }
    }

    fn arm(&self) -> Arm {
        let media_type = self.media_type.filter(|_| self.guarded).map(str::to_owned);
        let status = status(self.response.status).unwrap_or(Status::Range(2));
        Arm { status, media_type, outcome: Outcome::Success(self.success()) }
    }
}

/// The enum of successes, where they differ; each body is told its variant.
fn output_enum(successes: &mut [Body<'_>], call: &Call<'_>, types: &Types<'_>, diagnostics: &mut Diagnostics) -> Option<Output> {
    let first = successes.first()?.ty.clone();
    if successes.iter().all(|success| success.ty == first) {
        return None;
    }
    let mut scope = Scope::of_values();
    let mut variants: Vec<StatusVariant> = Vec::new();
    let mut order: Vec<usize> = (0..successes.len()).collect();
    order.sort_by_key(|index| (successes[*index].response.status, successes[*index].guarded));
    for index in order {
        let success = &successes[index];
        let response = success.response;
        let shares_status = successes.iter().filter(|other| other.response.status == response.status).count() > 1;
        let word = match success.media_type.filter(|_| shares_status) {
            Some(media_type) => format!("{} {}", word(response.status), media_word(media_type)),
            None => word(response.status),
        };
        let words = response.description.as_deref().map(Docs::text).unwrap_or_default();
        let origin = match success.media_type.filter(|_| shares_status) {
            Some(media_type) => format!("Status: `{}`, {}.", response.status, docs::code(media_type)),
            None => format!("Status: `{}`.", response.status),
        };
        let name = scope.claim(name::variant(&word), &word, response.at, diagnostics);
        let ty = match (success.schema, &success.ty) {
            (_, Ty::Unit) => None,
            (Some(schema), _) => Some(types.in_variant(schema)),
            (None, ty) => Some(ty.clone()),
        };
        variants.push(StatusVariant { docs: words.then(Docs::sentence(origin)), name: name.clone(), ty });
        successes[index].variant = Some(VariantPath { item: call.output.clone(), variant: name });
    }
    let docs = Docs::sentence(format!("Successes that the description documents for {}.", call.origin));
    Some(Output { name: call.output.clone(), docs, variants })
}

/// How the body of a success can be taken as it comes.
fn streaming(successes: &[Body<'_>]) -> Option<Streaming> {
    let is_awaited = successes.iter().all(Body::is_streamed);
    let streamed = successes.iter().find(|success| success.is_streamed());
    let bytes = || successes.iter().find(|success| matches!(success.reading, Reading::Binary | Reading::Text));
    let success = streamed.or_else(bytes)?;
    let kind = match (success.reading, &success.ty) {
        (Reading::TextEvents, _) => StreamKind::TextEvents,
        (Reading::Events, Ty::Vec(event)) => match &**event {
            Ty::Event(data) => StreamKind::Events((**data).clone()),
            other => StreamKind::Events(other.clone()),
        },
        (Reading::Lines, Ty::Vec(item)) => StreamKind::Lines((**item).clone()),
        _ => StreamKind::Bytes,
    };
    Some(Streaming { kind, accept: success.media_type.unwrap_or("*/*").to_owned(), is_awaited })
}

/// The arms and variants of errors.
struct Errors {
    arms: Vec<Arm>,
    default: Option<Fallback>,
    variants: Vec<StatusVariant>,
    scope: Scope,
}

impl Errors {
    fn add(&mut self, response: &api::Response, error: &Name, api: &Api, types: &Types<'_>, diagnostics: &mut Diagnostics) {
        let representations = representation::of(&response.content, &api.schemas);
        let typed = |format: Format| representations.iter().find(|representation| representation.format == format);
        let json = typed(Format::Json).and_then(|json| json.media_type.schema);
        let ty = match json {
            Some(schema) => Some(types.in_variant(schema)),
            None => typed(Format::Text).map(|_| Ty::String),
        };
        let variant = self.variant(response, ty, diagnostics);
        let path = VariantPath { item: error.clone(), variant: variant.name.clone() };
        let outcome = match (json, &variant.ty) {
            (Some(_), _) => Outcome::ErrorJson(path),
            (None, Some(_)) => Outcome::ErrorText(path),
            (None, None) => Outcome::Error(path),
        };
        self.variants.push(variant);
        match status(response.status) {
            Some(status) => self.arms.push(Arm { status, media_type: None, outcome }),
            None => self.default = Some(Fallback::Default(outcome)),
        }
    }

    fn variant(&mut self, response: &api::Response, ty: Option<Ty>, diagnostics: &mut Diagnostics) -> StatusVariant {
        let status = response.status;
        let words = response.description.as_deref().map(Docs::text).unwrap_or_default();
        StatusVariant {
            docs: words.then(Docs::sentence(format!("Status: {}.", docs::code(&status.to_string())))),
            name: self.scope.claim(name::variant(&word(status)), &status.to_string(), response.at, diagnostics),
            ty,
        }
    }
}

/// The media types of successes, and the JSON ones of errors.
fn accept(successes: &[Body<'_>], responses: &[api::Response], api: &Api) -> Option<String> {
    let is_streamed_alone = successes.iter().all(Body::is_streamed);
    let mut names: Vec<&str> = Vec::new();
    for response in responses {
        let is_success = successes.iter().any(|success| success.response.status == response.status);
        for representation in representation::of(&response.content, &api.schemas) {
            let is_streamed = matches!(representation.format, Format::Events | Format::Lines);
            let is_read = if is_success { is_streamed_alone || !is_streamed } else { representation.format == Format::Json };
            let name = representation.media_type.name.as_str();
            if is_read && !names.contains(&name) {
                names.push(name);
            }
        }
    }
    (!names.is_empty()).then(|| names.join(", "))
}

/// What a media type is called, where several stand side by side.
pub fn media_word(media_type: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    match essence.as_str() {
        "application/json" => "Json".to_owned(),
        "text/plain" => "Text".to_owned(),
        "application/octet-stream" => "Bytes".to_owned(),
        "application/x-www-form-urlencoded" => "Form".to_owned(),
        "multipart/form-data" => "Multipart".to_owned(),
        "text/event-stream" => "Events".to_owned(),
        "*/*" | "application/*" | "*" => "Other".to_owned(),
        other => other.strip_suffix("/*").or(other.split_once('/').map(|(_, subtype)| subtype)).unwrap_or(other).to_owned(),
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
            200 => "Ok",
            201 => "Created",
            202 => "Accepted",
            203 => "NonAuthoritativeInformation",
            204 => "NoContent",
            205 => "ResetContent",
            206 => "PartialContent",
            207 => "MultiStatus",
            208 => "AlreadyReported",
            226 => "ImUsed",
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
        api::Status::Range(2) => "Success",
        api::Status::Range(3) => "Redirection",
        api::Status::Range(4) => "ClientError",
        api::Status::Range(5) => "ServerError",
        api::Status::Range(_) | api::Status::Default => "Default",
    };
    word.to_owned()
}
