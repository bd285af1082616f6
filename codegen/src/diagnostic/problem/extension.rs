//! Problems of extensions: keys that begin with `x-`.

macro_rules! extension_problems {
    ($families:tt $($others:tt)*) => { collect! { $families $($others)*

    /// An extension that looks like ours.
    MisspeltExtension {
        /// The key.
        key: String,
    } => {
        code: "misspelt-extension", level: Warning,
        message: format!("the extension `{key}` is not known"),
        help: "did you mean `x-clientsmith`? If not, a name that is less like it is left alone",
    }

    /// A key of our extension that it does not have.
    UnknownExtensionKey {
        /// The key.
        key: String,
        /// The nearest known one.
        suggestion: Option<String>,
    } => {
        code: "unknown-extension-key", level: Error,
        message: format!("the key `{key}` is not known in `x-clientsmith`"),
        help: did_you_mean(suggestion.as_deref()).unwrap_or("remove it; every key in `x-clientsmith` must be known".to_owned()),
    }

    /// A key of our extension at a place where it says nothing.
    MisplacedExtension {
        /// The key.
        key: &'static str,
    } => {
        code: "misplaced-extension", level: Error,
        message: format!("the key `{key}` of `x-clientsmith` has no meaning here"),
        help: match *key {
            "name" => "it belongs in a tag, an operation, a parameter, a property, or a schema that becomes a type",
            _ => "it belongs in an operation",
        },
    }

    /// A key that once was an extension of ours, with the shape that it had.
    FormerExtension {
        /// The key.
        key: &'static str,
        /// Its successor.
        successor: &'static str,
    } => {
        code: "former-extension", level: Warning,
        message: format!("`{key}` is not read"),
        help: format!("if it is for clientsmith, write `x-clientsmith: {{{successor}: ..}}`; keys of other tools are left alone"),
    }

    /// A key of another tool with another shape than the one in which it is understood.
    UnreadExtension {
        /// The key.
        key: &'static str,
        /// Its usual form.
        expected: &'static str,
    } => {
        code: "unread-extension", level: Note,
        message: format!("`{key}` does not have its usual form, and is not read"),
        help: format!("its usual form is {expected}"),
    }

    /// A name of a value that is not used as the name of its variant.
    UnusedValueName {
        /// The name.
        name: String,
        /// The value.
        value: String,
        /// Why.
        why: &'static str,
    } => {
        code: "unused-value-name", level: Note,
        message: format!("the name `{name}` of the value `{value}` is not used: {why}"),
        help: "the variant is named after the value",
    }

    /// A timeout that is not a duration.
    InvalidTimeout {
        /// What was written.
        text: String,
    } => {
        code: "invalid-timeout", level: Error,
        message: format!("`{text}` is not a valid duration"),
        help: "write a whole number and a unit: `500ms`, `10s` or `5m`",
    }

    /// Pagination that does not fit its operation.
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

    /// Variants that do not fit their operation.
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
