//! How bad problems are, and which of them settings can allow.

use super::Problem;
use crate::diagnostic::Severity;

impl Problem {
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
            | Self::UncheckedConstraint { .. }
            | Self::NotCalled { .. }
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
                | Self::TooMuch { .. }
                | Self::GeneratorFault { .. }
                | Self::NotOpenApi
                | Self::UnsupportedVersion { .. }
        )
    }
}
