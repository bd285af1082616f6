//! Problems of extensions: keys that begin with `x-`.

macro_rules! extension_problems {
    ($families:tt $($others:tt)*) => { collect! { $families $($others)*

    /// An extension that looks like one of ours.
    MisspeltExtension {
        /// The key.
        key: String,
        /// The one it looks like.
        suggestion: String,
    } => {
        code: "misspelt-extension", level: Error,
        message: format!("the extension `{key}` is not known"),
        help: format!("did you mean `{suggestion}`? If not, a name that is less like it will be left alone"),
    }

    /// One of our extensions at a place where it says nothing.
    MisplacedExtension {
        /// The key.
        key: String,
    } => {
        code: "misplaced-extension", level: Error,
        message: format!("the extension `{key}` has no meaning here"),
        help: match key.as_str() {
            "x-rust-name" => {
                "it can stand in a tag, an operation, a parameter, a property, or a schema that becomes a type"
            }
            _ => "it can stand in an operation",
        },
    }

    /// An `x-timeout` that is no time.
    InvalidTimeout {
        /// What was written.
        text: String,
    } => {
        code: "invalid-timeout", level: Error,
        message: format!("`{text}` is no time"),
        help: "write a whole number and a unit: `500ms`, `10s` or `5m`",
    }

    /// An `x-pagination` that does not fit its operation.
    InvalidPagination {
        /// The part that does not fit.
        what: String,
        /// Why.
        why: &'static str,
        /// What would fit.
        instead: &'static str,
    } => {
        code: "invalid-pagination", level: Error,
        message: format!("`{what}` {why}"),
        help: *instead,
    }

    /// An `x-variants` that does not fit its operation.
    InvalidVariants {
        /// Why.
        why: String,
    } => {
        code: "invalid-variants", level: Error,
        message: format!("these variants do not fit: {why}"),
        help: None,
    }
    } };
}
