//! Bodies of text: as they are, and as the single values that they hold.

use super::json::read_json;
use super::received::is_something_else;
use super::{Decode, DecodeError, Deviations, Failure, Reading, Received, Tape, to_json};

impl Received {
    /// Reads the body of a success as text: UTF-8, or Latin-1 if the response says so. A JSON string that is sent as JSON is its text.
    ///
    /// # Errors
    ///
    /// If the body is not text.
    pub fn text<E>(&self) -> Result<String, Failure<E>> {
        self.decode_text().map_err(Failure::Decode)
    }

    /// Reads the body of a success as text that holds a single value: a number, a date, a value of an enum.
    ///
    /// # Errors
    ///
    /// If the body is not text, or not what `T` says.
    pub fn parsed<T: Decode, E>(&self) -> Result<T, Failure<E>> {
        self.decode_parsed().map_err(Failure::Decode)
    }

    /// A documented error whose body is text. If it is not, the error is as an undocumented one.
    ///
    /// # Errors
    ///
    /// Always.
    pub fn error_text<T, E>(&self, error: fn(String) -> E) -> Result<T, Failure<E>> {
        Err(Failure::Api(self.decode_text().ok().map(error)))
    }

    /// A documented error whose body is text that holds a single value. If it is not, the error is as an undocumented one.
    ///
    /// # Errors
    ///
    /// Always.
    pub fn error_parsed<T, D: Decode, E>(&self, error: fn(D) -> E) -> Result<T, Failure<E>> {
        Err(Failure::Api(self.decode_parsed().ok().map(error)))
    }

    fn decode_text(&self) -> Result<String, DecodeError> {
        let text = self.whole_text()?;
        let unquoted = if is_json(&self.essence()) { read_json(text.as_bytes(), Reading::Strict).ok() } else { None };
        Ok(unquoted.map_or(text, |(text, _)| text))
    }

    fn decode_parsed<T: Decode>(&self) -> Result<T, DecodeError> {
        let text = self.whole_text()?;
        let (value, deviations) = read_text(text.trim(), self.policy.reading)?;
        Ok(self.with_deviations(value, deviations))
    }

    /// Reads a text that came where JSON is described as a JSON string, or returns the error of reading it as JSON.
    #[cold]
    pub(super) fn text_for_json<T: Decode>(&self, error: DecodeError) -> Result<(T, Deviations), DecodeError> {
        if !self.may_be_text() || self.policy.reading == Reading::Strict {
            return Err(error);
        }
        let Ok(text) = self.whole_text() else { return Err(error) };
        let read = read_string(&text, self.policy.reading).or_else(|_| read_string(text.trim(), self.policy.reading));
        read.map(|(value, deviations)| (value, deviations.with_body("JSON", "text"))).map_err(|_| error)
    }

    /// Whether what does not fit as JSON may be a text instead: any but markup, which is mostly the page of a proxy. Without the type
    /// of a text, JSON is never one: another scalar than the description's is an error.
    fn may_be_text(&self) -> bool {
        let essence = self.essence();
        if essence.starts_with("text/") {
            return !essence.ends_with("html") && !essence.ends_with("xml");
        }
        !is_something_else(&essence) && !may_begin_json(self.bytes()) && Tape::parse(self.bytes()).is_err()
    }

    /// The media type's parameter `charset`, in lower case.
    fn charset(&self) -> Option<String> {
        let content_type = self.content_type().to_ascii_lowercase();
        let mut parameters = content_type.split(';').skip(1).filter_map(|parameter| parameter.split_once('='));
        let (_, charset) = parameters.find(|(name, _)| name.trim() == "charset")?;
        Some(charset.trim().trim_matches('"').to_owned())
    }

    fn whole_text(&self) -> Result<String, DecodeError> {
        self.check_is_decoded("text")?;
        if self.charset().is_some_and(|charset| LATIN_1.contains(&charset.as_str())) {
            return Ok(latin_1(self.bytes()));
        }
        String::from_utf8(self.bytes().to_vec()).map_err(|_| DecodeError::new("expected text, found bytes that are not UTF-8"))
    }
}

/// Bytes as text in Latin-1.
pub(super) fn latin_1(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

/// The names of Latin-1.
const LATIN_1: [&str; 2] = ["iso-8859-1", "latin1"];

/// Whether a body that is not JSON could be the beginning of some, or is empty.
fn may_begin_json(body: &[u8]) -> bool {
    body.trim_ascii_start().first().is_none_or(|byte| matches!(byte, b'{' | b'[' | b'"'))
}

/// Reads a text as the value that it holds: one that JSON writes in the same way, or else a JSON string.
pub(super) fn read_text<T: Decode>(text: &str, reading: Reading) -> Result<(T, Deviations), DecodeError> {
    let literal = if text.is_empty() { "null" } else { text };
    read_json(literal.as_bytes(), Reading::Strict).or_else(|_| read_string(text, reading))
}

pub(super) fn read_string<T: Decode>(text: &str, reading: Reading) -> Result<(T, Deviations), DecodeError> {
    let json = to_json(&text).map_err(|error| DecodeError::new(error.to_string()))?;
    read_json(&json, reading)
}

/// Whether a media type is that of JSON.
fn is_json(essence: &str) -> bool {
    matches!(essence, "application/json" | "text/json") || essence.ends_with("+json")
}
