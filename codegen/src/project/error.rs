//! `ProjectError`: why a project could not be read or written.

use std::fmt;
use std::path::PathBuf;

use crate::record::RecordError;
use crate::settings::SettingsError;
use crate::tree::{DiskError, LockError, Occupied, WriteError};

/// Why a project could not be read or written.
pub enum ProjectError {
    /// A step on the disk failed.
    Disk(DiskError),
    /// The settings are wrong.
    Settings {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        error: SettingsError,
    },
    /// The lock is damaged.
    Lock {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        error: LockError,
    },
    /// The record is damaged.
    Record {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        error: RecordError,
    },
    /// The record of the released revision cannot be read.
    Released {
        /// The settings.
        settings: PathBuf,
        /// The line that names the revision.
        line: usize,
        /// What is wrong, and what to do about it.
        message: String,
    },
    /// What is to be compared cannot be read.
    Comparison(String),
    /// Neither the settings nor a manifest names the client crate.
    Nameless {
        /// The manifest that does not.
        manifest: PathBuf,
    },
    /// There is something where a new crate should be.
    Occupied(Occupied),
    /// A name that cannot be a crate's.
    Name(String),
    /// An amendment that cannot be made.
    Amendment(String),
    /// An item that cannot have another name.
    Renaming(String),
    /// The description has errors; nothing was generated.
    Description(String),
    /// The files could not be written.
    Write(WriteError),
    /// `OUT_DIR` is asked for where cargo did not set it.
    NoBuildScript,
}

impl fmt::Display for ProjectError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Disk(error) => error.fmt(formatter),
            Self::Settings { path, error } => write!(formatter, "{}:{error}", path.display()),
            Self::Lock { path, error } => write!(formatter, "{}:{}: {}", path.display(), error.line, error.message),
            Self::Record { path, error } => write!(formatter, "{}:{}: {}", path.display(), error.line, error.message),
            Self::Released { settings, line, message } => write!(formatter, "{}:{line}: {message}", settings.display()),
            Self::Nameless { manifest } => {
                write!(
                    formatter,
                    "`{}` does not name the client crate, and neither do the settings: set `name`",
                    manifest.display()
                )
            }
            Self::Occupied(occupied) => occupied.fmt(formatter),
            Self::Name(message)
            | Self::Amendment(message)
            | Self::Renaming(message)
            | Self::Description(message)
            | Self::Comparison(message) => formatter.write_str(message),
            Self::Write(error) => error.fmt(formatter),
            Self::NoBuildScript => formatter.write_str("`OUT_DIR` is not set: this is for build scripts"),
        }
    }
}

/// The same text as for people: it is what cargo shows of an error that a build script's `main` returns.
impl fmt::Debug for ProjectError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

impl std::error::Error for ProjectError {}

impl From<DiskError> for ProjectError {
    fn from(error: DiskError) -> Self {
        Self::Disk(error)
    }
}

impl From<WriteError> for ProjectError {
    fn from(error: WriteError) -> Self {
        Self::Write(error)
    }
}
