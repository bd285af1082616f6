//! The keys of calls, and what their names are derived from.

use crate::api::{Operation, VariantCall};
use crate::record::Key;

/// The key of an operation, or of a variant of it.
pub(super) fn key(operation: &Operation, variant: Option<&VariantCall>) -> Key {
    Key::call(&operation.method, &operation.path.text, variant.map(|variant| variant.name.as_str()))
}

/// What an operation's names are derived from: its id, or its method and path.
pub(super) fn words(operation: &Operation) -> String {
    match &operation.id {
        Some(id) => id.clone(),
        None => place(operation),
    }
}

/// An operation's method and path.
pub(super) fn place(operation: &Operation) -> String {
    format!("{} {}", operation.method.to_lowercase(), operation.path.bare())
}
