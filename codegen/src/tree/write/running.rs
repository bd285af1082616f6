//! `Running`: keeps two runs from writing to the same crate at once.

use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::WriteError;
use crate::tree::disk::{self, failed};

/// Says on the disk that a run is going on, until it is dropped.
pub(super) struct Running {
    path: PathBuf,
}

impl Running {
    /// A sign older than this was left by a run that was killed: writing takes far less.
    const STALE: Duration = Duration::from_secs(60);

    pub(super) fn begin(folder: &Path) -> Result<Self, WriteError> {
        let path = folder.join(format!("{}running", disk::TEMPORARY));
        let is_stale = |path: &Path| {
            let age = fs::symlink_metadata(path).and_then(|metadata| metadata.modified()).map(|time| time.elapsed());
            matches!(age, Ok(Ok(age)) if age > Self::STALE)
        };
        if is_stale(&path) {
            disk::remove_if_present(&path)?;
        }
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(_) => Ok(Self { path }),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(WriteError::Busy(path)),
            Err(error) => Err(failed("write", &path)(error).into()),
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // If it stays, it is stale in a minute.
        let _ = fs::remove_file(&self.path);
    }
}
