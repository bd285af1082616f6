//! `Place`: where a problem is.

use std::ops::Range;

use crate::node::{FileId, Origin};

/// What part of the entry at an origin is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The value.
    Value,
    /// The key before it.
    Key,
}

/// Where a problem is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In no file, such as one that is missing.
    Nowhere,
    /// In a file as a whole.
    File(FileId),
    /// In a file's text, for there are no nodes.
    Text {
        /// The file.
        file: FileId,
        /// The bytes to underline.
        span: Range<usize>,
    },
    /// At a value.
    Node {
        /// The entry it is about.
        at: Origin,
        /// The part of the entry.
        part: Part,
    },
}
