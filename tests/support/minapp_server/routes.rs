//! From a request to the endpoint that answers it.

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

use super::store::Store;
use super::{Answer, RecordedRequest, functions, jobs};

/// What stands before every path of the page.
pub(super) const BASE: &str = "/userve/v1.3";

/// What an endpoint gives: either way an answer; the error side leaves early.
pub(super) type Outcome = Result<Answer, Answer>;

/// The answer that the page documents.
pub(super) fn answer(request: &RecordedRequest, store: &mut Store) -> Answer {
    route(request, store).unwrap_or_else(|refusal| refusal)
}

fn route(request: &RecordedRequest, store: &mut Store) -> Outcome {
    let rest = request.path().strip_prefix(BASE).and_then(|path| path.strip_prefix("/cloud-function/"));
    let segments: Vec<&str> = rest.ok_or_else(no_such_path)?.split('/').collect();
    // Every path ends in a slash, so its last segment is empty.
    match (&*request.method, &*segments) {
        ("GET", [""]) => functions::list(request, store),
        ("POST", [""]) => functions::create(request, store),
        ("GET", [name, ""]) => functions::get(&decode(name)?, store),
        ("PATCH", [name, ""]) => functions::update(&decode(name)?, request, store),
        ("DELETE", [name, ""]) => functions::delete(&decode(name)?, store),
        ("POST", [name, "job", ""]) => jobs::trigger(&decode(name)?, request, store),
        ("GET", [name, "job", ""]) => jobs::list(&decode(name)?, request, store),
        (_, [""] | [_, ""] | [_, "job", ""]) => Err(Answer::new(405, "text/plain", "no such method here")),
        _ => Err(no_such_path()),
    }
}

/// The refusal of an unknown function.
pub(super) fn no_such_function() -> Answer {
    Answer::not_found("no such cloud function")
}

fn no_such_path() -> Answer {
    Answer::not_found("no such path")
}

/// A function's name out of its path segment.
fn decode(segment: &str) -> Result<String, Answer> {
    match percent_decode_str(segment).decode_utf8() {
        Ok(name) if !name.is_empty() => Ok(name.into_owned()),
        Ok(_) => Err(no_such_path()),
        Err(_) => Err(Answer::bad_request("the name is not UTF-8")),
    }
}

/// The query's parameters, decoded.
pub(super) fn query(request: &RecordedRequest) -> Result<Vec<(String, String)>, Answer> {
    let decode = |text: &str| {
        let text = text.replace('+', " ");
        let decoded = percent_decode_str(&text).decode_utf8();
        decoded.map(|text| text.into_owned()).map_err(|_| Answer::bad_request("the query is not UTF-8"))
    };
    let pairs = request.query().split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            Ok((decode(name)?, decode(value)?))
        })
        .collect()
}

/// The body, which must be a JSON object.
pub(super) fn body(request: &RecordedRequest) -> Result<Map<String, Value>, Answer> {
    match serde_json::from_slice(&request.body) {
        Ok(Value::Object(object)) => Ok(object),
        _ => Err(Answer::bad_request("the body is not a JSON object")),
    }
}

/// A property that is text when it is there.
pub(super) fn text<'a>(body: &'a Map<String, Value>, name: &str) -> Result<Option<&'a str>, Answer> {
    match body.get(name) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(Answer::bad_request(&format!("{name} is not a string"))),
    }
}

/// A property that is text and not empty when it is there.
pub(super) fn filled_text<'a>(body: &'a Map<String, Value>, name: &str) -> Result<Option<&'a str>, Answer> {
    match text(body, name)? {
        Some("") => Err(Answer::bad_request(&format!("{name} is empty"))),
        value => Ok(value),
    }
}
