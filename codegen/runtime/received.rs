//! `Received`: a response as it came, and the ways in which operations read it.

use std::sync::OnceLock;

use bytes::Bytes;
use http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use http::{HeaderMap, StatusCode};

use super::error::text_excerpt;
use super::json::read_json;
use super::reading_policy::ReadingPolicy;
use super::{Decode, DecodeError, Deviation, Deviations, Endpoint, Reading, Response};

/// A response as it came: status, headers and the whole body.
#[derive(Clone)]
pub struct Received {
    status: StatusCode,
    headers: HeaderMap,
    bytes: Bytes,
    pub(super) policy: ReadingPolicy,
    /// The deviations that were tolerated; unset until the body is read.
    deviations: OnceLock<Deviations>,
}

/// How reading a response ended other than with a success.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure<E> {
    /// The body is not what the description says.
    Decode(DecodeError),
    /// The response is an error, perhaps a documented one.
    Api(Option<E>),
}

impl Received {
    /// A response from its parts; tests make them by hand.
    pub fn new(status: StatusCode, headers: HeaderMap, bytes: impl Into<Bytes>) -> Self {
        Self { status, headers, bytes: bytes.into(), policy: ReadingPolicy::default(), deviations: OnceLock::new() }
    }

    /// The same response, read in a mode.
    #[must_use]
    pub fn reading(mut self, reading: Reading) -> Self {
        self.policy.reading = reading;
        self
    }

    /// The same response, read as a client wants it.
    pub(super) fn with_policy(mut self, policy: &ReadingPolicy) -> Self {
        self.policy = policy.clone();
        self
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The body.
    pub fn bytes(&self) -> &Bytes {
        &self.bytes
    }

    /// The deviations that were tolerated when the body was read.
    pub fn deviations(&self) -> &[Deviation] {
        self.deviations.get().map_or(&[], |deviations| deviations)
    }

    pub(super) fn set_deviations(&self, deviations: Deviations) {
        if !deviations.is_empty() {
            // Of two readings of one body, the first counts.
            _ = self.deviations.set(deviations);
        }
    }

    /// Reports the deviations to the client's hook.
    pub(super) fn report(&self, endpoint: &Endpoint) {
        if let Some(deviations) = self.deviations.get() {
            self.policy.report(endpoint, deviations);
        }
    }

    pub(super) fn into_response<T>(self, body: T) -> Response<T> {
        Response::new(body, self.status, self.headers, self.deviations.into_inner().unwrap_or_default())
    }

    /// Reads the body of a success as JSON. An empty body is null; a text that is not JSON is a JSON string.
    ///
    /// # Errors
    ///
    /// If the body is not JSON, or not what `T` says.
    pub fn json<T: Decode, E>(&self) -> Result<T, Failure<E>> {
        self.decode().map_err(Failure::Decode)
    }

    /// The body of a success as it came: perhaps compressed, as the header `content-encoding` then says.
    ///
    /// # Errors
    ///
    /// None; the signature is that of the other ways to read a response.
    pub fn binary<E>(&self) -> Result<Bytes, Failure<E>> {
        Ok(self.bytes.clone())
    }

    /// A success without a body; if there is one all the same, it is ignored.
    ///
    /// # Errors
    ///
    /// None; the signature is that of the other ways to read a response.
    pub fn empty<E>(&self) -> Result<(), Failure<E>> {
        Ok(())
    }

    /// A documented error without a body.
    ///
    /// # Errors
    ///
    /// Always.
    pub fn error<T, E>(&self, error: E) -> Result<T, Failure<E>> {
        Err(Failure::Api(Some(error)))
    }

    /// A documented error with a JSON body. If the body is something else, the error is as an undocumented one.
    ///
    /// # Errors
    ///
    /// Always.
    pub fn error_json<T, D: Decode, E>(&self, error: fn(D) -> E) -> Result<T, Failure<E>> {
        Err(Failure::Api(self.decode().ok().map(error)))
    }

    /// Whether the body is of a media type, which may be a range such as `image/*`. Parameters do not count.
    pub fn is(&self, media_type: &str) -> bool {
        let found = self.essence();
        let wanted = essence(media_type);
        match wanted.strip_suffix('*') {
            Some(range) => wanted == "*/*" || found.starts_with(range),
            None => found == wanted,
        }
    }

    /// A response with a status that the description does not list: a success is read as the documented one, anything else is
    /// an error.
    ///
    /// # Errors
    ///
    /// If the status is no success, or the body is not what the description says.
    pub fn undocumented<T, E>(&self, read: fn(&Self) -> Result<T, Failure<E>>) -> Result<T, Failure<E>> {
        if self.status.is_success() { read(self) } else { Err(Failure::Api(None)) }
    }

    /// The media type without its parameters, in lower case.
    pub(super) fn essence(&self) -> String {
        essence(&self.content_type())
    }

    /// The media type as it came.
    pub(super) fn content_type(&self) -> String {
        let value = self.headers.get(CONTENT_TYPE).map(|value| String::from_utf8_lossy(value.as_bytes()));
        value.unwrap_or_default().into_owned()
    }

    fn decode<T: Decode>(&self) -> Result<T, DecodeError> {
        if self.bytes.trim_ascii().is_empty() {
            return self.decode_nothing();
        }
        self.check_is_decoded("a JSON body")?;
        let read = read_json(&self.bytes, self.policy.reading);
        let read = match self.check_may_be_json("a JSON body") {
            Ok(()) => read.or_else(|error| self.text_for_json(error)),
            Err(error) if self.policy.reading == Reading::Strict => Err(error),
            Err(error) => read.map(|read| self.mislabelled(read)).or_else(|_| self.text_for_json(error)),
        };
        read.map(|(value, deviations)| self.with_deviations(value, deviations))
    }

    /// No body: null where null is a value, and an empty text where text was sent for one.
    #[cold]
    fn decode_nothing<T: Decode>(&self) -> Result<T, DecodeError> {
        let read = read_json(b"null", Reading::Strict);
        let read = read.or_else(|_| self.text_for_json(DecodeError::new("expected a JSON body, found an empty one")));
        read.map(|(value, deviations)| self.with_deviations(value, deviations))
    }

    /// JSON that came as something else, as servers send it that give no type themselves.
    #[cold]
    fn mislabelled<T>(&self, (value, deviations): (T, Deviations)) -> (T, Deviations) {
        let found = text_excerpt(self.essence().as_bytes());
        (value, deviations.with_body("a media type of JSON", &found))
    }

    /// A value that was read, whose deviations are kept.
    pub(super) fn with_deviations<T>(&self, value: T, deviations: Deviations) -> T {
        self.set_deviations(deviations);
        value
    }

    /// Refuses a body whose type says that it is something else, as an error page of a proxy does. A missing or vague type is no
    /// reason not to try.
    pub(super) fn check_may_be_json(&self, expected: &str) -> Result<(), DecodeError> {
        let essence = self.essence();
        if is_something_else(&essence) {
            let found = text_excerpt(essence.as_bytes());
            return Err(DecodeError::new(format!("expected {expected}, found one of type {found}")));
        }
        Ok(())
    }

    /// Refuses a body that is compressed or otherwise encoded: a transport that asks for that undoes it, too.
    pub(super) fn check_is_decoded(&self, expected: &str) -> Result<(), DecodeError> {
        let encodings = self.headers.get_all(CONTENT_ENCODING).iter().map(|value| String::from_utf8_lossy(value.as_bytes()));
        match encodings.map(|encoding| text_excerpt(encoding.as_bytes())).find(|name| !is_identity(name)) {
            Some(found) => Err(DecodeError::new(format!("expected {expected}, found one in the encoding {found}"))),
            None => Ok(()),
        }
    }
}

/// Whether this encoding changes nothing.
fn is_identity(encoding: &str) -> bool {
    encoding.is_empty() || encoding.eq_ignore_ascii_case("identity")
}

/// A media type without its parameters, in lower case.
fn essence(media_type: &str) -> String {
    media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// Whether a media type is surely not JSON.
pub(super) fn is_something_else(essence: &str) -> bool {
    let (kind, subtype) = essence.split_once('/').unwrap_or_default();
    matches!(kind, "image" | "audio" | "video" | "font" | "multipart")
        || matches!(subtype, "html" | "xml" | "css" | "csv" | "pdf" | "zip")
        || subtype.ends_with("+xml")
}

/// Shows the beginning of the body as text.
impl std::fmt::Debug for Received {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Received")
            .field("status", &self.status)
            .field("headers", &self.headers)
            .field("bytes", &format_args!("{}", text_excerpt(&self.bytes)))
            .finish()
    }
}
