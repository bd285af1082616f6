//! An answer before it is sent.

use serde_json::{Value, json};

/// Status, headers and body; the length is added when it is sent.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Status code.
    pub status: u16,
    /// Headers in order, without `content-length`.
    pub headers: Vec<(String, String)>,
    /// Body.
    pub body: Vec<u8>,
}

impl Answer {
    /// An answer of this media type.
    pub fn new(status: u16, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        Self { status, headers: vec![("content-type".into(), content_type.into())], body: body.into() }
    }

    /// An answer with a JSON body.
    pub fn json(status: u16, body: &Value) -> Self {
        Self::new(status, "application/json", body.to_string())
    }

    /// An answer without a body.
    pub fn empty(status: u16) -> Self {
        Self { status, headers: Vec::new(), body: Vec::new() }
    }

    /// Sets a header, replacing what was there.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.retain(|(present, _)| !present.eq_ignore_ascii_case(name));
        self.headers.push((name.into(), value.into()));
        self
    }

    /// The documented 400, with a body the page does not describe.
    pub(super) fn bad_request(message: &str) -> Self {
        Self::json(400, &json!({"error_msg": message}))
    }

    /// The documented 404, with a body the page does not describe.
    pub(super) fn not_found(message: &str) -> Self {
        Self::new(404, "text/plain; charset=utf-8", message)
    }

    /// Status line and headers, the empty line included.
    pub(super) fn head(&self) -> String {
        let framed = (self.status != 204 || !self.body.is_empty()) && !self.has_header("transfer-encoding");
        let length = framed.then(|| ("content-length".to_owned(), self.body.len().to_string()));
        let lines: String =
            self.headers.iter().chain(length.as_ref()).map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        format!("HTTP/1.1 {} {}\r\n{lines}\r\n", self.status, reason(self.status))
    }

    fn has_header(&self, name: &str) -> bool {
        self.headers.iter().any(|(present, _)| present.eq_ignore_ascii_case(name))
    }
}

fn reason(status: u16) -> &'static str {
    http::StatusCode::from_u16(status).ok().and_then(|status| status.canonical_reason()).unwrap_or("Unknown")
}
