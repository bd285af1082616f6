//! Responses: what each status gives, and what it is called where it is an error.

use http::StatusCode;
use serde_yaml::Value;

use super::name::pascal;
use super::object::entries;
use super::{Description, docs};
use crate::reader::facts::{Call, Variant, add};

impl<'d> Description<'d> {
    /// What the description says of an operation's responses. `success` is the schema of a variant's.
    pub(crate) fn responses(&self, key: &str, responses: &'d Value, success: Option<&'d Value>, row: &mut Call) {
        let mut reading = "empty";
        let mut fallback = None;
        let mut accepted: Vec<&str> = Vec::new();
        let mut responses = entries(responses);
        // Exact statuses come first, then ranges, then `default`.
        responses.sort_by_key(|(status, _)| (*status == "default", status.ends_with("XX"), *status));
        let is_documented = responses.iter().any(|(status, _)| status.starts_with('2'));
        row.gives = "()".to_owned();
        for (status, response) in responses {
            let mut response = self.object(format!("call `{key}`: status `{status}`"), self.resolve(response));
            let description = response.text("description");
            let body = self.content(key, &response.entries("content"));
            if let Some((media_type, _)) = body.filter(|(media_type, _)| !accepted.contains(media_type)) {
                accepted.push(media_type);
            }
            let outcome = match body.map(|(_, schema)| schema) {
                schema if status.starts_with('2') || (status == "default" && !is_documented) => {
                    if let Some(schema) = schema {
                        row.gives = self.type_of(success.unwrap_or(schema)).with_null();
                        reading = "json";
                    }
                    reading.to_owned()
                }
                schema => {
                    let holds = schema.map(|schema| {
                        let ty = self.type_of(schema).with_null();
                        // A struct is boxed, so that no error is as large as it.
                        let is_struct = self.resolve(schema).get("properties").is_some();
                        if is_struct { format!("Box<{ty}>") } else { ty }
                    });
                    let outcome = if holds.is_some() { "error_json" } else { "error" };
                    let variant = Variant { holds, docs: docs(description, format!("Status: `{status}`.")) };
                    add(&mut row.errors, format!("error `{}`", word(status)), variant);
                    format!("{outcome} `{}`", word(status))
                }
            };
            match status {
                "default" => fallback = Some(outcome),
                _ => add(&mut row.statuses, format!("status `{status}`"), outcome),
            }
        }
        row.awaited = row.gives.clone();
        row.accepts.extend((!accepted.is_empty()).then(|| accepted.join(", ")));
        let other = fallback.unwrap_or(format!("undocumented(runtime::Received::{reading})"));
        add(&mut row.statuses, "any other status", other);
    }
}

/// What an error is called: the reason phrase of its status.
fn word(status: &str) -> String {
    match status {
        "default" => "Default".to_owned(),
        "1XX" => "Informational".to_owned(),
        "3XX" => "Redirection".to_owned(),
        "4XX" => "ClientError".to_owned(),
        "5XX" => "ServerError".to_owned(),
        // RFC 9110 calls it so; `http` does not.
        "422" => "UnprocessableContent".to_owned(),
        // RFC 9110 has retired it.
        "418" => "Status418".to_owned(),
        code => {
            let reason = StatusCode::from_bytes(code.as_bytes()).ok().and_then(|status| status.canonical_reason());
            pascal(reason.unwrap_or("a status that the reader does not know"))
        }
    }
}
