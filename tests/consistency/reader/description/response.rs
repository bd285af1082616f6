//! Responses: what each status gives, and what it is called where it is an error.

use http::StatusCode;
use serde_yaml::Value;

use super::name::pascal;
use super::object::entries;
use super::schema::{Kind, kind};
use super::{Description, docs};
use crate::reader::facts::{Call, Variant, add};

impl<'d> Description<'d> {
    /// What the description says of an operation's responses. `success` is the schema of a variant's.
    pub(crate) fn responses(&self, key: &str, responses: &'d Value, success: Option<&'d Value>, row: &mut Call) {
        let mut reading = "empty";
        let mut fallback = None;
        let mut accepted: Vec<&str> = Vec::new();
        let mut responses = entries(responses);
        responses.retain(|(status, _)| !status.starts_with("x-"));
        // Exact statuses come first, then ranges, then `default`.
        responses.sort_by_key(|(status, _)| (*status == "default", status.ends_with("XX"), *status));
        let is_documented = responses.iter().any(|(status, _)| status.starts_with('2'));
        row.gives = "()".to_owned();
        for (status, response) in responses {
            let mut response = self.object(format!("call `{key}`: status `{status}`"), self.resolve(response));
            let description = response.text("description");
            response.ignore(&["summary"]);
            let body = self.content(key, &response.entries("content"));
            if let Some((media_type, _)) = body.filter(|(media_type, _)| !accepted.contains(media_type)) {
                accepted.push(media_type);
            }
            let success = success.filter(|_| body.is_some_and(|(_, schema)| !schema.is_null()));
            let body = body.map(|(media_type, schema)| self.representation(media_type, schema));
            // Where nothing is said of success, it is what anything is.
            if status.starts_with('2') || (status == "default" && !is_documented) {
                if let Some((read, ty, _)) = &body {
                    row.gives = success.map_or(ty.clone(), |success| self.type_of(success).with_null());
                    reading = read;
                }
                if let (Some(media_type), "text" | "binary") = (accepted.first(), reading) {
                    row.ways_to_send.push(format!("stream {media_type}"));
                }
                let status = if status == "default" { "2XX" } else { status };
                row.add_status(format!("status `{status}`"), reading.to_owned());
                if status != "2XX" || is_documented {
                    continue;
                }
            }
            let outcome = body.as_ref().map_or("error".to_owned(), |(reading, ..)| format!("error_{reading}"));
            // A struct is boxed, so that no error is as large as it.
            let holds = body.map(|(_, ty, is_struct)| if is_struct { format!("Box<{ty}>") } else { ty });
            let variant = Variant { holds, docs: docs(description, format!("Status: `{status}`.")) };
            add(&mut row.errors, format!("error `{}`", word(status)), variant);
            let outcome = format!("{outcome} `{}`", word(status));
            match status {
                "default" => fallback = Some(outcome),
                _ => row.add_status(format!("status `{status}`"), outcome),
            }
        }
        row.gives_when_awaited = row.gives.clone();
        row.accepts.extend((!accepted.is_empty()).then(|| accepted.join(", ")));
        let other = fallback.unwrap_or(format!("undocumented(runtime::Received::{reading})"));
        row.add_status("any other status".to_owned(), other);
    }
}

impl<'d> Description<'d> {
    /// How a body is read, its type, and whether that is a struct.
    fn representation(&self, media_type: &str, schema: &'d Value) -> (&'static str, String, bool) {
        match media_type.split_once('/') {
            _ if media_type == "*/*" => ("json", self.type_of(schema).with_null(), false),
            _ if media_type.ends_with("json") && schema.is_null() => ("json", "runtime::Value".to_owned(), false),
            _ if media_type.ends_with("json") => {
                let is_struct = kind(self.peel(schema).0) == Kind::Structure;
                ("json", self.type_of(schema).with_null(), is_struct)
            }
            Some(("text", _)) => ("text", "String".to_owned(), false),
            _ => ("binary", "runtime::Bytes".to_owned(), false),
        }
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
