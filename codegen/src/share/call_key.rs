//! The keys of calls and of what they take.

use std::collections::BTreeSet;

use crate::api::{
    Answer, Api, DocumentedError, DocumentedHeader, EventAlternative, Location, Operation, Parameter, Representation, VariantCall,
};
use crate::record::{Key, Step};

/// The key of an operation, or of a variant of it.
pub fn key(operation: &Operation, variant: Option<&VariantCall>) -> Key {
    Key::call(&operation.method, &operation.path.text, variant.map(|variant| variant.name.as_str()))
}

/// The keys of the operations that the settings leave out.
pub fn left_out(api: &Api) -> BTreeSet<Key> {
    api.left_out.iter().map(|(method, path)| Key::call(method, path, None)).collect()
}

/// An operation's method and path.
pub fn place(operation: &Operation) -> String {
    format!("{} {}", operation.method.to_lowercase(), operation.path.bare())
}

/// What stands for a parameter in the order in which a call takes its arguments.
pub fn argument(parameter: &Parameter) -> String {
    format!("{}:{}", location(parameter.location), parameter.name)
}

/// What stands for a part of a form there.
pub fn part(name: &str) -> String {
    format!("part:{name}")
}

/// What stands for the body there.
pub const BODY: &str = "body";

/// The word for a location in keys.
pub fn location(location: Location) -> &'static str {
    match location {
        Location::Path => "path",
        Location::Query | Location::QueryString => "query",
        Location::Header => "header",
        Location::Cookie => "cookie",
    }
}

/// The key of a body that the caller of a call can choose.
pub fn body(call: &Key, representation: &Representation) -> Key {
    call.then(Step::Body(&representation.media_type.name))
}

/// The key of a success of a call, one of several that differ.
pub fn success(call: &Key, answer: &Answer<'_>, differing: &[&Answer<'_>]) -> Key {
    let key = call.then(Step::Own("output")).then(Step::Response(&answer.response.status.to_string()));
    answer.distinguishing_media_types(differing).first().map_or(key.clone(), |media_type| key.then(Step::Body(media_type)))
}

/// The key of an event that a call receives.
pub fn event(call: &Key, event: &EventAlternative) -> Key {
    call.then(Step::Own("event")).then(Step::Alternative(&event.name))
}

/// The key of a documented error of a call.
pub fn error(call: &Key, error: &DocumentedError<'_>) -> Key {
    let key = call.then(Step::Own("error")).then(Step::Response(&error.response.status.to_string()));
    error.distinguishing_media_type().map_or(key.clone(), |media_type| key.then(Step::Body(media_type)))
}

/// The key of a header of the responses of a call.
pub fn header(call: &Key, documented: &DocumentedHeader<'_>) -> Key {
    let key = call.then(Step::Header(&documented.header.name));
    let first = documented.statuses.first().filter(|_| documented.is_another);
    first.map_or(key.clone(), |status| key.then(Step::Response(&status.to_string())))
}
