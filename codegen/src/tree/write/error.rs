//! `WriteError`: why a tree could not be written.

use std::fmt;
use std::path::PathBuf;

use crate::tree::DiskError;
use crate::tree::survey::{Content, Found};

/// Why a tree could not be written.
#[derive(Debug)]
pub enum WriteError {
    /// Files in the way that are not ours. Nothing was written.
    Foreign(Vec<ForeignFile>),
    /// Another run is writing to the same crate. Nothing was written.
    Busy(PathBuf),
    /// A step on the disk failed. The lock says that the run is unfinished, unless this was the first step.
    Disk(DiskError),
}

/// A file that stops a run, since it would be overwritten or is not ours to judge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForeignFile {
    /// The file.
    pub path: PathBuf,
    /// What it is: `a symbolic link`.
    pub what: &'static str,
}

impl ForeignFile {
    pub(super) fn new(found: &Found) -> Self {
        let what = match found.content {
            Content::Bytes(_) => "a file that clientsmith did not write",
            Content::SymbolicLink => "a symbolic link",
            Content::Special => "not a regular file",
        };
        ForeignFile { path: found.path.clone(), what }
    }
}

impl From<DiskError> for WriteError {
    fn from(error: DiskError) -> Self {
        Self::Disk(error)
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Foreign(files) => {
                const LISTED: usize = 20;
                for ForeignFile { path, what } in files.iter().take(LISTED) {
                    writeln!(formatter, "`{}` is {what}, in a place that belongs to generated code", path.display())?;
                }
                if files.len() > LISTED {
                    writeln!(formatter, "and {} more", files.len() - LISTED)?;
                }
                formatter.write_str("move it elsewhere or delete it, then generate again; nothing was written")
            }
            Self::Busy(path) => write!(
                formatter,
                "another run is writing to this crate; wait for it, or delete `{}` if there is none",
                path.display()
            ),
            Self::Disk(error) => error.fmt(formatter),
        }
    }
}

impl std::error::Error for WriteError {}
