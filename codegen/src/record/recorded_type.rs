//! `RecordedType`: a Rust type in the notation of a record.

use super::signature;

/// A Rust type in the notation of a record: `Option<Vec<models::Pet>>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RecordedType<'r>(&'r str);

impl<'r> RecordedType<'r> {
    /// Reads a type.
    pub(crate) fn new(text: &'r str) -> Self {
        Self(text.trim())
    }

    /// Reads the type of an argument: `T` for `impl Into<T>`.
    pub(crate) fn taken(text: &'r str) -> Self {
        let ty = Self::new(text);
        ty.inside("impl Into").unwrap_or(ty)
    }

    /// Reads the return type of a function.
    pub(crate) fn returned(signature: &'r str) -> Self {
        Self::new(signature.rsplit_once(" -> ").map_or("()", |(_, returned)| returned))
    }

    /// Returns the text.
    pub(crate) fn as_str(self) -> &'r str {
        self.0
    }

    /// Returns the last argument of a generic type with a name: the items of a `Vec`, the values of a map.
    pub(crate) fn inside(self, name: &str) -> Option<Self> {
        let arguments = self.0.strip_prefix(name)?.strip_prefix('<')?.strip_suffix('>')?;
        Some(Self::new(signature::separated(arguments).pop()?))
    }

    /// Returns the type without boxes.
    pub(crate) fn unboxed(self) -> Self {
        let inside = self.inside("Box").or_else(|| self.inside("runtime::Deep"));
        inside.map_or(self, Self::unboxed)
    }

    /// Returns the number of options around the type, and the type inside them.
    pub(crate) fn options(self) -> (usize, Self) {
        match self.unboxed().inside("Option") {
            Some(inside) => {
                let (count, ty) = inside.options();
                (count + 1, ty)
            }
            None => (0, self.unboxed()),
        }
    }

    /// Returns whether it is a model.
    pub(crate) fn is_model(self) -> bool {
        self.0.starts_with("models::")
    }
}

/// Returns the types of the arguments of a function, in order: `(i64, impl Into<String>) -> ListRequest`.
pub(crate) fn arguments(signature: &str) -> Vec<RecordedType<'_>> {
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
