//! Problems of files and their text.

macro_rules! syntax_problems {
    ($families:tt $($others:tt)*) => { collect! { $families $($others)*

    /// A file that the operating system does not hand out.
    UnreadableFile {
        /// Its path.
        path: String,
        /// What the operating system says.
        reason: String,
    } => {
        code: "unreadable-file", level: Fatal,
        message: format!("cannot read `{path}`: {reason}"),
        help: None,
    }

    /// A file whose bytes are not text.
    NotUtf8 => {
        code: "not-utf8", level: Fatal,
        message: "this file is not UTF-8 from here on",
        help: "save the file as UTF-8",
    }

    /// A text that is neither JSON nor YAML.
    Syntax {
        /// What it was taken for.
        format: &'static str,
        /// What the parser says.
        message: String,
        /// What to do about it, if that is known.
        hint: Option<&'static str>,
    } => {
        code: "syntax", level: Fatal,
        message: format!("this is not {format}: {message}"),
        help: hint.map(str::to_owned),
    }

    /// A file without a value.
    EmptyFile => {
        code: "empty-file", level: Fatal,
        message: "this file contains nothing",
        help: None,
    }

    /// A file of more than one YAML document.
    SeveralDocuments => {
        code: "several-documents", level: Fatal,
        message: "a second YAML document starts here",
        help: "put each document into a file of its own",
    }

    /// A key that its mapping already has.
    DuplicateKey {
        /// The key.
        key: String,
        /// The value that has it already.
        first: Origin,
    } => {
        code: "duplicate-key", level: Error,
        message: format!("the key `{key}` is there twice"),
        help: None,
        related: Related { at: *first, part: Part::Key, label: "it is here already" },
    }

    /// A key that is not text and cannot be taken for it.
    UnsupportedKey {
        /// What it is.
        found: &'static str,
    } => {
        code: "unsupported-key", level: if *found == "null" { Error } else { Fatal },
        message: format!("a key must be text, but this is {found}"),
        help: (*found == "null").then(|| "if the text is meant, put it in quotes".to_owned()),
    }

    /// A `<<` that names neither a mapping nor a list of them.
    MergedValue {
        /// What it names.
        found: &'static str,
    } => {
        code: "merged-value", level: Error,
        message: format!("`<<` takes in mappings, but this is {found}"),
        help: "write the alias of a mapping, such as `<<: *base`",
    }

    /// An infinity or something that is not a number.
    NonFiniteNumber => {
        code: "non-finite-number", level: Error,
        message: "a number must be finite",
        help: None,
    }

    /// A YAML tag that is not one of YAML's own.
    CustomTag {
        /// The tag, without its exclamation mark.
        tag: String,
    } => {
        code: "custom-tag", level: Error,
        message: format!("the tag `!{tag}` has no meaning here"),
        help: "remove the tag: OpenAPI knows only what JSON can say",
    }
    } };
}
