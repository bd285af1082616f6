//! `Presence`: how absence and null of a property show in Rust.

use crate::api::Property;

/// How absence and null show in a field's type; `T` is [`Field::ty`](super::Field::ty).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// `T`.
    Required,
    /// `Option<T>`, but `new` takes `T`: it is always sent and never received.
    WriteOnly,
    /// `Option<T>`, `None` is null; the property is always there.
    Nullable,
    /// `Option<T>`, `None` is absent.
    Optional,
    /// `Option<Option<T>>`: `None` is absent, `Some(None)` is null.
    OptionalNullable,
}

/// How absence and null of a property show in Rust: what only the server sets is never the caller's to give, and what only the
/// caller sets is never read.
pub(super) fn presence(property: &Property, nullable: bool) -> Presence {
    match (property.is_always_sent(), nullable) {
        (true, false) if property.annotations.write_only => Presence::WriteOnly,
        (true, false) => Presence::Required,
        (true, true) => Presence::Nullable,
        (false, false) => Presence::Optional,
        (false, true) => Presence::OptionalNullable,
    }
}
