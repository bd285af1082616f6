//! `Presence`: how absence and null of a property show in Rust.

use crate::api::Property;

/// How absence and null show in a field's type; `T` is [`Field::ty`](super::Field::ty).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// `T`.
    Required,
    /// `Option<T>`, but `new` takes `T`: always sent, possibly missing from what is received.
    Sent,
    /// `Option<T>`, `None` is null; the property is always there.
    Nullable,
    /// `Option<T>`, `None` is absent.
    Optional,
    /// `Option<Option<T>>`: `None` is absent, `Some(None)` is null.
    OptionalNullable,
}

/// How Rust represents a property that may be absent or null. Read-only properties are never sent, write-only ones never received,
/// and one that is required but not described may be missing from what is received.
pub(super) fn presence(property: &Property, nullable: bool) -> Presence {
    match (property.is_always_sent(), nullable) {
        (true, _) if !property.is_described => Presence::Sent,
        (true, false) if property.annotations.write_only => Presence::Sent,
        (true, false) => Presence::Required,
        (true, true) => Presence::Nullable,
        (false, false) => Presence::Optional,
        (false, true) => Presence::OptionalNullable,
    }
}
