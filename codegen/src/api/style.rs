//! `Style`: how a value is written in a URL, a header or a form.

use crate::document::CollectionFormat;

/// How a value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Style {
    /// `;color=blue,black`.
    Matrix,
    /// `.blue.black`.
    Label,
    /// `color=blue,black`.
    Form,
    /// `blue,black`.
    Simple,
    /// `blue%20black`.
    SpaceDelimited,
    /// `blue|black`.
    PipeDelimited,
    /// `blue%09black`.
    TabDelimited,
    /// `color[R]=100`.
    DeepObject,
    /// `color=blue; color=black`, not encoded.
    Cookie,
}

/// The separator of a list in a list.
pub(super) fn separator(format: CollectionFormat) -> char {
    match format {
        CollectionFormat::Csv => ',',
        CollectionFormat::Ssv => ' ',
        CollectionFormat::Tsv => '\t',
        CollectionFormat::Pipes => '|',
    }
}

impl Style {
    /// The word of the description for it.
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Matrix => "matrix",
            Self::Label => "label",
            Self::Form => "form",
            Self::Simple => "simple",
            Self::SpaceDelimited => "spaceDelimited",
            Self::PipeDelimited => "pipeDelimited",
            Self::TabDelimited => "tabDelimited",
            Self::DeepObject => "deepObject",
            Self::Cookie => "cookie",
        }
    }

    /// The separator of the items of a list.
    pub fn separator(self) -> char {
        match self {
            Self::SpaceDelimited => ' ',
            Self::PipeDelimited => '|',
            Self::TabDelimited => '\t',
            _ => ',',
        }
    }
}
