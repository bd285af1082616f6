//! The texts that problems quote, which are as long as the description likes.

use super::Problem;

/// How much of a text is quoted, in characters: a thousand problems may quote the same one.
const LONGEST: usize = 1_000;

/// A text, or as much of it as is quoted.
pub(in crate::diagnostic) fn shortened(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(LONGEST) {
        text.truncate(end);
        text.push('…');
        text.shrink_to_fit();
    }
    text
}

impl Problem {
    /// Leaves of each text what is enough to recognise it by.
    pub(in crate::diagnostic) fn shorten(&mut self) {
        for text in self.texts().into_iter().flatten() {
            *text = shortened(std::mem::take(text));
        }
    }

    fn texts(&mut self) -> [Option<&mut String>; 3] {
        match self {
            Self::UnknownKey { key: text, suggestion }
            | Self::DanglingReference { reference: text, suggestion }
            | Self::UnknownSecurityScheme { name: text, suggestion }
            | Self::UnusedAllowance { code: text, at: suggestion } => [Some(text), suggestion.as_mut(), None],
            Self::NameCollision { name, first, renamed, .. } => [Some(name), Some(first), Some(renamed)],
            Self::UnreadableFile { path: one, reason: other }
            | Self::GeneratorFault { path: one, difference: other }
            | Self::MisspeltExtension { key: one, suggestion: other }
            | Self::IndistinctVariants { first: one, second: other }
            | Self::AmbiguousPath { path: one, first: other, .. }
            | Self::ParameterNotInPath { name: one, path: other }
            | Self::UndeclaredPathParameter { name: one, path: other }
            | Self::UnlistedDefault { name: one, default: other } => [Some(one), Some(other), None],
            Self::Syntax { message: text, .. }
            | Self::DuplicateKey { key: text, .. }
            | Self::CustomTag { tag: text }
            | Self::UnsupportedVersion { version: text }
            | Self::UnknownValue { value: text, .. }
            | Self::MisplacedExtension { key: text }
            | Self::InvalidTimeout { text }
            | Self::RemoteReference { reference: text }
            | Self::OutsideReference { reference: text }
            | Self::CircularReference { reference: text }
            | Self::LongReference { reference: text, .. }
            | Self::UndeclaredProperty { name: text }
            | Self::StrayMapping { value: text }
            | Self::UncheckedConstraint { keyword: text }
            | Self::InvalidMethod { method: text }
            | Self::MalformedPath { path: text, .. }
            | Self::IrregularPath { path: text, .. }
            | Self::DuplicateOperationId { id: text, .. }
            | Self::DuplicateParameter { name: text, .. }
            | Self::OptionalPathParameter { name: text }
            | Self::IgnoredHeader { name: text }
            | Self::ForbiddenHeader { name: text }
            | Self::InvalidHeader { name: text }
            | Self::InvalidMediaType { name: text }
            | Self::MisplacedStyle { name: text, .. }
            | Self::InvalidStatus { status: text }
            | Self::InvalidPagination { what: text, .. }
            | Self::InvalidVariants { why: text }
            | Self::UnusedSecurityScheme { name: text }
            | Self::MutualTls { name: text }
            | Self::UnusableServer { url: text }
            | Self::InvalidOverlay { why: text }
            | Self::UnmatchedAction { target: text }
            | Self::UnmatchedPattern { pattern: text, .. } => [Some(text), None, None],
            Self::NotUtf8
            | Self::EmptyFile
            | Self::SeveralDocuments
            | Self::UnsupportedKey { .. }
            | Self::MergedValue { .. }
            | Self::TooMuch { .. }
            | Self::LongAllOf { .. }
            | Self::NonFiniteNumber
            | Self::NotOpenApi
            | Self::MissingKey { .. }
            | Self::WrongType { .. }
            | Self::EmptyValue { .. }
            | Self::LooseType { .. }
            | Self::UnreadableWords { .. }
            | Self::MisplacedRequired
            | Self::LaterVersion { .. }
            | Self::CircularAllOf
            | Self::ConflictingAllOf { .. }
            | Self::MixedEnumeration
            | Self::ContradictoryEnumeration { .. }
            | Self::NotExpressed { .. }
            | Self::NotCalled { .. }
            | Self::Unsupported { .. }
            | Self::XmlAsText
            | Self::NoResponses
            | Self::NoServer => [None, None, None],
        }
    }
}
