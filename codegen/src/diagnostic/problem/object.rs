//! Problems of what an object holds, whichever object it is.

macro_rules! object_problems {
    ($families:tt $($others:tt)*) => { collect! { $families $($others)*

    /// A document without `openapi`.
    NotOpenApi => {
        code: "not-openapi", level: Fatal,
        message: "this is not an OpenAPI description: the key `openapi` is missing or empty",
        help: "begin the description with `openapi: 3.1.0`",
    }

    /// A version of the specification that is not read.
    UnsupportedVersion {
        /// The version.
        version: String,
    } => {
        code: "unsupported-version", level: Fatal,
        message: format!("OpenAPI `{version}` is not read"),
        help: "versions 3.0, 3.1 and 3.2 are read, such as `openapi: 3.1.0`, and `swagger: \"2.0\"`",
    }

    /// Something that only later versions of the specification know.
    LaterVersion {
        /// What it is.
        what: &'static str,
        /// The first version that knows it.
        since: &'static str,
    } => {
        code: "later-version", level: Note,
        message: format!("{what} is known since OpenAPI {since}"),
        help: "say that version in `openapi`",
    }

    /// A key that the specification does not know at this place.
    UnknownKey {
        /// The key.
        key: String,
        /// The nearest known one.
        suggestion: Option<String>,
    } => {
        code: "unknown-key", level: Warning,
        message: format!("the key `{key}` has no meaning here"),
        help: did_you_mean(suggestion.as_deref()).unwrap_or("it is not read; a key of your own begins with `x-`".to_owned()),
    }

    /// A word that the specification does not know at this place.
    UnknownValue {
        /// The word.
        value: String,
        /// The words that it knows.
        expected: &'static [&'static str],
    } => {
        code: "unknown-value", level: Error,
        message: format!("`{value}` has no meaning here"),
        help: did_you_mean(suggest(value, expected.iter().copied())).unwrap_or(format!("expected {}", one_of(expected))),
    }

    /// A key that the specification requires.
    MissingKey {
        /// The key.
        key: &'static str,
    } => {
        code: "missing-key", level: if is_dispensable(key) { Warning } else { Error },
        message: format!("the key `{key}` is missing here"),
        help: is_dispensable(key).then(|| "it is taken as empty".to_owned()),
    }

    /// A value of another type than the specification says.
    WrongType {
        /// What it should be.
        expected: &'static str,
        /// What it is.
        found: &'static str,
    } => {
        code: "wrong-type", level: Error,
        message: format!("expected {expected}, found {found}"),
        help: None,
    }

    /// `null` where the specification wants something.
    EmptyValue {
        /// What it wants.
        expected: &'static str,
    } => {
        code: "empty-value", level: Warning,
        message: format!("there is nothing here; expected {expected}"),
        help: "it is taken as empty",
    }

    /// A value of another type than the specification says, which tells all the same what is meant.
    LooseType {
        /// What it should be.
        expected: &'static str,
        /// What it is.
        found: &'static str,
    } => {
        code: "loose-type", level: Warning,
        message: format!("expected {expected}, found {found}"),
        help: format!("it is taken as {expected}"),
    }

    /// Words for people that are no text.
    UnreadableWords {
        /// What they are.
        found: &'static str,
    } => {
        code: "unreadable-words", level: Warning,
        message: format!("words for people must be text, but this is {found}"),
        help: "they are left out",
    }
    } };
}
