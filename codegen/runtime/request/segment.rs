//! Path parameters of a request.

use super::RequestBuilder;
use super::error::RequestError;
use super::style::{self, PathStyle};
use super::written::written;
use crate::runtime::Encode;

impl RequestBuilder<'_> {
    /// Appends a path parameter in simple style.
    pub fn segment(&mut self, name: &str, value: &dyn Encode) {
        self.segment_styled(name, PathStyle::Simple { explode: false }, value);
    }

    /// Appends a path parameter.
    pub fn segment_styled(&mut self, name: &str, style: PathStyle, value: &dyn Encode) {
        self.add_segment(name, style, value, refuse_empty, |text| text);
    }

    /// Appends a path parameter that may be empty.
    pub fn segment_or_empty(&mut self, name: &str, style: PathStyle, value: &dyn Encode) {
        self.add_segment(name, style, value, take_empty, |text| text);
    }

    /// Appends a path parameter that may have several segments: slashes stand as they are.
    pub fn segment_greedy(&mut self, name: &str, style: PathStyle, value: &dyn Encode) {
        self.add_segment(name, style, value, refuse_empty, with_slashes);
    }

    /// The same, of a path parameter that may be empty.
    pub fn segment_or_empty_greedy(&mut self, name: &str, style: PathStyle, value: &dyn Encode) {
        self.add_segment(name, style, value, take_empty, with_slashes);
    }

    /// Appends a path parameter in which reserved characters stand as they are, but for those that would end the path.
    pub fn segment_reserved(&mut self, name: &str, style: PathStyle, value: &dyn Encode) {
        self.add_segment(name, style, value, refuse_empty, unreserved);
    }

    /// The same, of a path parameter that may be empty.
    pub fn segment_or_empty_reserved(&mut self, name: &str, style: PathStyle, value: &dyn Encode) {
        self.add_segment(name, style, value, take_empty, unreserved);
    }

    fn add_segment(
        &mut self,
        name: &str,
        style: PathStyle,
        value: &dyn Encode,
        empty: fn(PathStyle) -> Result<String, &'static str>,
        finish: fn(String) -> String,
    ) {
        match written(value, |written| style::path(style, name, &written).map_or_else(|| empty(style), Ok)) {
            Ok(text) => self.path.push_parameter(name, &finish(text)),
            Err(problem) => self.fail(RequestError::path_parameter(name, problem)),
        }
    }
}

fn with_slashes(text: String) -> String {
    text.replace("%2F", "/")
}

fn unreserved(text: String) -> String {
    style::unreserved(&text, style::RESERVED_IN_PATH)
}

fn refuse_empty(_: PathStyle) -> Result<String, &'static str> {
    Err("an empty value would lead to another resource")
}

fn take_empty(style: PathStyle) -> Result<String, &'static str> {
    Ok(style::empty_path(style).to_owned())
}
