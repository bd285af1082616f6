//! Headers of a request.

use http::header::ACCEPT;
use http::{HeaderName, HeaderValue};

use super::RequestBuilder;
use super::builder::written;
use super::error::RequestError;
use super::style;
use super::value::ParameterValue;
use crate::runtime::Encode;

impl RequestBuilder<'_> {
    /// Sets a header, in simple style.
    pub fn header(&mut self, name: &str, value: &dyn Encode) {
        self.add_header(name, value, |value| style::header(value, ',', false));
    }

    /// Sets a header, in simple style with `=` between an object's keys and values.
    pub fn header_exploded(&mut self, name: &str, value: &dyn Encode) {
        self.add_header(name, value, |value| style::header(value, ',', true));
    }

    /// Sets a header whose items have another separator than commas.
    pub fn header_separated(&mut self, name: &str, separator: char, value: &dyn Encode) {
        self.add_header(name, value, |value| style::header(value, separator, false));
    }

    /// Sets a header to a value as JSON.
    pub fn header_json(&mut self, name: &str, value: &dyn Encode) {
        match written(value, |written| Ok((!written.json.is_null()).then(|| written.text.to_owned()))) {
            Ok(text) => text.into_iter().for_each(|text| self.set_header(name, &text)),
            Err(problem) => self.fail(RequestError::header(name, problem)),
        }
    }

    fn add_header(
        &mut self,
        name: &str,
        value: &dyn Encode,
        write: impl Fn(&ParameterValue<'_>) -> Result<String, &'static str>,
    ) {
        match written(value, |written| ParameterValue::of(written.json)?.map(|value| write(&value)).transpose()) {
            Ok(text) => text.into_iter().for_each(|text| self.set_header(name, &text)),
            Err(problem) => self.fail(RequestError::header(name, problem)),
        }
    }

    /// Says which media types the operation's responses have.
    pub fn accept(&mut self, media_types: &str) {
        if !media_types.is_empty() {
            self.set_header(ACCEPT.as_str(), media_types);
        }
    }

    pub(super) fn set_header(&mut self, name: &str, value: &str) {
        match (HeaderName::try_from(name), HeaderValue::from_bytes(value.as_bytes())) {
            (Ok(name), Ok(value)) => drop(self.headers.insert(name, value)),
            (Err(_), _) => self.fail(RequestError::header(name, "not a header's name")),
            (_, Err(_)) => self.fail(RequestError::header(name, "the value holds a line break or another control character")),
        }
    }
}
