//! Responses: what each status gives, and what it is called where it is an error.

use http::StatusCode;
use serde_yaml::Value;

use super::Description;
use super::body::Content;
use super::name::pascal;
use super::object::{Object, entries};
use crate::reader::Facts;
use crate::reader::docs::words;

impl<'d> Description<'d> {
    /// What the description says of an operation's responses. `success` is the schema of a variant's.
    pub(crate) fn responses(&self, call: &str, responses: &'d Value, success: Option<&'d Value>, facts: &mut Facts) {
        let mut accepted: Vec<&str> = Vec::new();
        let mut output = "()".to_owned();
        let mut reading = "empty";
        let mut fallback = None;
        for (status, response) in entries(responses) {
            let body = self.response_body(&format!("{call}: status `{status}`"), self.resolve(response), facts);
            accepted.extend(body.iter().map(|body| body.media_type));
            let outcome = if status.starts_with('2') {
                if let Some(body) = &body {
                    output = self.type_of(success.unwrap_or(body.schema)).with_null();
                    reading = "json";
                }
                reading.to_owned()
            } else {
                self.error(call, status, self.resolve(response), body, facts)
            };
            match status {
                "default" => fallback = Some(outcome),
                _ => facts.say(format!("{call}: status `{}`", arm(status)), outcome),
            }
        }
        accepted.dedup();
        facts.say(format!("{call}: any other status"), fallback.unwrap_or(format!("undocumented, read as {reading}")));
        facts.say(format!("{call}: accepts"), if accepted.is_empty() { "anything".to_owned() } else { accepted.join(", ") });
        facts.say(format!("{call}: gives"), &output);
        facts.say(format!("{call}: gives when awaited"), output);
    }

    /// The body of a response. What a success means is no part of the client.
    fn response_body(&self, subject: &str, response: &'d Value, facts: &mut Facts) -> Option<Content<'d>> {
        let mut object = Object::open(subject, response);
        object.take("description");
        let content = object.entries("content");
        object.close(facts);
        Content::read(subject, &content, facts)
    }

    fn error(&self, call: &str, status: &str, response: &'d Value, body: Option<Content<'d>>, facts: &mut Facts) -> String {
        let variant = word(status);
        let subject = format!("{call}: error `{variant}`");
        let ty = body.map(|body| self.type_of(body.schema).with_null());
        let outcome = if ty.is_some() { "error_json" } else { "error" };
        facts.say(format!("{subject}: words"), words(Object::open("a response", response).text("description")));
        facts.say(format!("{subject}: origin"), format!("Status: `{status}`."));
        facts.say(
            subject,
            match ty {
                // A model is boxed, so that no error is as large as it.
                Some(ty) if ty.starts_with("models::") => format!("holds `Box<{ty}>`"),
                Some(ty) => format!("holds `{ty}`"),
                None => "holds nothing".to_owned(),
            },
        );
        format!("{outcome} `{variant}`")
    }
}

/// The pattern of a status: `404`, or `400..=499` for `4XX`.
fn arm(status: &str) -> String {
    match status.strip_suffix("XX") {
        Some(digit) => format!("{digit}00..={digit}99"),
        None => status.to_owned(),
    }
}

/// What an error is called: the reason phrase of its status.
fn word(status: &str) -> String {
    match status {
        "default" => "Default".to_owned(),
        "4XX" => "ClientError".to_owned(),
        "5XX" => "ServerError".to_owned(),
        code => {
            let reason = StatusCode::from_bytes(code.as_bytes()).ok().and_then(|status| status.canonical_reason());
            pascal(reason.unwrap_or("a status that the reader does not know"))
        }
    }
}
