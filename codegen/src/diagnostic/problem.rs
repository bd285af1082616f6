//! `Problem`: every message that a description can cause.

use std::fmt;

use super::{Part, Severity, suggest};
use crate::{node::Origin, source::Format};

/// What can be wrong with a description.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// A file that the operating system does not hand out.
    UnreadableFile {
        /// Its path.
        path: String,
        /// What the operating system says.
        reason: String,
    },
    /// A file whose bytes are not text.
    NotUtf8,
    /// A text that is neither JSON nor YAML.
    Syntax {
        /// What it was taken for.
        format: Format,
        /// What the parser says.
        message: String,
        /// Whether a tab is what it stumbled over.
        tab: bool,
    },
    /// A file without a value.
    EmptyFile,
    /// A file of more than one YAML document.
    SeveralDocuments,
    /// A key that its mapping already has.
    DuplicateKey {
        /// The key.
        key: String,
        /// The value that has it already.
        first: Origin,
    },
    /// A key that is not text and cannot be taken for it.
    UnsupportedKey {
        /// What it is.
        found: &'static str,
    },
    /// A `<<` that names neither a mapping nor a list of them.
    MergedValue {
        /// What it names.
        found: &'static str,
    },
    /// Mappings and lists in one another beyond the bound.
    TooDeep {
        /// The bound.
        limit: usize,
    },
    /// A file whose aliases expand beyond the bound.
    TooManyValues,
    /// An infinity or something that is not a number.
    NonFiniteNumber,
    /// A YAML tag that is not one of YAML's own.
    CustomTag {
        /// The tag, without its exclamation mark.
        tag: String,
    },
    /// A key that the specification does not know at this place.
    UnknownKey {
        /// The key.
        key: String,
        /// The nearest known one.
        suggestion: Option<String>,
    },
    /// A document without `openapi`.
    NotOpenApi,
    /// A version of the specification that is not read.
    UnsupportedVersion {
        /// The version.
        version: String,
    },
    /// A key that the specification requires.
    MissingKey {
        /// The key.
        key: &'static str,
    },
    /// A value of another type than the specification says.
    WrongType {
        /// What it should be.
        expected: &'static str,
        /// What it is.
        found: &'static str,
    },
    /// `null` where the specification wants something.
    EmptyValue {
        /// What it wants.
        expected: &'static str,
    },
    /// A value of another type than the specification says, which tells all the same what is meant.
    LooseType {
        /// What it should be.
        expected: &'static str,
        /// What it is.
        found: &'static str,
    },
    /// Words for people that are no text.
    UnreadableWords {
        /// What they are.
        found: &'static str,
    },
    /// `required: true` in a schema, where a list in the object around it is meant.
    MisplacedRequired,
    /// Something that only later versions of the specification know.
    LaterVersion {
        /// What it is.
        what: &'static str,
        /// The first version that knows it.
        since: &'static str,
    },
    /// A word that the specification does not know at this place.
    UnknownValue {
        /// The word.
        value: String,
        /// The words that it knows.
        expected: &'static [&'static str],
    },
    /// An extension that looks like one of ours.
    MisspeltExtension {
        /// The key.
        key: String,
        /// The one it looks like.
        suggestion: String,
    },
    /// One of our extensions at a place where it says nothing.
    MisplacedExtension {
        /// The key.
        key: String,
    },
    /// An `x-timeout` that is no time.
    InvalidTimeout {
        /// What was written.
        text: String,
    },
    /// A reference that leads nowhere.
    DanglingReference {
        /// The reference.
        reference: String,
        /// What it was likely meant to be.
        suggestion: Option<String>,
    },
    /// A reference out of the document.
    RemoteReference {
        /// The reference.
        reference: String,
    },
    /// A reference to a file that must not be read.
    OutsideReference {
        /// The reference.
        reference: String,
    },
    /// References that lead back to themselves.
    CircularReference {
        /// The reference.
        reference: String,
    },
    /// A reference to a reference, and so on, too often.
    LongReference {
        /// The reference.
        reference: String,
        /// How many a chain may have.
        limit: usize,
    },
    /// An `allOf` that contains itself.
    CircularAllOf,
    /// Members of an `allOf` that say different things.
    ConflictingAllOf {
        /// The keyword on which they differ.
        keyword: &'static str,
    },
    /// Values of an `enum` that are lists or objects.
    MixedEnumeration,
    /// Values of an `enum` that are not of the type beside them.
    ContradictoryEnumeration {
        /// What is made of them.
        instead: &'static str,
    },
    /// A name in `required` that is not in `properties`.
    UndeclaredProperty {
        /// The name.
        name: String,
    },
    /// A discriminator value that stands for no alternative.
    StrayMapping {
        /// The value.
        value: String,
    },
    /// Alternatives that look alike.
    IndistinctVariants {
        /// One variant.
        first: String,
        /// The other.
        second: String,
    },
    /// A keyword that narrows a value further than Rust types do.
    NotExpressed {
        /// The keyword.
        keyword: &'static str,
    },
    /// Something that is read but not generated.
    Unsupported {
        /// What it is.
        what: &'static str,
        /// What happens instead.
        instead: &'static str,
    },
    /// A body of XML, of which the schema says more than the client does.
    XmlAsText,
    /// A method that no request can have.
    InvalidMethod {
        /// The method.
        method: String,
    },
    /// A path that is no template.
    MalformedPath {
        /// The path.
        path: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// A path that says more than where something is.
    IrregularPath {
        /// The path.
        path: String,
        /// The mark after which it says more, or that it cannot hold.
        mark: char,
    },
    /// Two paths that differ only in the names of their parameters.
    AmbiguousPath {
        /// The path.
        path: String,
        /// The other path.
        first: String,
        /// Where the other path was written.
        first_at: Origin,
    },
    /// An operation id that another operation has.
    DuplicateOperationId {
        /// The id.
        id: String,
        /// Where it stands first.
        first: Origin,
    },
    /// A parameter that stands in a list twice.
    DuplicateParameter {
        /// Its name.
        name: String,
        /// Where it stands first.
        first: Origin,
    },
    /// A path parameter that its path does not hold.
    ParameterNotInPath {
        /// Its name.
        name: String,
        /// The path.
        path: String,
    },
    /// A place in a path that no parameter fills.
    UndeclaredPathParameter {
        /// Its name.
        name: String,
        /// The path.
        path: String,
    },
    /// A path parameter that is not required.
    OptionalPathParameter {
        /// Its name.
        name: String,
    },
    /// A header parameter that the specification has ignored.
    IgnoredHeader {
        /// Its name.
        name: String,
    },
    /// A header parameter that is the connection's to set.
    ForbiddenHeader {
        /// Its name.
        name: String,
    },
    /// A header parameter or a cookie whose name HTTP does not allow.
    InvalidHeader {
        /// Its name.
        name: String,
    },
    /// A style that its location does not have.
    MisplacedStyle {
        /// The parameter's name.
        name: String,
        /// The styles that its location has.
        known: &'static [&'static str],
    },
    /// A key of `responses` that is no status.
    InvalidStatus {
        /// The key.
        status: String,
    },
    /// An operation without responses.
    NoResponses,
    /// An `x-pagination` that does not fit its operation.
    InvalidPagination {
        /// The part that does not fit.
        what: String,
        /// Why.
        why: &'static str,
        /// What would fit.
        instead: &'static str,
    },
    /// An `x-variants` that does not fit its operation.
    InvalidVariants {
        /// Why.
        why: String,
    },
    /// A security requirement that names no scheme.
    UnknownSecurityScheme {
        /// The name.
        name: String,
        /// The nearest name of a scheme.
        suggestion: Option<String>,
    },
    /// A security scheme that no operation needs.
    UnusedSecurityScheme {
        /// Its name.
        name: String,
    },
    /// A security scheme that is the transport's.
    MutualTls {
        /// Its name.
        name: String,
    },
    /// A server whose URL is no base URL.
    UnusableServer {
        /// The URL.
        url: String,
    },
    /// A default of a server's variable that is not among its values.
    UnlistedDefault {
        /// The variable.
        name: String,
        /// Its default.
        default: String,
    },
    /// A description without a usable server.
    NoServer,
    /// An overlay that does not say what to do.
    InvalidOverlay {
        /// Why.
        why: String,
    },
    /// An action of an overlay that selects nothing.
    UnmatchedAction {
        /// The path that it names.
        target: String,
    },
    /// An allowance that applies to no error.
    UnusedAllowance {
        /// The code that it names.
        code: String,
        /// The place that it names.
        at: Option<String>,
    },
    /// A pattern of the settings that means no operation.
    UnmatchedPattern {
        /// `include` or `exclude`.
        key: &'static str,
        /// The pattern, in words.
        pattern: String,
    },
    /// Two things whose names are one in Rust.
    NameCollision {
        /// The later one.
        name: String,
        /// The earlier one.
        first: String,
        /// The Rust name that the later one gets.
        renamed: String,
        /// Whether they are values, which have no `x-rust-name`.
        of_values: bool,
    },
}

/// Another place that explains a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Related {
    /// The entry.
    pub at: Origin,
    /// The part of the entry.
    pub part: Part,
    /// What is there.
    pub label: &'static str,
}

impl Problem {
    /// Its short name, which settings and scripts may refer to.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnreadableFile { .. } => "unreadable-file",
            Self::NotUtf8 => "not-utf8",
            Self::Syntax { .. } => "syntax",
            Self::EmptyFile => "empty-file",
            Self::SeveralDocuments => "several-documents",
            Self::DuplicateKey { .. } => "duplicate-key",
            Self::UnsupportedKey { .. } => "unsupported-key",
            Self::MergedValue { .. } => "merged-value",
            Self::TooDeep { .. } => "too-deep",
            Self::TooManyValues => "too-many-values",
            Self::NonFiniteNumber => "non-finite-number",
            Self::CustomTag { .. } => "custom-tag",
            Self::UnknownKey { .. } => "unknown-key",
            Self::NotOpenApi => "not-openapi",
            Self::UnsupportedVersion { .. } => "unsupported-version",
            Self::MissingKey { .. } => "missing-key",
            Self::WrongType { .. } => "wrong-type",
            Self::EmptyValue { .. } => "empty-value",
            Self::LooseType { .. } => "loose-type",
            Self::UnreadableWords { .. } => "unreadable-words",
            Self::MisplacedRequired => "misplaced-required",
            Self::LaterVersion { .. } => "later-version",
            Self::UnknownValue { .. } => "unknown-value",
            Self::MisspeltExtension { .. } => "misspelt-extension",
            Self::MisplacedExtension { .. } => "misplaced-extension",
            Self::InvalidTimeout { .. } => "invalid-timeout",
            Self::DanglingReference { .. } => "dangling-reference",
            Self::RemoteReference { .. } => "remote-reference",
            Self::OutsideReference { .. } => "outside-reference",
            Self::CircularReference { .. } => "circular-reference",
            Self::LongReference { .. } => "long-reference",
            Self::CircularAllOf => "circular-all-of",
            Self::ConflictingAllOf { .. } => "conflicting-all-of",
            Self::MixedEnumeration => "mixed-enumeration",
            Self::ContradictoryEnumeration { .. } => "contradictory-enumeration",
            Self::UndeclaredProperty { .. } => "undeclared-property",
            Self::StrayMapping { .. } => "stray-mapping",
            Self::IndistinctVariants { .. } => "indistinct-variants",
            Self::NotExpressed { .. } => "not-expressed",
            Self::Unsupported { .. } => "unsupported",
            Self::XmlAsText => "xml-as-text",
            Self::InvalidMethod { .. } => "invalid-method",
            Self::MalformedPath { .. } => "malformed-path",
            Self::IrregularPath { .. } => "irregular-path",
            Self::AmbiguousPath { .. } => "ambiguous-path",
            Self::DuplicateOperationId { .. } => "duplicate-operation-id",
            Self::DuplicateParameter { .. } => "duplicate-parameter",
            Self::ParameterNotInPath { .. } => "parameter-not-in-path",
            Self::UndeclaredPathParameter { .. } => "undeclared-path-parameter",
            Self::OptionalPathParameter { .. } => "optional-path-parameter",
            Self::IgnoredHeader { .. } => "ignored-header",
            Self::ForbiddenHeader { .. } => "forbidden-header",
            Self::InvalidHeader { .. } => "invalid-header",
            Self::MisplacedStyle { .. } => "misplaced-style",
            Self::InvalidStatus { .. } => "invalid-status",
            Self::NoResponses => "no-responses",
            Self::InvalidPagination { .. } => "invalid-pagination",
            Self::InvalidVariants { .. } => "invalid-variants",
            Self::UnknownSecurityScheme { .. } => "unknown-security-scheme",
            Self::UnusedSecurityScheme { .. } => "unused-security-scheme",
            Self::MutualTls { .. } => "mutual-tls",
            Self::UnusableServer { .. } => "unusable-server",
            Self::UnlistedDefault { .. } => "unlisted-default",
            Self::NoServer => "no-server",
            Self::InvalidOverlay { .. } => "invalid-overlay",
            Self::UnmatchedAction { .. } => "unmatched-action",
            Self::UnusedAllowance { .. } => "unused-allowance",
            Self::UnmatchedPattern { .. } => "unmatched-pattern",
            Self::NameCollision { .. } => "name-collision",
        }
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        match self {
            Self::UnknownKey { .. }
            | Self::EmptyValue { .. }
            | Self::LooseType { .. }
            | Self::UnreadableWords { .. }
            | Self::MisplacedRequired
            | Self::MissingKey { key: "info" | "title" | "version" | "paths" }
            | Self::IrregularPath { .. }
            | Self::ConflictingAllOf { .. }
            | Self::MixedEnumeration
            | Self::ContradictoryEnumeration { .. }
            | Self::UndeclaredProperty { .. }
            | Self::StrayMapping { .. }
            | Self::IndistinctVariants { .. }
            | Self::Unsupported { .. }
            | Self::AmbiguousPath { .. }
            | Self::DuplicateParameter { .. }
            | Self::ParameterNotInPath { .. }
            | Self::UndeclaredPathParameter { .. }
            | Self::ForbiddenHeader { .. }
            | Self::OptionalPathParameter { .. }
            | Self::NoResponses
            | Self::UnknownSecurityScheme { .. }
            | Self::UnusableServer { .. }
            | Self::UnusedAllowance { .. }
            | Self::UnmatchedPattern { .. }
            | Self::UnlistedDefault { .. }
            | Self::NameCollision { .. } => Severity::Warning,
            Self::NotExpressed { .. }
            | Self::XmlAsText
            | Self::LaterVersion { .. }
            | Self::IgnoredHeader { .. }
            | Self::UnusedSecurityScheme { .. }
            | Self::MutualTls { .. }
            | Self::NoServer => Severity::Note,
            _ => Severity::Error,
        }
    }

    /// Whether there is a way to go on if it is an error, so that settings can allow it.
    pub fn is_allowable(&self) -> bool {
        !matches!(
            self,
            Self::UnreadableFile { .. }
                | Self::NotUtf8
                | Self::Syntax { .. }
                | Self::EmptyFile
                | Self::SeveralDocuments
                | Self::UnsupportedKey { found: "a list" | "a mapping" }
                | Self::TooDeep { .. }
                | Self::TooManyValues
                | Self::NotOpenApi
                | Self::UnsupportedVersion { .. }
        )
    }

    /// What to do about it.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::NotUtf8 => Some("save the file as UTF-8".to_owned()),
            Self::Syntax { tab: true, .. } => Some("indent with spaces; YAML does not allow tabs".to_owned()),
            Self::SeveralDocuments => Some("put each document into a file of its own".to_owned()),
            Self::UnsupportedKey { found: "null" } => Some("if the text is meant, put it in quotes".to_owned()),
            Self::MergedValue { .. } => Some("write the alias of a mapping, such as `<<: *base`".to_owned()),
            Self::TooManyValues => Some("use fewer aliases: each `*name` is a copy of all that it names".to_owned()),
            Self::CustomTag { .. } => Some("remove the tag: OpenAPI knows only what JSON can say".to_owned()),
            Self::EmptyValue { .. } => Some("it is taken as empty".to_owned()),
            Self::LooseType { expected, .. } => Some(format!("it is taken as {expected}")),
            Self::UnreadableWords { .. } => Some("they are left out".to_owned()),
            Self::MisplacedRequired => Some("it is read as if the name stood in that list".to_owned()),
            Self::MissingKey { key: "info" | "title" | "version" | "paths" } => Some("it is taken as empty".to_owned()),
            Self::LaterVersion { .. } => Some("say that version in `openapi`".to_owned()),
            Self::IrregularPath { mark: '?', .. } => Some("it is sent as a query with each request".to_owned()),
            Self::IrregularPath { mark: '#', .. } => Some("it is never sent; it only tells the operations apart".to_owned()),
            Self::IrregularPath { .. } => Some("it is sent percent-encoded".to_owned()),
            Self::UnknownKey { suggestion, .. } => Some(match suggestion {
                Some(key) => format!("did you mean `{key}`?"),
                None => "it is not read; a key of your own begins with `x-`".to_owned(),
            }),
            Self::NotOpenApi => Some("begin the description with `openapi: 3.1.0`".to_owned()),
            Self::UnsupportedVersion { .. } => {
                Some("versions 3.0, 3.1 and 3.2 are read, such as `openapi: 3.1.0`, and `swagger: \"2.0\"`".to_owned())
            }
            Self::UnknownValue { value, expected } => Some(match suggest(value, expected.iter().copied()) {
                Some(word) => format!("did you mean `{word}`?"),
                None => format!("expected {}", one_of(expected)),
            }),
            Self::MisspeltExtension { suggestion, .. } => {
                Some(format!("did you mean `{suggestion}`? If not, a name that is less like it will be left alone"))
            }
            Self::MisplacedExtension { key } => Some(match key.as_str() {
                "x-rust-name" => {
                    "it can stand in a tag, an operation, a parameter, a property, or a schema that becomes a type".to_owned()
                }
                _ => "it can stand in an operation".to_owned(),
            }),
            Self::InvalidTimeout { .. } => Some("write a whole number and a unit: `500ms`, `10s` or `5m`".to_owned()),
            Self::DanglingReference { suggestion, .. } => suggestion.as_ref().map(|meant| format!("did you mean `{meant}`?")),
            Self::RemoteReference { .. } => {
                Some("save what it refers to as a file beside the description, and refer to that".to_owned())
            }
            Self::OutsideReference { .. } => {
                Some("name its folder in the settings, such as `roots = [\"..\"]`, or to `new` with `--root`".to_owned())
            }
            Self::LongReference { .. } => Some("refer to what stands at its end".to_owned()),
            Self::CircularAllOf => Some("remove the part that leads back".to_owned()),
            Self::ConflictingAllOf { .. } => Some("the last of them is used".to_owned()),
            Self::MixedEnumeration => Some("any JSON is taken here instead; list only texts, numbers or booleans".to_owned()),
            Self::ContradictoryEnumeration { instead } => Some((*instead).to_owned()),
            Self::UndeclaredProperty { name } => {
                Some(format!("describe `{name}` in `properties`; until then it is not read or sent"))
            }
            Self::StrayMapping { .. } => Some("list the schema under `oneOf` or `anyOf`, or take it out of `mapping`".to_owned()),
            Self::IndistinctVariants { first, .. } => {
                Some(format!("such a value is read as `{first}`; a `discriminator` or a `const` property would tell them apart"))
            }
            Self::Unsupported { instead, .. } | Self::InvalidPagination { instead, .. } => Some((*instead).to_owned()),
            Self::XmlAsText => Some("read and write it with a library of your choice".to_owned()),
            Self::AmbiguousPath { .. } => Some("write one path, with the methods of both".to_owned()),
            Self::DuplicateParameter { .. } => Some("the first of them is used".to_owned()),
            Self::ParameterNotInPath { name, .. } => {
                Some(format!("it is never sent; write `{{{name}}}` into the path, or remove the parameter"))
            }
            Self::UndeclaredPathParameter { name, .. } => {
                Some(format!("it is taken as a required text; add a parameter with `name: {name}` and `in: path`"))
            }
            Self::OptionalPathParameter { .. } => Some("it is taken as required; write `required: true`".to_owned()),
            Self::IgnoredHeader { name } => Some(match name.to_ascii_lowercase().as_str() {
                "authorization" => "credentials are described by `securitySchemes` and `security`".to_owned(),
                _ => "the media types under `content` decide what is sent".to_owned(),
            }),
            Self::ForbiddenHeader { .. } => Some("it is left out; correct its name if another header is meant".to_owned()),
            Self::InvalidHeader { .. } => Some("write letters, digits and `-`, such as `X-Rate`".to_owned()),
            Self::MisplacedStyle { known, .. } => Some(format!("it can be written in the style {}", one_of(known))),
            Self::NoResponses => Some("describe at least one, such as `\"200\"`".to_owned()),
            Self::NoServer => Some("write, say, `servers: [{url: https://api.example.com}]`".to_owned()),
            Self::InvalidStatus { .. } => Some("write a status such as `404`, a range such as `4XX`, or `default`".to_owned()),
            Self::UnknownSecurityScheme { suggestion, .. } => Some(match suggestion {
                Some(name) => format!("did you mean `{name}`?"),
                None => "describe it in `components.securitySchemes`; until then this alternative is left out".to_owned(),
            }),
            Self::MutualTls { .. } => Some(
                "hand the builder a transport that shows the certificate, such as one by `ReqwestTransport::from_client`"
                    .to_owned(),
            ),
            Self::UnusedAllowance { .. } => Some("remove the entry from `allow`".to_owned()),
            Self::UnusableServer { .. } => Some(
                "a base URL begins with `http://`, `https://` or `/` and has no query or fragment; a variable needs a default"
                    .to_owned(),
            ),
            Self::NameCollision { renamed, of_values: true, .. } => Some(format!("the later one becomes `{renamed}`")),
            Self::NameCollision { renamed, .. } => {
                Some(format!("this one becomes `{renamed}`, unless an `x-rust-name` gives it another name"))
            }
            _ => None,
        }
    }

    /// The other place that explains it.
    pub fn related(&self) -> Option<Related> {
        match self {
            Self::DuplicateOperationId { first, .. } => {
                Some(Related { at: *first, part: Part::Value, label: "it is used here first" })
            }
            Self::DuplicateParameter { first, .. } => {
                Some(Related { at: *first, part: Part::Value, label: "it is here already" })
            }
            Self::AmbiguousPath { first_at, .. } => Some(Related { at: *first_at, part: Part::Key, label: "it is here first" }),
            Self::DuplicateKey { first, .. } => Some(Related { at: *first, part: Part::Key, label: "it is here already" }),
            _ => None,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnreadableFile { path, reason } => write!(formatter, "cannot read `{path}`: {reason}"),
            Self::NotUtf8 => write!(formatter, "this file is not UTF-8 from here on"),
            Self::Syntax { format, message, .. } => write!(formatter, "this is not {format}: {message}"),
            Self::EmptyFile => write!(formatter, "this file contains nothing"),
            Self::SeveralDocuments => write!(formatter, "a second YAML document starts here"),
            Self::DuplicateKey { key, .. } => write!(formatter, "the key `{key}` is there twice"),
            Self::UnsupportedKey { found } => write!(formatter, "a key must be text, but this is {found}"),
            Self::MergedValue { found } => write!(formatter, "`<<` takes in mappings, but this is {found}"),
            Self::TooDeep { limit } => write!(formatter, "this is nested more than {limit} levels deep"),
            Self::TooManyValues => write!(formatter, "the aliases of this file make it too large"),
            Self::NonFiniteNumber => write!(formatter, "a number must be finite"),
            Self::CustomTag { tag } => write!(formatter, "the tag `!{tag}` has no meaning here"),
            Self::UnknownKey { key, .. } => write!(formatter, "the key `{key}` has no meaning here"),
            Self::NotOpenApi => write!(formatter, "this is not an OpenAPI description: the key `openapi` is missing"),
            Self::UnsupportedVersion { version } => write!(formatter, "OpenAPI `{version}` is not read"),
            Self::MissingKey { key } => write!(formatter, "the key `{key}` is missing here"),
            Self::WrongType { expected, found } => write!(formatter, "expected {expected}, found {found}"),
            Self::EmptyValue { expected } => write!(formatter, "there is nothing here; expected {expected}"),
            Self::LooseType { expected, found } => write!(formatter, "expected {expected}, found {found}"),
            Self::UnreadableWords { found } => write!(formatter, "words for people must be text, but this is {found}"),
            Self::MisplacedRequired => write!(formatter, "`required` is a list of names, in the schema that has the properties"),
            Self::LaterVersion { what, since } => write!(formatter, "{what} is known since OpenAPI {since}"),
            Self::UnknownValue { value, .. } => write!(formatter, "`{value}` has no meaning here"),
            Self::MisspeltExtension { key, .. } => write!(formatter, "the extension `{key}` is not known"),
            Self::MisplacedExtension { key } => write!(formatter, "the extension `{key}` has no meaning here"),
            Self::InvalidTimeout { text } => write!(formatter, "`{text}` is no time"),
            Self::DanglingReference { reference, .. } => write!(formatter, "`{reference}` does not exist"),
            Self::RemoteReference { reference } => {
                write!(formatter, "`{reference}` is not in a file, and nothing is fetched from a network")
            }
            Self::OutsideReference { reference } => write!(formatter, "`{reference}` is outside of the description's folder"),
            Self::CircularReference { reference } => write!(formatter, "`{reference}` leads back to itself"),
            Self::LongReference { reference, limit } => {
                write!(formatter, "`{reference}` leads to a chain of more than {limit} references")
            }
            Self::CircularAllOf => write!(formatter, "this reference makes an `allOf` contain itself"),
            Self::ConflictingAllOf { keyword } => write!(formatter, "the parts of this `allOf` do not agree on `{keyword}`"),
            Self::MixedEnumeration => {
                write!(formatter, "some values of this `enum` are lists or objects")
            }
            Self::ContradictoryEnumeration { .. } => write!(formatter, "the values of this `enum` are not of its `type`"),
            Self::UndeclaredProperty { name } => write!(formatter, "the property `{name}` is required but not described"),
            Self::StrayMapping { value } => write!(formatter, "`{value}` stands for a schema that is none of the alternatives"),
            Self::IndistinctVariants { first, second } => write!(formatter, "nothing in a value tells `{first}` from `{second}`"),
            Self::NotExpressed { keyword } => write!(formatter, "`{keyword}` is not expressed in the generated types"),
            Self::XmlAsText => write!(formatter, "a body of XML is text here, whatever its schema says"),
            Self::Unsupported { what, .. } => write!(formatter, "{what} is not supported yet"),
            Self::InvalidMethod { method } => write!(formatter, "`{method}` is no method"),
            Self::MalformedPath { path, why } => write!(formatter, "`{path}` is no path: {why}"),
            Self::IrregularPath { path, mark: mark @ ('?' | '#') } => {
                write!(formatter, "what follows the `{mark}` of `{path}` is no part of a path")
            }
            Self::IrregularPath { path, mark } => {
                write!(formatter, "`{path}` holds {mark:?}, which cannot be sent in a path as it is")
            }
            Self::AmbiguousPath { path, first, .. } => write!(formatter, "`{path}` is the same path as `{first}`"),
            Self::DuplicateOperationId { id, .. } => write!(formatter, "the operation id `{id}` is used twice"),
            Self::DuplicateParameter { name, .. } => write!(formatter, "the parameter `{name}` is there twice"),
            Self::ParameterNotInPath { name, path } => write!(formatter, "`{path}` has no place for the parameter `{name}`"),
            Self::UndeclaredPathParameter { name, path } => write!(formatter, "no parameter describes `{{{name}}}` of `{path}`"),
            Self::OptionalPathParameter { name } => write!(formatter, "the path parameter `{name}` must be required"),
            Self::IgnoredHeader { name } => {
                write!(formatter, "the header `{name}` is ignored here, as OpenAPI demands")
            }
            Self::ForbiddenHeader { name } => {
                write!(formatter, "no parameter can set the header `{name}`: it is the connection's")
            }
            Self::InvalidHeader { name } => write!(formatter, "`{name}` is no name that HTTP allows"),
            Self::MisplacedStyle { name, .. } => write!(formatter, "the parameter `{name}` cannot be written in this style"),
            Self::InvalidStatus { status } => write!(formatter, "`{status}` is no status"),
            Self::NoResponses => write!(formatter, "this operation has no responses, so the body of a success is not read"),
            Self::InvalidPagination { what, why, .. } => write!(formatter, "`{what}` {why}"),
            Self::InvalidVariants { why } => write!(formatter, "these variants do not fit: {why}"),
            Self::UnknownSecurityScheme { name, .. } => write!(formatter, "the security scheme `{name}` is not described"),
            Self::UnusedSecurityScheme { name } => {
                write!(formatter, "no operation needs the security scheme `{name}`, so that nothing is emitted for it")
            }
            Self::MutualTls { name } => write!(formatter, "`{name}` is not the client's to show but the transport's"),
            Self::UnusableServer { url } => write!(formatter, "`{url}` cannot be used as a base URL"),
            Self::InvalidOverlay { why } => write!(formatter, "this overlay cannot be applied: {why}"),
            Self::UnmatchedAction { target } => write!(formatter, "`{target}` selects nothing in the description"),
            Self::UnusedAllowance { code, at: Some(at) } => {
                write!(formatter, "the settings allow `{code}` at `{at}`, where there is no such error")
            }
            Self::UnusedAllowance { code, at: None } => {
                write!(formatter, "the settings allow `{code}`, but there is no such error")
            }
            Self::UnmatchedPattern { key, pattern } => write!(formatter, "`{key}` names {pattern}, which matches no operation"),
            Self::UnlistedDefault { name, default } => {
                write!(formatter, "the default `{default}` of the variable `{name}` is not among its values")
            }
            Self::NoServer => write!(formatter, "no usable server is described, so callers must give the base URL"),
            Self::NameCollision { name, first, .. } if name == first => {
                write!(formatter, "the name `{name}` is taken already, by another `{first}`")
            }
            Self::NameCollision { name, first, .. } => {
                write!(formatter, "`{name}` and `{first}` would have the same name in Rust")
            }
        }
    }
}

/// Words to choose from.
fn one_of(words: &[&str]) -> String {
    match words.split_last() {
        Some((last, [])) => format!("`{last}`"),
        Some((last, others)) => format!("`{}` or `{last}`", others.join("`, `")),
        None => String::new(),
    }
}
