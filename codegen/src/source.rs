//! `Source`: a file's text, and where in it a pointer leads.

/// One of the files that a description consists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);
