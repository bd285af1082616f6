//! Problems of paths and operations.

macro_rules! operation_problems {
    ($families:tt $($others:tt)*) => { collect! { $families $($others)*

    /// A path that is no template.
    MalformedPath {
        /// The path.
        path: String,
        /// What is wrong with it.
        why: &'static str,
    } => {
        code: "malformed-path", level: Error,
        message: format!("`{path}` is no path: {why}"),
        help: None,
    }

    /// A path that says more than where something is.
    IrregularPath {
        /// The path.
        path: String,
        /// The mark after which it says more, or that it cannot hold.
        mark: char,
    } => {
        code: "irregular-path", level: Warning,
        message: match mark {
            '?' | '#' => format!("what follows the `{mark}` of `{path}` is no part of a path"),
            _ => format!("`{path}` holds {mark:?}, which cannot be sent in a path as it is"),
        },
        help: match mark {
            '?' => "it is sent as a query with each request",
            '#' => "it is never sent; it only tells the operations apart",
            _ => "it is sent percent-encoded",
        },
    }

    /// Two paths that differ only in the names of their parameters.
    AmbiguousPath {
        /// The path.
        path: String,
        /// The other path.
        first: String,
        /// Where the other path was written.
        first_at: Origin,
    } => {
        code: "ambiguous-path", level: Warning,
        message: format!("`{path}` is the same path as `{first}`"),
        help: "write one path, with the methods of both",
        related: Related { at: *first_at, part: Part::Key, label: "it is here first" },
    }

    /// A method that no request can have.
    InvalidMethod {
        /// The method.
        method: String,
    } => {
        code: "invalid-method", level: Error,
        message: format!("`{method}` is no method"),
        help: None,
    }

    /// An operation id that another operation has.
    DuplicateOperationId {
        /// The id.
        id: String,
        /// Where it stands first.
        first: Origin,
    } => {
        code: "duplicate-operation-id", level: Warning,
        message: format!("the operation id `{id}` is used twice"),
        help: "the first operation is named by it, the others by their methods and paths; names in `generated.api` stay",
        related: Related { at: *first, part: Part::Value, label: "it is used here first" },
    }

    /// A key of `responses` that is no status.
    InvalidStatus {
        /// The key.
        status: String,
    } => {
        code: "invalid-status", level: Error,
        message: format!("`{status}` is no status"),
        help: "write a status such as `404`, a range such as `4XX`, or `default`",
    }

    /// An operation without responses.
    NoResponses => {
        code: "no-responses", level: Warning,
        message: "this operation has no responses, so the body of a success is not read",
        help: "describe at least one, such as `\"200\"`",
    }

    /// A response of Swagger 2.0 without a schema, where all that the operation produces is bytes.
    BodyWithoutSchema {
        /// The first media type that the operation produces.
        media_type: String,
    } => {
        code: "body-without-schema", level: Note,
        message: format!("this response has no schema, but the operation produces `{media_type}`"),
        help: "its body is read as bytes; add `schema: {type: file}` to describe it",
    }

    /// A media type that no header can hold.
    InvalidMediaType {
        /// Its text.
        name: String,
        /// Whether it is the only one.
        is_only: bool,
    } => {
        code: "invalid-media-type", level: if *is_only { Error } else { Warning },
        message: format!("{name:?} is no media type that a header can hold"),
        help: "write printable characters of ASCII, such as `application/json`; until then it is left out",
    }

    /// Text that a header can hold, but that is not a media type.
    IrregularMediaType {
        /// The text.
        name: String,
    } => {
        code: "irregular-media-type", level: Warning,
        message: format!("`{name}` is no media type"),
        help: "write a type and a subtype, such as `application/json`; until then it is sent and compared as it is written",
    }

    /// Several media types in one key.
    ListedMediaTypes {
        /// The key.
        key: String,
    } => {
        code: "listed-media-types", level: Warning,
        message: format!("`{key}` lists several media types"),
        help: "each of them is read as a media type with this content; write an entry for each",
    }
    } };
}
