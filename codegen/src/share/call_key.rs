//! The keys of calls and of what they take.

use crate::api::{Location, Operation, VariantCall};
use crate::record::Key;

/// The key of an operation, or of a variant of it.
pub fn key(operation: &Operation, variant: Option<&VariantCall>) -> Key {
    Key::call(&operation.method, &operation.path.text, variant.map(|variant| variant.name.as_str()))
}

/// An operation's method and path.
pub fn place(operation: &Operation) -> String {
    format!("{} {}", operation.method.to_lowercase(), operation.path.bare())
}

/// The word for a location in keys.
pub fn location(location: Location) -> &'static str {
    match location {
        Location::Path => "path",
        Location::Query | Location::QueryString => "query",
        Location::Header => "header",
        Location::Cookie => "cookie",
    }
}
