//! `RecordedType`: a type in Rust as a record writes it.

use crate::record::signature;

/// A type in Rust as a record writes it: `Option<Vec<models::Pet>>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RecordedType<'r>(&'r str);

impl<'r> RecordedType<'r> {
    /// The type that a text is.
    pub(super) fn new(text: &'r str) -> Self {
        Self(text.trim())
    }

    /// The type that a function takes: that of an argument, or what can be turned into it.
    pub(super) fn taken(text: &'r str) -> Self {
        let ty = Self::new(text);
        ty.inside("impl Into").unwrap_or(ty)
    }

    /// The type that a function returns.
    pub(super) fn returned(signature: &'r str) -> Self {
        Self::new(signature.rsplit_once(" -> ").map_or("()", |(_, returned)| returned))
    }

    /// The text.
    pub(super) fn as_str(self) -> &'r str {
        self.0
    }

    /// The last of the types that a generic one is made of, if it is of this name: the items of a `Vec`, the values of a map.
    pub(super) fn inside(self, name: &str) -> Option<Self> {
        let arguments = self.0.strip_prefix(name)?.strip_prefix('<')?.strip_suffix('>')?;
        Some(Self::new(signature::separated(arguments).pop()?))
    }

    /// The type without boxes.
    pub(super) fn unboxed(self) -> Self {
        let inside = self.inside("Box").or_else(|| self.inside("runtime::Deep"));
        inside.map_or(self, Self::unboxed)
    }

    /// How many options are around it, and the type inside them.
    pub(super) fn options(self) -> (usize, Self) {
        match self.unboxed().inside("Option") {
            Some(inside) => {
                let (count, ty) = inside.options();
                (count + 1, ty)
            }
            None => (0, self.unboxed()),
        }
    }

    /// Whether it is a model.
    pub(super) fn is_model(self) -> bool {
        self.0.starts_with("models::")
    }
}

/// The types of what a function takes, in order: `(i64, impl Into<String>) -> ListRequest`.
pub(super) fn arguments(signature: &str) -> Vec<RecordedType<'_>> {
    signature::arguments(signature).into_iter().map(RecordedType::taken).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_taken_apart() {
        let ty = RecordedType::new("Option<Box<std::collections::BTreeMap<String, Vec<(i64, String)>>>>");
        let (count, map) = ty.options();
        let values = map.inside("std::collections::BTreeMap").and_then(|values| values.inside("Vec"));
        assert_eq!((count, values.map(RecordedType::as_str)), (1, Some("(i64, String)")));
        let taken = arguments("(impl Into<models::Kind>, (i64, bool), Vec<Option<String>>) -> ListRequest");
        let texts: Vec<&str> = taken.into_iter().map(RecordedType::as_str).collect();
        assert_eq!(texts, ["models::Kind", "(i64, bool)", "Vec<Option<String>>"]);
        assert_eq!(arguments("() -> ListRequest"), []);
    }
}
