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
        let mut responses = entries(responses);
        // Exact statuses come first, then ranges, then `default`.
        responses.sort_by_key(|(status, _)| (*status == "default", status.ends_with("XX"), *status));
        let is_documented = responses.iter().any(|(status, _)| status.starts_with('2'));
        for (status, response) in responses {
            let response = self.resolve(response);
            let body = self.response_body(&format!("{call}: status `{status}`"), response, facts);
            let media_type = body.as_ref().map(|body| body.media_type);
            accepted.extend(media_type.filter(|media_type| !accepted.contains(media_type)));
            let outcome = if status.starts_with('2') || (status == "default" && !is_documented) {
                if let Some(body) = &body {
                    output = self.type_of(success.unwrap_or(body.schema)).with_null();
                    reading = "json";
                }
                reading.to_owned()
            } else {
                self.error(call, status, response, body, facts)
            };
            match status {
                "default" => fallback = Some(outcome),
                _ => facts.say(format!("{call}: status `{}`", arm(status)), outcome),
            }
        }
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
        let is_struct = body.as_ref().is_some_and(|body| self.resolve(body.schema).get("properties").is_some());
        let ty = body.map(|body| self.type_of(body.schema).with_null());
        let outcome = if ty.is_some() { "error_json" } else { "error" };
        facts.say(format!("{subject}: words"), words(Object::open("a response", response).text("description")));
        facts.say(format!("{subject}: origin"), format!("Status: `{status}`."));
        let held = match ty {
            // A struct is boxed, so that no error is as large as it.
            Some(ty) if is_struct => format!("`Box<{ty}>`"),
            Some(ty) => format!("`{ty}`"),
            None => "nothing".to_owned(),
        };
        facts.say(subject, format!("holds {held}"));
        format!("{outcome} `{variant}`")
    }
}

/// The pattern of a status: `404`, or what tells the range for `4XX`.
fn arm(status: &str) -> String {
    match status {
        "1XX" => "_ if response.status().is_informational()".to_owned(),
        "2XX" => "_ if response.status().is_success()".to_owned(),
        "3XX" => "_ if response.status().is_redirection()".to_owned(),
        "4XX" => "_ if response.status().is_client_error()".to_owned(),
        "5XX" => "_ if response.status().is_server_error()".to_owned(),
        status => status.to_owned(),
    }
}

/// What an error is called: the reason phrase of its status.
fn word(status: &str) -> String {
    match status {
        "default" => "Default".to_owned(),
        "3XX" => "Redirection".to_owned(),
        "4XX" => "ClientError".to_owned(),
        "5XX" => "ServerError".to_owned(),
        // RFC 9110 calls it so; `http` does not.
        "422" => "UnprocessableContent".to_owned(),
        code => {
            let reason = StatusCode::from_bytes(code.as_bytes()).ok().and_then(|status| status.canonical_reason());
            pascal(reason.unwrap_or("a status that the reader does not know"))
        }
    }
}
