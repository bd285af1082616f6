//! What problems are, in a line.

use std::fmt;

use super::Problem;
use crate::limits::Limit;

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
            Self::TooMuch { limit, bound } => too_much(formatter, *limit, *bound),
            Self::LongAllOf { limit } => {
                write!(formatter, "more than {limit} members and references of `allOf` lead into one another")
            }
            Self::GeneratorFault { path, difference } => {
                write!(formatter, "the code of `{path}` is not what was planned: {difference}")
            }
            Self::NonFiniteNumber => write!(formatter, "a number must be finite"),
            Self::CustomTag { tag } => write!(formatter, "the tag `!{tag}` has no meaning here"),
            Self::UnknownKey { key, .. } => write!(formatter, "the key `{key}` has no meaning here"),
            Self::NotOpenApi => write!(formatter, "this is not an OpenAPI description: the key `openapi` is missing or empty"),
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
            Self::NotCalled { what } => {
                write!(formatter, "the API makes the requests of `{what}`, so that there are no calls for them")
            }
            Self::NotExpressed { keyword } => write!(formatter, "`{keyword}` is not expressed in the generated types"),
            Self::UncheckedConstraint { keyword } => write!(formatter, "`{keyword}` is not checked before values are sent"),
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
            Self::InvalidMediaType { name } => write!(formatter, "{name:?} is no media type that a header can hold"),
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

fn too_much(formatter: &mut fmt::Formatter<'_>, limit: Limit, bound: usize) -> fmt::Result {
    match limit {
        Limit::Files => write!(formatter, "the description has more than {bound} files"),
        Limit::Megabytes => write!(formatter, "the text of the description is more than {bound} megabytes"),
        Limit::Values => write!(formatter, "the description has more than {bound} values"),
        Limit::Nesting => write!(formatter, "this is nested more than {bound} levels deep"),
        Limit::Aliases => write!(formatter, "the aliases or other copies in the description stand for more than {bound} values"),
        Limit::Schemas => write!(formatter, "together with what they extend, the schemas have more than {bound} parts"),
        Limit::Items => write!(formatter, "the client would have more than {bound} models and calls"),
        Limit::OutputMegabytes => write!(formatter, "the client would be more than {bound} megabytes of source"),
    }
}
