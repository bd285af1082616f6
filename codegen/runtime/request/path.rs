//! `Path`: a request's path as it grows, with the checks that need all of it.

use super::error::RequestError;
use super::percent::push_path_text;

/// A request's path as it grows.
#[derive(Debug, Default)]
pub(super) struct Path {
    text: String,
    /// Where each parameter's value begins and ends, and the parameter's name.
    parameters: Vec<(usize, usize, String)>,
}

impl Path {
    pub(super) fn push_text(&mut self, text: &str) {
        push_path_text(text, &mut self.text);
    }

    pub(super) fn push_parameter(&mut self, name: &str, encoded: &str) {
        let start = self.text.len();
        self.text.push_str(encoded);
        self.parameters.push((start, self.text.len(), name.to_owned()));
    }

    /// The whole path.
    ///
    /// Every reader of addresses takes a segment `.` or `..` as a step, encoded or not, so that a request would reach another
    /// resource. That shows only in the whole segment: `{name}.{ext}`, or two parameters that are `.` each.
    pub(super) fn finish(self) -> Result<String, RequestError> {
        let mut start = 0;
        for segment in self.text.split('/') {
            let end = start + segment.len();
            if is_dots(segment) {
                return Err(self.climbing(start, end));
            }
            start = end + 1;
        }
        Ok(self.text)
    }

    fn climbing(&self, start: usize, end: usize) -> RequestError {
        let names = self.parameters.iter().filter(|&&(from, to, _)| from <= end && start <= to);
        let names = names.map(|(_, _, name)| name.as_str()).collect::<Vec<_>>().join("`, `");
        if names.is_empty() {
            return RequestError::address("a path segment `.` or `..` would lead to another resource");
        }
        RequestError::path_parameter(&names, "a path segment `.` or `..` would lead to another resource")
    }
}

/// Whether a segment is `.` or `..`, also in an encoded form.
pub(in crate::runtime) fn is_dots(segment: &str) -> bool {
    segment.len() <= "%2e%2e".len() && matches!(segment.to_ascii_lowercase().replace("%2e", ".").as_str(), "." | "..")
}
