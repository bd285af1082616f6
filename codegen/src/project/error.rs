//! `ProjectError`: the reason that a project could not be read or written.

use std::fmt;
use std::path::PathBuf;

use crate::record::RecordError;
use crate::settings::SettingsError;
use crate::tree::{DiskError, LockError, Occupied, WriteError};

/// The reason that a project could not be read or written.
pub enum ProjectError {
    /// A file operation failed.
    Disk(DiskError),
    /// The settings are invalid.
    Settings {
        /// The file.
        path: PathBuf,
        /// The problem.
        error: SettingsError,
    },
    /// The lock is damaged.
    Lock {
        /// The file.
        path: PathBuf,
        /// The problem.
        error: LockError,
    },
    /// The record is damaged.
    Record {
        /// The file.
        path: PathBuf,
        /// The problem.
        error: RecordError,
    },
    /// The record of the released revision cannot be read.
    Released {
        /// The settings file.
        settings: PathBuf,
        /// The line that names the revision.
        line: usize,
        /// The problem and a remedy.
        message: String,
    },
    /// A version to compare cannot be read.
    Comparison(String),
    /// The client crate has no name, neither in the settings nor in a manifest.
    Nameless {
        /// The manifest without a name.
        manifest: PathBuf,
    },
    /// The folder for a new crate is not empty.
    Occupied(Occupied),
    /// The name is not a valid crate name.
    Name(String),
    /// The amendment is not possible.
    Amendment(String),
    /// The item cannot be renamed.
    Renaming(String),
    /// The description has errors; nothing was generated.
    Description(String),
    /// The files could not be written.
    Write(WriteError),
    /// `OUT_DIR` is not set, because cargo does not run this program.
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

/// The text of `Display`, since cargo shows the debug form of an error that a build script's `main` returns.
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
