//! Headers and cookies of a request.

use http::header::{ACCEPT, CONTENT_TYPE};
use http::{HeaderName, HeaderValue};

use super::RequestBuilder;
use super::error::RequestError;
use super::plain;
use super::style::{self, QueryStyle, Written};
use super::value::{ParameterValue, outermost};
use super::written::written;
use crate::runtime::Encode;

/// A header from its name and value.
pub(super) fn header(name: &str, value: &[u8]) -> Result<(HeaderName, HeaderValue), RequestError> {
    match (HeaderName::try_from(name), HeaderValue::from_bytes(value)) {
        (Ok(name), Ok(value)) => Ok((name, value)),
        (Err(_), _) => Err(RequestError::header(name, "not a header's name")),
        (_, Err(_)) => Err(RequestError::header(name, "the value holds a line break or another control character")),
    }
}

impl RequestBuilder<'_> {
    /// Sets a header, in simple style.
    pub fn header(&mut self, name: &str, value: &dyn Encode) {
        self.add_header(name, &[','], value, false);
    }

    /// Sets a header, in simple style with `=` between an object's keys and values.
    pub fn header_exploded(&mut self, name: &str, value: &dyn Encode) {
        self.add_header(name, &[','], value, true);
    }

    /// Sets a header whose items have other separators than commas: one for each level of lists, the outermost first.
    pub fn header_separated(&mut self, name: &str, separators: &[char], value: &dyn Encode) {
        self.add_header(name, separators, value, false);
    }

    /// Sets a header to a value as JSON.
    pub fn header_json(&mut self, name: &str, value: &dyn Encode) {
        self.set_parameter(name, written(value, |written| Ok((!written.json.is_null()).then(|| written.text.to_owned()))));
    }

    /// A value with a part that has no form but JSON is JSON as a whole: nothing in a header is encoded.
    fn add_header(&mut self, name: &str, separators: &[char], value: &dyn Encode, explode: bool) {
        let (_, inner) = outermost(separators);
        let text = written(value, |written| match ParameterValue::with_lists(written.json, inner) {
            Some(value) if value.has_json() => Ok(Some(written.text.to_owned())),
            value => value.map(|value| plain::header(&value, separators, explode)).transpose(),
        });
        self.set_parameter(name, text);
    }

    fn set_parameter(&mut self, name: &str, text: Result<Option<String>, String>) {
        match text {
            Ok(Some(text)) => {
                self.has_content_type |= CONTENT_TYPE.as_str().eq_ignore_ascii_case(name);
                self.set_header(name, &text);
            }
            Ok(None) => {}
            Err(problem) => self.fail(RequestError::header(name, problem)),
        }
    }

    /// Says which media types the operation's responses have.
    pub fn accept(&mut self, media_types: &str) {
        if !media_types.is_empty() {
            self.set_header(ACCEPT.as_str(), media_types);
        }
    }

    /// Adds a cookie, in form style.
    pub fn cookie(&mut self, name: &str, value: &dyn Encode) {
        self.add_cookies(name, value, |written| {
            Ok(ParameterValue::of(written.json).iter().map(|value| style::cookie(name, value)).collect())
        });
    }

    /// Adds a cookie for each item of a value, or one in which commas separate them, not encoded. A value with a part that has no form
    /// but JSON is JSON as a whole, encoded.
    pub fn cookie_plain(&mut self, name: &str, explode: bool, value: &dyn Encode) {
        let write = if explode { plain::cookies } else { plain::cookie };
        self.add_cookies(name, value, |written| match ParameterValue::of(written.json) {
            Some(value) if value.has_json() => Ok(style::query(QueryStyle::Json, name, &written)),
            value => value.map_or_else(|| Ok(Vec::new()), |value| write(name, &value)),
        });
    }

    /// Adds a cookie that holds a value as JSON.
    pub fn cookie_json(&mut self, name: &str, value: &dyn Encode) {
        self.add_cookies(name, value, |written| Ok(style::query(QueryStyle::Json, name, &written)));
    }

    fn add_cookies(
        &mut self,
        name: &str,
        value: &dyn Encode,
        write: impl FnOnce(Written<'_>) -> Result<Vec<String>, &'static str>,
    ) {
        match written(value, write) {
            Ok(pairs) => self.cookies.extend(pairs),
            Err(problem) => self.fail(RequestError::cookie(name, problem)),
        }
    }
}
