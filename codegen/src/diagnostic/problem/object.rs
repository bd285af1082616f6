//! Problems of what an object holds, whichever object it is.

macro_rules! object_problems {
    ($families:tt $($others:tt)*) => { collect! { $families $($others)*

    /// A document without `openapi`.
    NotOpenApi {
        /// What the document is instead, if that is known.
        instead: Option<&'static str>,
    } => {
        code: "not-openapi", level: Fatal,
        message: "this is not an OpenAPI description: the key `openapi` is missing or empty",
        help: instead.unwrap_or("begin the description with `openapi: 3.1.0`"),
    }

    /// A version of the specification that is not read.
    UnsupportedVersion {
        /// The key that it is written under.
        keyword: &'static str,
        /// The version.
        version: String,
    } => {
        code: "unsupported-version", level: Fatal,
        message: match *keyword {
            "swagger" => format!("Swagger `{version}` is not read"),
            _ => format!("OpenAPI `{version}` is not read"),
        },
        help: match (*keyword, version.split('.').next()) {
            ("swagger", Some("3" | "")) => "since version 3.0 the key is `openapi`, such as `openapi: 3.0.3`",
            ("openapi", Some("2")) => "until version 2.0 the key is `swagger`, as `swagger: \"2.0\"`",
            _ => "versions 3.0, 3.1 and 3.2 are read, such as `openapi: 3.1.0`, and `swagger: \"2.0\"`",
        },
    }

    /// Something that only later versions of the specification know.
    LaterVersion {
        /// What it is.
        what: &'static str,
        /// The first version that knows it.
        since: &'static str,
        /// The Swagger 2.0 equivalent, if clientsmith reads it.
        in_swagger: Option<&'static str>,
    } => {
        code: "later-version", level: Note,
        message: format!("{what} is known since OpenAPI {since}"),
        help: in_swagger.map_or("write that version in `openapi`".to_owned(), |instead| format!("{instead} in Swagger 2.0")),
    }

    /// A key that the specification does not know at this place.
    UnknownKey {
        /// The key.
        key: String,
        /// Where it belongs, if that is known.
        hint: Option<&'static str>,
        /// The nearest known one.
        suggestion: Option<String>,
    } => {
        code: "unknown-key", level: Warning,
        message: format!("the key `{key}` has no meaning here"),
        help: hint
            .map(str::to_owned)
            .or_else(|| did_you_mean(suggestion.as_deref()))
            .unwrap_or_else(|| "it is not read; a key of your own begins with `x-`".to_owned()),
    }

    /// A word that the specification does not know at this place.
    UnknownValue {
        /// The word.
        value: String,
        /// The words that it knows.
        expected: &'static [&'static str],
        /// How to write the intended meaning, if it is known.
        hint: Option<String>,
    } => {
        code: "unknown-value", level: Error,
        message: format!("`{value}` has no meaning here"),
        help: hint.clone()
            .or_else(|| did_you_mean(suggest(value, expected.iter().copied())))
            .unwrap_or_else(|| format!("expected {}", one_of(expected))),
    }

    /// A key that the specification requires.
    MissingKey {
        /// The key.
        key: &'static str,
        /// Whether the key is there, but has no value.
        is_there: bool,
    } => {
        code: "missing-key", level: if is_dispensable(key) { Warning } else { Error },
        message: match is_there {
            true => format!("the key `{key}` has no value here"),
            false => format!("the key `{key}` is missing here"),
        },
        help: is_dispensable(key).then(|| "it is taken as empty".to_owned()),
    }

    /// A value of another type than the specification says.
    WrongType {
        /// What it should be.
        expected: &'static str,
        /// What it is.
        found: &'static str,
        /// What to write instead, if that is known.
        hint: Option<String>,
    } => {
        code: "wrong-type", level: Error,
        message: format!("expected {expected}, found {found}"),
        help: hint.clone().or_else(|| rewritten(expected, found)),
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
