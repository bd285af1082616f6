//! `Problem`: everything that can be wrong with a description. Its code, severity, message and help have a file each.

mod code;
mod help;
mod message;
mod severity;
mod text;

pub(super) use self::text::shortened;
use super::Part;
use crate::{
    limits::{Limit, Limits},
    node::Origin,
    source::Format,
};

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
    /// More of something than the settings let pass.
    TooMuch {
        /// Of what.
        limit: Limit,
        /// How much they let pass.
        bound: usize,
    },
    /// Members of `allOf` and references in them that lead into one another beyond the bound.
    LongAllOf {
        /// The bound.
        limit: usize,
    },
    /// Code that is not what was planned: a mistake of the generator, not of the description.
    GeneratorFault {
        /// The file's path below `src/generated`.
        path: String,
        /// What differs.
        difference: String,
    },
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
    /// A constraint that is not checked although the settings want it.
    UncheckedConstraint {
        /// Its keyword.
        keyword: String,
    },
    /// Requests that the API makes.
    NotCalled {
        /// `webhooks` or `callbacks`.
        what: &'static str,
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
    /// A media type that no header can hold.
    InvalidMediaType {
        /// Its text.
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
    /// More of something than its bound.
    pub fn too_much(limit: Limit, limits: &Limits) -> Self {
        Self::TooMuch { limit, bound: limits.of(limit) }
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
