//! `Member`: a value that a request holds.

use super::{Argument, Docs, Name, Ty};

/// A value that a request holds: a field of the request type, set by an argument or a setter.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// Docs of the setter.
    pub docs: Docs,
    /// The field, argument or setter.
    pub name: Name,
    /// The type of a value. A setter's field is `Option<ty>`.
    pub ty: Ty,
    /// How the caller hands it in.
    pub argument: Argument,
    /// Name of the setter that sends `null`, for an optional and nullable body property; the field is then `Option<Option<ty>>`.
    pub null_setter: Option<Name>,
    /// Whether the setter bears `#[deprecated]`.
    pub deprecated: bool,
}

impl Member {
    /// A value that is handed in as is usual for its type.
    pub fn new(docs: Docs, name: Name, ty: Ty) -> Self {
        Self { docs, name, argument: ty.argument(), ty, null_setter: None, deprecated: false }
    }
}
